package org.yichuang.cases.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Counts wrong query codes by where they come from: in all, and for one number, whether there is such a case or not.
 * Nobody keeps others from a case by guessing at it; that many guess together is answered by the length of the code
 * (40 bits). Each container counts for itself, in bounded memory.
 */
final class QueryCodeThrottle {
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final int MOST_OF_NUMBER = 10;
    private static final int MOST_OF_ORIGIN = 100;
    private static final int MOST_KEYS = 50_000;

    private final Duration time;
    private final int mostOfNumber;
    private final int mostOfOrigin;
    private final Cache<String, Window> windows;

    /** One for query codes. */
    QueryCodeThrottle() {
        this(USUAL, MOST_OF_NUMBER, MOST_OF_ORIGIN);
    }

    /**
     * @param time for how long what is wrong is remembered
     * @param mostOfNumber how often one may be wrong about a number meanwhile
     * @param mostOfOrigin and how often at all
     */
    QueryCodeThrottle(Duration time, int mostOfNumber, int mostOfOrigin) {
        this.time = time;
        this.mostOfNumber = mostOfNumber;
        this.mostOfOrigin = mostOfOrigin;
        windows = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterWrite(time.multipliedBy(2))
                .build();
    }

    /**
     * Refuses whoever has guessed too often, at this number or at all.
     *
     * @param origin where they come from
     * @throws ProblemException {@code too-many-requests}
     */
    void check(TenantId tenant, String number, String origin, Instant at) {
        if (count(origin, at) >= mostOfOrigin || count(key(tenant, number, origin), at) >= mostOfNumber) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(QueryCodeThrottle.class, "query-code.too-many"));
        }
    }

    /** Remembers a wrong code; what cannot be a number is remembered of its origin only. */
    void wrong(TenantId tenant, String number, String origin, Instant at) {
        add(origin, at);
        if (CaseNumbers.isWellFormed(number)) {
            add(key(tenant, number, origin), at);
        }
    }

    private int count(String key, Instant at) {
        Window window = windows.getIfPresent(key);
        return window != null && window.holds(at, time) ? window.wrong() : 0;
    }

    private void add(String key, Instant at) {
        windows.asMap()
                .compute(
                        key,
                        (same, window) -> window != null && window.holds(at, time)
                                ? new Window(window.since(), window.wrong() + 1)
                                : new Window(at, 1));
    }

    private static String key(TenantId tenant, String number, String origin) {
        return CaseNumbers.isWellFormed(number) ? origin + " " + tenant.value() + " " + number : "";
    }

    /** How many keys are held, about. */
    long size() {
        windows.cleanUp();
        return windows.estimatedSize();
    }

    private record Window(Instant since, int wrong) {
        boolean holds(Instant at, Duration time) {
            return Duration.between(since, at).abs().compareTo(time) < 0;
        }
    }
}
