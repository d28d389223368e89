package org.yichuang.windows.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Counts what is asked from home, by the address or the account from which it comes, so that nobody floods a centre.
 * Each container counts for itself, in bounded memory.
 */
final class AskingThrottle {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ORIGINS = 50_000;

    private final Cache<String, Hour> hours = Caffeine.newBuilder()
            .maximumSize(MOST_ORIGINS)
            .expireAfterWrite(HOUR.multipliedBy(2))
            .build();

    private record Hour(Instant since, int asked) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(HOUR) < 0;
        }
    }

    /**
     * Counts one more.
     *
     * @param most how many are taken within an hour
     * @throws ProblemException {@code too-many-requests}
     */
    void count(String origin, int most, Instant at) {
        Hour now = hours.asMap()
                .compute(
                        origin,
                        (same, hour) -> hour != null && hour.holds(at)
                                ? new Hour(hour.since(), hour.asked() + 1)
                                : new Hour(at, 1));
        if (now.asked() > most) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(AskingThrottle.class, "asking.too-many", most));
        }
    }
}
