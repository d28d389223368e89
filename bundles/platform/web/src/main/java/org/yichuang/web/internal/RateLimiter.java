package org.yichuang.web.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.internal.WebSettings.Rate;

/**
 * Token buckets by limit and key, in memory: each node counts for itself. Every limit has a bounded number of
 * buckets of
 * its own, so that a flood of one kind pushes no other out; the one that was idle longest goes first.
 */
final class RateLimiter {
    private static final int MAX_KEYS = 100_000;
    private static final Duration IDLE = Duration.ofHours(1);

    private final WebSettings settings;
    private final TimeMeter meter;
    private final Map<String, Buckets> byLimit = new ConcurrentHashMap<>();

    /** @param nanos a clock that only ever grows, e.g. {@code System::nanoTime} */
    RateLimiter(WebSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /**
     * Counts one.
     *
     * @param limit the limit's name; its rate is the setting {@code rate.<limit>}
     * @param key whom it is counted for, e.g. a client address
     * @throws ProblemException {@code too-many-requests}
     */
    void require(String limit, String key) {
        if (!buckets(limit).get(key).tryConsume(1)) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS,
                    LocalizedMessage.of(RateLimiter.class, "rate-limiter.too-many-requests-try-again"));
        }
    }

    private Buckets buckets(String limit) {
        Rate rate = settings.now().rate(limit);
        if (rate == null) {
            throw new IllegalArgumentException("No such limit: " + limit);
        }
        return byLimit.compute(
                limit,
                (name, present) -> present != null && present.rate.equals(rate) ? present : new Buckets(rate, meter));
    }

    /** The buckets of one limit, as long as its rate stays the same. */
    private static final class Buckets {
        private final Rate rate;
        private final TimeMeter meter;
        private final Cache<String, Bucket> byKey = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(IDLE)
                .build();

        private Buckets(Rate rate, TimeMeter meter) {
            this.rate = rate;
            this.meter = meter;
        }

        private Bucket get(String key) {
            return byKey.get(key, absent -> Bucket.builder()
                    .addLimit(
                            limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                    .withCustomTimePrecision(meter)
                    .build());
        }
    }
}
