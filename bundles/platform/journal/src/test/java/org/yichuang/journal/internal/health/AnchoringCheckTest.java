package org.yichuang.journal.internal.health;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.yichuang.journal.internal.AnchorWatch;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.ModuleCheck;

public class AnchoringCheckTest {
    private static final TenantId NORTH = new TenantId("north");
    private static final TenantId SOUTH = new TenantId("south");

    private final AnchorWatch watch = new AnchorWatch();
    private final ModuleCheck check = new AnchoringCheck(watch);

    @Test
    public void aCentreThatIsStuckTakesNobodyElseOutOfService() {
        waiting(0, NORTH);
        waiting(61, NORTH);

        assertEquals(List.of(NORTH), watch.overdue());
        assertReady(true);

        waiting(66, NORTH, SOUTH);
        assertReady(true);
    }

    @Test
    public void whereNobodyGetsAnAnchorTheContainerIsNotReady() {
        waiting(0, NORTH, SOUTH);
        waiting(59, NORTH, SOUTH);
        assertReady(true);

        waiting(61, NORTH, SOUTH);
        assertReady(false);

        waiting(66);
        assertReady(true);
    }

    private void waiting(long second, TenantId... tenants) {
        watch.look(List.of(tenants), tenant -> 3, Duration.ofSeconds(second).toNanos());
    }

    private void assertReady(boolean expected) {
        assertEquals(expected, check.execute().isOk());
    }
}
