package org.yichuang.rest.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.rest.internal.Settings.Rate;

/** Token buckets by key, in memory: each container counts for itself. */
final class RateLimiter {
    private static final int MOST_KEYS = 100_000;
    private static final double NANOS = 1e9;

    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    /** @param nanos a clock that only ever grows, e.g. {@code System::nanoTime} */
    RateLimiter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes one from the key's bucket, or refuses with {@code too-many-requests} when it is empty. */
    void take(String key, Rate rate) {
        if (!allows(key, rate)) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, "请求过于频繁，请稍后再试", "Too many requests: try again later");
        }
    }

    /** Takes one from the key's bucket; false when it is empty. */
    boolean allows(String key, Rate rate) {
        long now = nanos.getAsLong();
        if (buckets.size() >= MOST_KEYS) {
            buckets.values().removeIf(bucket -> bucket.isFull(now, rate));
        }
        return buckets.computeIfAbsent(key, absent -> new Bucket(rate.burst(), now))
                .take(now, rate);
    }

    private static final class Bucket {
        private double left;
        private long at;

        Bucket(double left, long at) {
            this.left = left;
            this.at = at;
        }

        synchronized boolean take(long now, Rate rate) {
            left = filled(now, rate);
            at = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }

        synchronized boolean isFull(long now, Rate rate) {
            return filled(now, rate) >= rate.burst();
        }

        private double filled(long now, Rate rate) {
            return Math.min(rate.burst(), left + Math.max(0, now - at) / NANOS * rate.perSecond());
        }
    }
}
