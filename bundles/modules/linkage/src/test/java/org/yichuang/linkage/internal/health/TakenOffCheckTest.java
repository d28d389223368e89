package org.yichuang.linkage.internal.health;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.yichuang.linkage.internal.TakenOff;
import org.yichuang.testing.centres.TestCentres;

/** What the doctor says of what nobody could take. */
public class TakenOffCheckTest {
    private final TestCentres network = new TestCentres();
    private final TakenOff takenOff = new TakenOff(network.clock());

    @Test
    public void whatIsTakenOffAQueueIsCountedAndToldForADay() {
        assertEquals(Result.Status.OK, found());
        takenOff.add("test");
        takenOff.add("test");
        assertEquals(2, takenOff.lately().orElseThrow().many());
        network.pass(Duration.ofHours(23));
        assertEquals(Result.Status.WARN, found());

        network.pass(Duration.ofHours(1));
        assertEquals(Result.Status.OK, found());
        takenOff.add("test");
        assertEquals(1, takenOff.lately().orElseThrow().many());
    }

    private Result.Status found() {
        return new TakenOffCheck(takenOff).execute().getStatus();
    }
}
