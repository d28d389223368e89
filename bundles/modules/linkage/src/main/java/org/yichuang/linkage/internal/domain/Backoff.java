package org.yichuang.linkage.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a message is tried again: after the first delay, then after twice as long each time up to the longest, and no
 * more once it is too old.
 *
 * @param first the delay after the first failure
 * @param longest what the delays grow to
 * @param patience how long after it was written a message is still tried
 */
public record Backoff(Duration first, Duration longest, Duration patience) {
    /** Beyond this doubling overflows nothing, and the longest delay has been reached for any sane setting. */
    private static final int MOST_DOUBLINGS = 20;

    /** The delay before the next attempt, absent when patience is at its end. */
    public Optional<Duration> next(int attempts, Instant writtenAt, Instant now) {
        if (writtenAt.plus(patience).isBefore(now)) {
            return Optional.empty();
        }
        Duration doubled = first.multipliedBy(1L << Math.min(Math.max(attempts, 0), MOST_DOUBLINGS));
        return Optional.of(doubled.compareTo(longest) < 0 ? doubled : longest);
    }
}
