package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Turns deadlines into traffic lights (R3-33); a deadline has passed when its day is over (R2-10). */
public final class TrafficLights {
    private TrafficLights() {}

    /** The light of a single statutory deadline, with the usual warning. */
    public static Remaining of(LocalDate today, Deadline deadline, WorkingCalendar calendar) {
        return of(today, deadline, deadline, Warning.USUAL, calendar);
    }

    /**
     * The light of a promised deadline and of the statutory one behind it.
     *
     * @param warning when little time is left before the promised day
     */
    public static Remaining of(
            LocalDate today, Deadline promised, Deadline statutory, Warning warning, WorkingCalendar calendar) {
        DayUnit unit = promised.limit().unit();
        Optional<Integer> left = promised.due().map(due -> daysLeft(today, due, unit, calendar));
        TrafficLight light = TrafficLight.GREEN;
        if (hasPassed(statutory, today)) {
            light = TrafficLight.RED;
        } else if (hasPassed(promised, today)
                || left.filter(days -> warning.isDue(days, promised.limit())).isPresent()) {
            light = TrafficLight.YELLOW;
        }
        return new Remaining(light, left, unit);
    }

    private static boolean hasPassed(Deadline deadline, LocalDate today) {
        return deadline.due().filter(today::isAfter).isPresent();
    }

    private static int daysLeft(LocalDate today, LocalDate due, DayUnit unit, WorkingCalendar calendar) {
        return unit == DayUnit.WORKING
                ? Deadlines.workdaysLeft(today, due, calendar)
                : Math.toIntExact(ChronoUnit.DAYS.between(today, due));
    }
}
