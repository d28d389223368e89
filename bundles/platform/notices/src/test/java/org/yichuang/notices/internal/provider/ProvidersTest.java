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
        assertEquals(Duration.ofMinutes(10), lapse("PT10M", "PT30S"));
        assertEquals(Duration.ofMinutes(25), lapse("PT1M", "PT2M"));
    }

    private static Duration lapse(String lapse, String answer) {
        NoticeSettings settings =
                TestSettings.of(Map.of("lapse", lapse, "connect.timeout", "PT1M", "answer.timeout", answer));
        Providers providers = Providers.of(settings, new TestClock());
        providers.close();
        return providers.lapse();
    }
}
