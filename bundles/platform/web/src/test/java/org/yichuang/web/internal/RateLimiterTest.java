package org.yichuang.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

public class RateLimiterTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final WebSettings settings = new WebSettings();
    private final RateLimiter limiter = new RateLimiter(settings, nanos::get);

    @Before
    public void allowTwoPerSecondAndThreeAtOnce() throws Exception {
        settings.updated(new Hashtable<>(Map.of("rate.account", "2", "rate.account.burst", "3")));
    }

    @Test
    public void theBurstIsAllowedAndNoMore() {
        take(3);
        isRefused("a");
        limiter.require("account", "b");
        limiter.require("address", "a");
    }

    @Test
    public void theBucketFillsWithTime() {
        take(3);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));
        take(1);
        isRefused("a");
    }

    @Test
    public void itHoldsNoMoreThanTheBurst() {
        take(1);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        take(3);
        isRefused("a");
    }

    @Test
    public void aNewRateIsInForceAtOnce() throws Exception {
        take(3);
        settings.updated(new Hashtable<>(Map.of("rate.account", "2", "rate.account.burst", "5")));
        take(5);
        isRefused("a");
    }

    @Test
    public void aSlipOfThePenLeavesTheFormerRate() throws Exception {
        settings.updated(new Hashtable<>(Map.of("rate.account", "0", "rate.account.burst", "many")));

        assertEquals(new WebSettings.Rate(2, 3), settings.now().rate("account"));
    }

    private void isRefused(String key) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> limiter.require("account", key));
        assertEquals(CommonError.TOO_MANY_REQUESTS, refusal.code());
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            limiter.require("account", "a");
        }
    }
}
