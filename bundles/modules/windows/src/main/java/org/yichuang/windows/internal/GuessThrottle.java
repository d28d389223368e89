package org.yichuang.windows.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Counts wrong codes of what was asked from home by where they come from: in all, and for one number, whether there is
 * such a number or not. Nobody keeps others from their answer by guessing at it. Each container counts for itself, in
 * bounded memory.
 */
final class GuessThrottle {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final int MOST_OF_NUMBER = 10;
    private static final int MOST_OF_ORIGIN = 100;
    private static final int MOST_KEYS = 50_000;
    /** As long as numbers are at most; what is longer is none. */
    private static final int LONGEST = 40;

    private final Cache<String, Wrong> guesses = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(TIME.multipliedBy(2))
            .build();

    private record Wrong(Instant since, int times) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(TIME) < 0;
        }
    }

    /**
     * Refuses whoever has guessed too often, at this number or at all.
     *
     * @throws ProblemException {@code too-many-requests}
     */
    void check(TenantId tenant, String number, String origin, Instant at) {
        if (times(origin, at) >= MOST_OF_ORIGIN || times(key(tenant, number, origin), at) >= MOST_OF_NUMBER) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(GuessThrottle.class, "guesses.too-many"));
        }
    }

    /** Remembers a wrong code. */
    void wrong(TenantId tenant, String number, String origin, Instant at) {
        add(origin, at);
        if (number.length() <= LONGEST) {
            add(key(tenant, number, origin), at);
        }
    }

    private int times(String key, Instant at) {
        Wrong wrong = guesses.getIfPresent(key);
        return wrong != null && wrong.holds(at) ? wrong.times() : 0;
    }

    private void add(String key, Instant at) {
        guesses.asMap()
                .compute(
                        key,
                        (same, wrong) -> wrong != null && wrong.holds(at)
                                ? new Wrong(wrong.since(), wrong.times() + 1)
                                : new Wrong(at, 1));
    }

    private static String key(TenantId tenant, String number, String origin) {
        return origin + " " + tenant.value() + " " + number;
    }
}
