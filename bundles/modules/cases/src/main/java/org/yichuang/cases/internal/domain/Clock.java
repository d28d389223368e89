package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * A clock that was started. Its last day is never kept: it is reckoned from the calendar of the day (R2-04).
 *
 * @param kind which one
 * @param start the day of the event that started it; not counted itself (R2-05)
 * @param limit how long
 * @param ended the day on which what it waits for was done, or null
 * @param stopped whether it no longer matters
 */
public record Clock(ClockKind kind, LocalDate start, Limit limit, LocalDate ended, boolean stopped) {
    static Clock started(ClockKind kind, LocalDate start, Limit limit) {
        return new Clock(kind, start, limit, null, false);
    }

    /** Tells whether it still waits. */
    public boolean isRunning() {
        return ended == null && !stopped;
    }

    /** The last day, explained. */
    public Deadline deadline(WorkingCalendar calendar) {
        return Deadlines.due(start, limit, List.of(), null, calendar);
    }

    /** {@code RUNNING}, {@code MET}, {@code MISSED} or {@code STOPPED}. */
    public String state(LocalDate today, WorkingCalendar calendar) {
        if (stopped) {
            return "STOPPED";
        }
        LocalDate until = ended == null ? today : ended;
        boolean late = deadline(calendar).due().filter(until::isAfter).isPresent();
        if (late) {
            return "MISSED";
        }
        return ended == null ? "RUNNING" : "MET";
    }

    Clock end(LocalDate day) {
        return new Clock(kind, start, limit, day, false);
    }

    Clock stop() {
        return new Clock(kind, start, limit, null, true);
    }

    Clock again() {
        return new Clock(kind, start, limit, null, false);
    }
}
