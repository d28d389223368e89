package org.yichuang.kernel.api;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;

public class PausesTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final Pauses<String> pauses = new Pauses<>(Duration.ofSeconds(30), nanos::get);

    @Test
    public void whoIsSlowIsLeftAloneForAWhileAndNobodyElse() {
        pauses.pause("yantai fees");

        nanos.addAndGet(Duration.ofSeconds(30).toNanos() - 1);
        assertTrue("also where the count of nanoseconds begins anew", pauses.isPaused("yantai fees"));
        assertFalse(pauses.isPaused("haiyang fees"));
        nanos.incrementAndGet();
        assertFalse(pauses.isPaused("yantai fees"));
    }
}
