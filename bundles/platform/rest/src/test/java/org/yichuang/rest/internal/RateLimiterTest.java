package org.yichuang.rest.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Test;
import org.yichuang.rest.internal.Settings.Rate;

public class RateLimiterTest {
    private static final Rate TWO_PER_SECOND = new Rate(2, 3);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimiter limiter = new RateLimiter(nanos::get);

    @Test
    public void theBurstIsAllowedAndNoMore() {
        take(3);
        assertFalse(limiter.allows("a", TWO_PER_SECOND));
        assertTrue(limiter.allows("b", TWO_PER_SECOND));
    }

    @Test
    public void theBucketFillsWithTime() {
        take(3);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        take(1);
        assertFalse(limiter.allows("a", TWO_PER_SECOND));
    }

    @Test
    public void itHoldsNoMoreThanTheBurst() {
        take(1);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        take(3);
        assertFalse(limiter.allows("a", TWO_PER_SECOND));
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertTrue(limiter.allows("a", TWO_PER_SECOND));
        }
    }
}
