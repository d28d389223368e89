package org.yichuang.pages.api;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.time.TrafficLight;

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
 * @param left how many working days are left, or null when nothing waits for it any more
 * @param light what that means, or null
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
        Integer left,
        TrafficLight light,
        String explanation,
        List<Uncounted> uncounted) {
    public ClockFace {
        uncounted = List.copyOf(uncounted);
    }

    /** Whether something still waits for it. */
    public boolean isOpen() {
        return left != null || state == State.STANDING;
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
