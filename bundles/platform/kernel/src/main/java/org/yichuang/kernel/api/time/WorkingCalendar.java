package org.yichuang.kernel.api.time;

import java.time.LocalDate;

/** Tells working days from others in one region, and says when it can only guess; immutable. */
public interface WorkingCalendar {
    /** What the day is, with the reason. */
    DayKind kindOf(LocalDate day);

    /** Tells whether offices work on the day. */
    default boolean isWorkday(LocalDate day) {
        return kindOf(day).workday();
    }

    /** Tells whether the national holiday notice of the year is known. */
    boolean isLoaded(int year);
}
