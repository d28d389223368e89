package org.yichuang.pages.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A deadline as people see it, with its reckoning.
 *
 * @param name what must be done by then
 * @param centre whose it is, or empty
 * @param start the day from which it counts
 * @param limit how long, in words
 * @param due the last day, or null while the clock stands
 * @param provisional whether a holiday notice is still missing
 * @param state whether it still runs
 * @param explanation the whole reckoning in words
 * @param uncounted every day that was not counted
 */
public record ClockFace(
        String name,
        String centre,
        LocalDate start,
        String limit,
        LocalDate due,
        boolean provisional,
        State state,
        String explanation,
        List<Uncounted> uncounted) {
    public ClockFace {
        uncounted = List.copyOf(uncounted);
    }

    /** Whether a clock still runs. */
    public enum State {
        RUNNING,
        STANDING,
        MET,
        MISSED,
        STOPPED
    }

    /**
     * A day that was not counted.
     *
     * @param day the day
     * @param reason why
     */
    public record Uncounted(LocalDate day, String reason) {}
}
