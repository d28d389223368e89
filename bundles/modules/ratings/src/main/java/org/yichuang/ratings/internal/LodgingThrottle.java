package org.yichuang.ratings.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Counts what comes in from one address without an account, so that nobody floods a centre. Each container counts for
 * itself, in bounded memory.
 */
final class LodgingThrottle {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_ORIGINS = 50_000;

    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MOST_ORIGINS)
            .expireAfterWrite(WINDOW.multipliedBy(2))
            .build();

    private record Window(Instant since, int lodged) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(WINDOW) < 0;
        }
    }

    /**
     * Counts one more.
     *
     * @param most how many are taken within an hour
     * @throws ProblemException {@code too-many-requests}
     */
    void count(String origin, int most, Instant at) {
        Window now = windows.asMap()
                .compute(
                        origin,
                        (same, window) -> window != null && window.holds(at)
                                ? new Window(window.since(), window.lodged() + 1)
                                : new Window(at, 1));
        if (now.lodged() > most) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(LodgingThrottle.class, "lodging.too-many"));
        }
    }
}
