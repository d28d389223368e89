package org.yichuang.linkage.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a message is tried again: after the first delay, then after twice as long each time up to the longest, and no
 * more once it is too old. Age alone does not end it: a clock that was set forward must not park what has just begun.
 *
 * @param first the delay after the first failure
 * @param longest what the delays grow to
 * @param patience how long a message is tried
 */
public record Backoff(Duration first, Duration longest, Duration patience) {
    /** Beyond this doubling overflows nothing, and the longest delay has been reached for any sane setting. */
    private static final int MOST_DOUBLINGS = 20;

    /**
     * The delay before the next attempt, absent when patience is at its end.
     *
     * @param attempts how often it was tried, the attempt that has just failed included
     * @param since when its attempts began: when it was written, or could leave again after it had to wait
     */
    public Optional<Duration> next(int attempts, Instant since, Instant now) {
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), MOST_DOUBLINGS));
        if (doubled.compareTo(longest) < 0) {
            return Optional.of(doubled);
        }
        return since.plus(patience).isBefore(now) ? Optional.empty() : Optional.of(longest);
    }
}
