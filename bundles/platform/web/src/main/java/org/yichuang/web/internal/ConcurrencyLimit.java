package org.yichuang.web.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.internal.WebSettings.Values;

/** How many threads may do something at once, in all and for one key; nobody waits. */
public final class ConcurrencyLimit {
    private final WebSettings settings;
    private final ToIntFunction<Values> most;
    private final ToIntFunction<Values> mostOfKey;
    private final AtomicInteger running = new AtomicInteger();
    private final Map<String, Integer> byKey = new ConcurrentHashMap<>();

    /**
     * @param most how many in all
     * @param mostOfKey how many for one key
     */
    ConcurrencyLimit(WebSettings settings, ToIntFunction<Values> most, ToIntFunction<Values> mostOfKey) {
        this.settings = settings;
        this.most = most;
        this.mostOfKey = mostOfKey;
    }

    /**
     * Takes a place, which must be {@link #release released}.
     *
     * @throws ProblemException {@code unavailable} when there is none
     */
    public void acquire(String key) {
        Values now = settings.now();
        if (running.incrementAndGet() > most.applyAsInt(now)) {
            running.decrementAndGet();
            throw busy();
        }
        if (byKey.merge(key, 1, Integer::sum) > mostOfKey.applyAsInt(now)) {
            release(key);
            throw busy();
        }
    }

    /** Gives a place back. */
    public void release(String key) {
        byKey.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
        running.decrementAndGet();
    }

    /** How many are running. */
    public int running() {
        return running.get();
    }

    private static ProblemException busy() {
        return new ProblemException(
                CommonError.UNAVAILABLE,
                LocalizedMessage.of(ConcurrencyLimit.class, "concurrency-limit.too-busy-moment-try-again"));
    }
}
