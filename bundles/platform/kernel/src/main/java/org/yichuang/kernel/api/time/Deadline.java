package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The last day of a limit, with its explanation.
 *
 * @param due the day, which ends at 24:00 in China (R2-10); empty while the clock stands
 * @param provisional whether the count ran through days whose holiday notice is not known (R2-04): compute it again
 *     when the notice is loaded
 * @param start the day of the event that starts the clock; it is not counted
 * @param limit the limit without extension
 * @param skipped every day after the start that did not count, in order
 * @param suspensions the suspensions that were given, in order
 * @param sentence the whole reckoning, for people
 */
public record Deadline(
        Optional<LocalDate> due,
        boolean provisional,
        LocalDate start,
        Limit limit,
        List<UncountedDay> skipped,
        List<Suspension> suspensions,
        LocalizedMessage sentence) {
    public Deadline {
        skipped = List.copyOf(skipped);
        suspensions = List.copyOf(suspensions);
    }

    /** Tells whether the clock stands, so that there is no due day at present. */
    public boolean isStanding() {
        return due.isEmpty();
    }
}
