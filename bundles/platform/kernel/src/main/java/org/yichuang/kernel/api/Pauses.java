package org.yichuang.kernel.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Who is not asked for a while, because they were slow. The machine's clock counts, whatever is rehearsed.
 *
 * @param <K> who, and about what; what one centre's rows make slow is no other's, so that it names the centre
 */
public final class Pauses<K> {
    private final Duration length;
    private final LongSupplier nanoTime;
    private final Map<K, Long> until = new ConcurrentHashMap<>();

    /**
     * @param length how long a pause is
     * @param nanoTime counts nanoseconds, from anywhere
     */
    public Pauses(Duration length, LongSupplier nanoTime) {
        this.length = length;
        this.nanoTime = nanoTime;
    }

    /** Tells whether somebody is not to be asked now. */
    public boolean isPaused(K who) {
        Long end = until.get(who);
        return end != null && nanoTime.getAsLong() - end < 0;
    }

    /** Begins a pause; those that are over are forgotten. */
    public void pause(K who) {
        long now = nanoTime.getAsLong();
        until.values().removeIf(end -> now - end >= 0);
        until.put(who, now + length.toNanos());
    }
}
