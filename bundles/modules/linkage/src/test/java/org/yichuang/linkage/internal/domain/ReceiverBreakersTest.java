package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.Test;
import org.yichuang.testing.TestClock;

/** One dead way holds up no other. */
public class ReceiverBreakersTest {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> YANTAI = Set.of("yantai");

    private final TestClock clock = new TestClock();
    private final ReceiverBreakers breakers = new ReceiverBreakers(3, Duration.ofSeconds(10), clock);

    @Test
    public void someFailuresOneAfterTheOtherShutAWayAndNoOther() {
        breakers.failed("yantai");
        breakers.failed("yantai");
        assertEquals(NONE, breakers.shut());
        breakers.failed("jinan");
        breakers.failed("yantai");

        assertEquals(YANTAI, breakers.shut());
        assertEquals(NONE, breakers.probes());
    }

    @Test
    public void oneThatArrivesInBetweenLetsTheCountBeginAnew() {
        breakers.failed("yantai");
        breakers.failed("yantai");
        assertFalse("nobody has waited", breakers.worked("yantai"));
        breakers.failed("yantai");

        assertEquals(NONE, breakers.shut());
    }

    @Test
    public void afterItsRestAWayIsProbedAndAProbeThatArrivesOpensIt() {
        shut();
        clock.forward(Duration.ofSeconds(10));
        assertEquals(YANTAI, breakers.probes());
        assertEquals("by one probe only", NONE, breakers.probes());
        assertEquals(YANTAI, breakers.shut());

        assertTrue(breakers.worked("yantai"));

        assertEquals(NONE, breakers.shut());
    }

    @Test
    public void whileProbesFailTheRestsGrowToTwoMinutes() {
        shut();
        for (int seconds : new int[] {10, 20, 40, 80, 120, 120}) {
            clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
            assertEquals(NONE, breakers.probes());
            clock.forward(Duration.ofMillis(1));
            assertEquals(YANTAI, breakers.probes());
            breakers.failed("yantai");
        }
        assertEquals(Set.of("yantai"), breakers.shutUntil().keySet());
    }

    private void shut() {
        for (int time = 0; time < 3; time++) {
            breakers.failed("yantai");
        }
    }
}
