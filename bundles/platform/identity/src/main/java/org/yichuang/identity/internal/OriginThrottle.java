package org.yichuang.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Counts by the minute what comes from an origin (an address), in bounded memory. */
final class OriginThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ORIGINS = 50_000;

    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MOST_ORIGINS)
            .expireAfterWrite(WINDOW.multipliedBy(2))
            .build();
    private final LocalizedMessage refusal;

    /** @param refusal what is said to an origin that has been counted too often */
    OriginThrottle(LocalizedMessage refusal) {
        this.refusal = refusal;
    }

    /** Refuses an origin that has been counted too often. */
    void check(String origin, int most, Instant at) {
        Window window = windows.getIfPresent(origin);
        if (window != null && window.holds(at) && window.count() >= most) {
            throw new ProblemException(CommonError.TOO_MANY_REQUESTS, refusal);
        }
    }

    /** Counts one. */
    void count(String origin, Instant at) {
        windows.asMap()
                .compute(
                        origin,
                        (key, window) -> window != null && window.holds(at)
                                ? new Window(window.since(), window.count() + 1)
                                : new Window(at, 1));
    }

    private record Window(Instant since, int count) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(WINDOW) < 0;
        }
    }
}
