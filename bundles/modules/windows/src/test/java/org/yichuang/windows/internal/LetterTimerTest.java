package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;
import static org.yichuang.windows.internal.WindowsWorld.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestRun;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.internal.WindowsCommands.Propose;

/** It is told 60, 30 and 7 days before that a letter ends, and once that it has. */
public class LetterTimerTest extends WindowsContract {
    private int told() {
        world.told.clear();
        LeasedJob timer = world.wiring.timer(world.papers, world.notices());
        timer.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "timer"),
                node.leases().acquire(timer.name(), Duration.ofHours(1)).orElseThrow(),
                true));
        return world.told.size();
    }

    private void pass(int days) {
        world.province.pass(Duration.ofDays(days));
    }

    @Test
    public void theLiaisonAndBothRepresentativesAreToldEachTimeOnce() {
        world.issued(proposal("1", List.of("BUILD"), List.of(), TODAY, TODAY.plusDays(100)));
        pass(39);
        assertEquals("61 days before", 0, told());
        pass(1);
        assertEquals("60 days before", 3, told());
        assertEquals("once", 0, told());
        pass(30);
        assertEquals("30 days before", 3, told());
        pass(23);
        assertEquals("7 days before", 3, told());
        assertEquals("letter-expiring", world.told.get(0).kind());
        pass(7);
        assertEquals("its last day", 0, told());
        pass(1);
        assertEquals("afterwards", 3, told());
        assertEquals("letter-expired", world.told.get(0).kind());
        assertEquals(
                LetterState.EXPIRED, world.letters.find("1", world.manager()).state());
        assertEquals(Map.of("D0", "期限已届满"), world.revoked);
        pass(1);
        assertEquals(0, told());
        sound();
    }

    /** It is in force until the day before the next one begins; from then on it is replaced, and so is its paper. */
    @Test
    public void aLetterIsReplacedWhenTheNextOneBegins() {
        world.issued(proposal("1", List.of("BUILD"), List.of(), TODAY, TODAY.plusDays(100)));
        Propose next = proposal("2", List.of("BUILD"), List.of(), TODAY.plusDays(101), TODAY.plusDays(300));
        world.issued(new Propose(
                next.number(),
                next.department(),
                next.principal(),
                next.a(),
                next.b(),
                next.full(),
                next.partial(),
                List.of(),
                next.from(),
                next.until(),
                "1"));
        pass(100);
        assertEquals("nobody is warned of what goes on", 0, told());
        assertEquals(
                LetterState.IN_FORCE, world.letters.find("1", world.manager()).state());
        pass(1);
        assertEquals(0, told());
        assertEquals(
                LetterState.REPLACED, world.letters.find("1", world.manager()).state());
        assertEquals(Map.of("D0", "已由委托书 2 自 2026-06-11 起接替"), world.revoked);
        sound();
    }

    @Test
    public void aCentreThatWasOffTellsTheLastWarningOnly() {
        world.issued(proposal("1", List.of("BUILD"), List.of(), TODAY, TODAY.plusDays(100)));
        pass(75);
        assertEquals(3, told());
        pass(1);
        assertEquals(0, told());
        pass(17);
        assertEquals("7 days before", 3, told());
    }
}
