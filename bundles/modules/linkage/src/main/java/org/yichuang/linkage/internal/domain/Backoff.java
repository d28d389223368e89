package org.yichuang.linkage.internal.domain;

import java.time.Duration;

/**
 * When a message is tried again: after the first delay, then after twice as long each time up to the longest, for as
 * long as it takes.
 *
 * @param first the delay after the first failure
 * @param longest what the delays grow to
 */
public record Backoff(Duration first, Duration longest) {
    /** Beyond this doubling overflows nothing, and the longest delay has been reached for any sane setting. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The delay before the next attempt.
     *
     * @param attempts how often it was tried, the attempt that has just failed included
     */
    public Duration next(int attempts) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
