package org.yichuang.pages.api;

import gg.jte.Content;
import java.time.Instant;

/**
 * Something on a timeline.
 *
 * @param at when, or null while it lies ahead
 * @param where at which centre, or empty
 * @param what what happened, in a few words
 * @param more anything else, or null
 * @param state whether it has happened
 */
public record Milestone(Instant at, String where, String what, Content more, State state) {
    /** Whether something has happened. */
    public enum State {
        DONE,
        NOW,
        AHEAD
    }

    /** Something that has happened. */
    public static Milestone done(Instant at, String where, String what) {
        return new Milestone(at, where, what, null, State.DONE);
    }
}
