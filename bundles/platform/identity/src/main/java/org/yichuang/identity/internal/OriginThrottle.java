package org.yichuang.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Counts an origin's failed sign-ins by the minute, whatever accounts they were for. */
final class OriginThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ORIGINS = 50_000;

    private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

    /** Refuses an origin that has failed too often. */
    void check(String origin, int most, Instant at) {
        Window window = windows.get(origin);
        if (window != null && window.holds(at) && window.failures() >= most) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, "登录失败次数过多，请稍后再试", "Too many failed sign-ins: try again later");
        }
    }

    void failed(String origin, Instant at) {
        if (windows.size() >= MOST_ORIGINS) {
            windows.values().removeIf(window -> !window.holds(at));
        }
        windows.compute(
                origin,
                (key, window) -> window != null && window.holds(at)
                        ? new Window(window.since(), window.failures() + 1)
                        : new Window(at, 1));
    }

    private record Window(Instant since, int failures) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(WINDOW) < 0;
        }
    }
}
