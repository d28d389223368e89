package org.yichuang.identity.internal.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A token or session as it is known in memory.
 *
 * @param account whose it is
 * @param id names it in the journal
 * @param epoch the account's at its beginning
 * @param began when it began
 * @param seen when something was last asked for, as far as it has been written down
 * @param expires when it ends in any case
 */
public record SessionFacts(
        SessionKind kind, String account, String id, long epoch, Instant began, Instant seen, Instant expires) {
    /** How long a session may sit idle before it is written down again that somebody is there. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * How long it has yet to live when nothing more is asked for; not positive when it is over. One that began or
     * was seen
     * in the future was begun by a clock that has been set back since, and is over.
     *
     * @param idle the silence after which a browser's session ends
     */
    public Duration left(Instant at, Duration idle) {
        Instant latest = at.plus(SKEW);
        if (began.isAfter(latest) || seen.isAfter(latest)) {
            return Duration.ZERO;
        }
        Instant silent = seen.plus(idle);
        boolean byTheClock = kind == SessionKind.TOKEN || expires.isBefore(silent);
        return Duration.between(at, byTheClock ? expires : silent);
    }

    /** Tells whether it is time to write down that somebody is still there. */
    public boolean isDueToBeNoted(Instant at) {
        return seen.plus(NOTED_EVERY).isBefore(at);
    }

    /** The same, seen at a moment. */
    public SessionFacts seenAt(Instant at) {
        return new SessionFacts(kind, account, id, epoch, began, at, expires);
    }
}
