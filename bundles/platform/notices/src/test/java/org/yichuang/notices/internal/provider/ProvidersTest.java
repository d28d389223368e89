package org.yichuang.notices.internal.provider;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.Test;
import org.yichuang.testing.TestClock;

/** What holds of all providers. */
public class ProvidersTest {
    @Test
    public void noClaimLapsesWhileAServerMayStillTakeTheMessage() {
        assertEquals(Duration.ofMinutes(10), lapse("PT10M", "PT3M"));
        assertEquals(Duration.ofMinutes(6), lapse("PT1M", "PT5M"));
    }

    private static Duration lapse(String lapse, String handOver) {
        NoticeSettings settings = TestSettings.of(Map.of("lapse", lapse, "handover.timeout", handOver));
        Providers providers = Providers.of(settings, new TestClock());
        providers.close();
        return providers.lapse();
    }
}
