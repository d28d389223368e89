package org.yichuang.pages.internal.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody who has signed in and is at work.
 *
 * @param account who
 * @param began when it began
 * @param seen when something was last asked for, as far as it has been written down
 * @param ends when it ends in any case
 */
public record Session(String account, Instant began, Instant seen, Instant ends) {
    /** How long a session may sit idle before it is written down again that somebody is there. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** How long it has yet to live when nothing more is asked for; not positive when it is over. */
    public Duration left(Instant at, Duration idle) {
        Instant silent = seen.plus(idle);
        return Duration.between(at, silent.isBefore(ends) ? silent : ends);
    }

    /** Tells whether it is time to write down that somebody is still there. */
    public boolean isToBeNoted(Instant at) {
        return seen.plus(NOTED_EVERY).isBefore(at);
    }

    /** The same, seen at a moment. */
    public Session seenAt(Instant at) {
        return new Session(account, began, at, ends);
    }
}
