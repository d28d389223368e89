package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;

/**
 * Counts wrong query codes by case number, whether there is such a case or not: a code cannot be found by trying. Each
 * container counts for itself. Whoever signs in sees his case all the same.
 */
final class QueryCodeThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST = 10;
    private static final int MOST_NUMBERS = 50_000;
    private static final int LONGEST_NUMBER = 60;

    private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

    /**
     * Refuses a number that was guessed at too often.
     *
     * @throws ProblemException {@code too-many-requests}
     */
    void check(TenantId tenant, String number, Instant at) {
        Window window = windows.get(key(tenant, number));
        if (window != null && window.holds(at) && window.wrong() >= MOST) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS,
                    "查询码连续输错次数过多，请 10 分钟后再试，或者登录后在“我的办件”中查看",
                    "Too many wrong query codes: try again in 10 minutes, or sign in and see your cases");
        }
    }

    /** Remembers a wrong code. */
    void wrong(TenantId tenant, String number, Instant at) {
        if (windows.size() >= MOST_NUMBERS) {
            windows.values().removeIf(window -> !window.holds(at));
        }
        windows.compute(
                key(tenant, number),
                (key, window) -> window != null && window.holds(at)
                        ? new Window(window.since(), window.wrong() + 1)
                        : new Window(at, 1));
    }

    private static String key(TenantId tenant, String number) {
        String known = number == null ? "" : number.strip();
        return tenant.value() + " " + TextRules.first(known, LONGEST_NUMBER);
    }

    private record Window(Instant since, int wrong) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(WINDOW) < 0;
        }
    }
}
