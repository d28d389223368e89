package org.yichuang.kernel.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** Goes through the days after a start, counts those that count and remembers why the others do not. */
final class DayCounter {
    private final WorkingCalendar calendar;
    private final List<Suspension> suspensions;
    private final List<UncountedDay> skipped = new ArrayList<>();
    private final List<LocalDate> madeUp = new ArrayList<>();
    private LocalDate day;
    private LocalDate uncertainFrom;
    private LocalDate rolledFrom;
    private Suspension standing;

    DayCounter(LocalDate start, List<Suspension> suspensions, WorkingCalendar calendar) {
        this.day = start;
        this.suspensions = suspensions;
        this.calendar = calendar;
    }

    /** Counts a limit from the day reached so far, which is not counted itself (R2-05, R2-06). */
    void count(Limit limit) {
        int left = limit.amount();
        while (left > 0 && standing == null) {
            day = day.plusDays(1);
            if (!isSuspended() && (limit.unit() == DayUnit.CALENDAR || isWorkday())) {
                left--;
            }
        }
    }

    /** A period does not end on a day on which nobody works, nor while its clock stands (R2-07a). */
    void rollForward() {
        LocalDate end = day;
        while (standing == null && (isSuspended() || !isWorkday())) {
            rolledFrom = end;
            day = day.plusDays(1);
        }
    }

    private boolean isSuspended() {
        for (Suspension suspension : suspensions) {
            if (suspension.covers(day)) {
                if (suspension.isOpen()) {
                    standing = suspension;
                } else {
                    String reason = suspension.reason();
                    skipped.add(new UncountedDay(
                            day, LocalizedMessage.of(DayCounter.class, "day-counter.clock-stopped", reason), false));
                }
                return true;
            }
        }
        return false;
    }

    private boolean isWorkday() {
        DayKind kind = calendar.kindOf(day);
        if (kind.provisional() && uncertainFrom == null) {
            uncertainFrom = day;
        }
        if (!kind.workday()) {
            skipped.add(new UncountedDay(day, kind.reason(), kind.provisional()));
        } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
            madeUp.add(day);
        }
        return kind.workday();
    }

    Optional<LocalDate> due() {
        return standing == null ? Optional.of(day) : Optional.empty();
    }

    List<UncountedDay> skipped() {
        return skipped;
    }

    /** The weekend days that counted because offices worked. */
    List<LocalDate> madeUp() {
        return madeUp;
    }

    /** The first day on the way of which the calendar could not be sure. */
    Optional<LocalDate> uncertainFrom() {
        return Optional.ofNullable(uncertainFrom);
    }

    /** The day on which the period would have ended, had somebody worked on it. */
    Optional<LocalDate> rolledFrom() {
        return Optional.ofNullable(rolledFrom);
    }

    /** The suspension in which the clock stands. */
    Optional<Suspension> standing() {
        return Optional.ofNullable(standing);
    }
}
