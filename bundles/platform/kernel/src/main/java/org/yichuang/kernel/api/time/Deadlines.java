package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/** The arithmetic of statutory days (R2-05 to R2-10). */
public final class Deadlines {
    private Deadlines() {}

    /**
     * The last day of a limit. The start is not counted, nor is a suspended day; a working-day limit ends on its n-th
     * working day, a calendar limit moves on to the next working day, and a limit of 0 ends on the start itself or the
     * next working day.
     *
     * @param suspensions in any order, possibly none; an open one that the count runs into leaves no due day
     * @param extensionOrNull what was granted on top: added up in the same unit, counted on from the end otherwise
     */
    public static Deadline due(
            LocalDate start,
            Limit limit,
            List<Suspension> suspensions,
            Limit extensionOrNull,
            WorkingCalendar calendar) {
        List<Suspension> inOrder = suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from))
                .toList();
        DayCounter walk = new DayCounter(start, inOrder, calendar);
        walk.count(limit);
        if (extensionOrNull != null) {
            if (extensionOrNull.unit() != limit.unit()) {
                walk.rollForward();
            }
            walk.count(extensionOrNull);
        }
        walk.rollForward();
        DeadlineText text = new DeadlineText(start, limit, extensionOrNull, walk);
        return new Deadline(
                walk.due(), walk.uncertainFrom().isPresent(), start, limit, walk.skipped(), inOrder, text.sentence());
    }

    /** The n-th working day strictly after the start (R2-06); strictly before it for a negative n; the start for 0. */
    public static LocalDate addWorkdays(LocalDate start, int n, WorkingCalendar calendar) {
        int step = Integer.signum(n);
        LocalDate day = start;
        int left = Math.abs(n);
        while (left > 0) {
            day = day.plusDays(step);
            if (calendar.isWorkday(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * Tells whether a notice is early enough before an event (R2-07). The day of the notice is not counted, and
     * holidays at the end do not lengthen a minimum period.
     *
     * @param strictFullDays whether the whole period must lie between the two days, as for notices of hearings
     */
    public static boolean minimumNotice(
            LocalDate noticeDay, LocalDate event, Limit minimum, boolean strictFullDays, WorkingCalendar calendar) {
        LocalDate earliest = minimum.unit() == DayUnit.WORKING
                ? addWorkdays(noticeDay, minimum.amount(), calendar)
                : noticeDay.plusDays(minimum.amount());
        return strictFullDays ? event.isAfter(earliest) : !event.isBefore(earliest);
    }

    /** The working days after today until the due day: 0 on the day itself, negative once one has passed since. */
    public static int workdaysLeft(LocalDate today, LocalDate due, WorkingCalendar calendar) {
        if (today.isAfter(due)) {
            return -workdaysLeft(due, today, calendar);
        }
        return (int) today.datesUntil(due)
                .map(day -> day.plusDays(1))
                .filter(calendar::isWorkday)
                .count();
    }

    /**
     * The day on which something handed in online counts as received: the next working day after closing time or on a
     * day off (R2-09). The true moment is kept elsewhere.
     */
    public static LocalDate receivedDate(LocalDateTime submitted, LocalTime closing, WorkingCalendar calendar) {
        LocalDate day = submitted.toLocalDate();
        boolean open = calendar.isWorkday(day) && !submitted.toLocalTime().isAfter(closing);
        return open ? day : addWorkdays(day, 1, calendar);
    }
}
