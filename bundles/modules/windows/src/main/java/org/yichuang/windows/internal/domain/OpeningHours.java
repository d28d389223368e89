package org.yichuang.windows.internal.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.windows.api.HoursKind;

/**
 * When a place is open: a pattern of the week, and days that are otherwise. Which days are working days the calendar
 * says; that a place is open makes none of them one (X13).
 *
 * @param week the pattern
 * @param exceptions days on which it does not hold
 */
public record OpeningHours(List<Weekly> week, List<Exceptional> exceptions) {
    /** Open at no time. */
    public static final OpeningHours NONE = new OpeningHours(List.of(), List.of());

    private static final int WEEKEND = 2;

    public OpeningHours {
        week = week == null ? List.of() : List.copyOf(week);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
    }

    /** From a time to another one of the same day. */
    public record Span(LocalTime from, LocalTime to) {
        /** Whether a slot of some minutes that begins at a time lies within. */
        public boolean holds(LocalTime time, int minutes) {
            return !time.isBefore(from) && time.toSecondOfDay() + minutes * 60 <= to.toSecondOfDay();
        }
    }

    /** In every week. */
    public record Weekly(DayOfWeek day, LocalTime from, LocalTime to, HoursKind kind) {
        private Span span() {
            return new Span(from, to);
        }
    }

    /**
     * On one day.
     *
     * @param spans when it is open; none: not at all
     * @param reason why it is otherwise
     */
    public record Exceptional(LocalDate day, List<Span> spans, String reason) {
        public Exceptional {
            spans = spans == null ? List.of() : List.copyOf(spans);
        }
    }

    /** Whether nothing has been said of it. */
    public boolean isEmpty() {
        return week.isEmpty() && exceptions.isEmpty();
    }

    /** Why a day is otherwise than its pattern; nothing where it is not. */
    public Optional<String> reason(LocalDate day) {
        return exception(day).map(Exceptional::reason);
    }

    private Optional<Exceptional> exception(LocalDate day) {
        return exceptions.stream().filter(each -> each.day().equals(day)).findFirst();
    }

    /**
     * When it is open on a day, the earliest first. A working day at a week-end, as offices make up for a holiday, is
     * like a Monday where the pattern has nothing for it; on public holidays it is open in hours for those alone.
     */
    public List<Span> on(LocalDate day, WorkingCalendar calendar) {
        List<Span> found = exception(day)
                .map(Exceptional::spans)
                .orElseGet(() -> calendar.isWorkday(day) ? ofWorkday(day) : ofOther(day, calendar));
        return found.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    private List<Span> ofWorkday(LocalDate day) {
        boolean isMadeUp = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
                && of(day.getDayOfWeek(), HoursKind.NORMAL).isEmpty();
        DayOfWeek as = isMadeUp ? DayOfWeek.MONDAY : day.getDayOfWeek();
        return of(as, HoursKind.NORMAL, HoursKind.EXTENDED);
    }

    private List<Span> ofOther(LocalDate day, WorkingCalendar calendar) {
        return isWeekend(day, calendar)
                ? of(day.getDayOfWeek(), HoursKind.EXTENDED, HoursKind.HOLIDAY)
                : of(day.getDayOfWeek(), HoursKind.HOLIDAY);
    }

    /** Whether nobody works because of the week-end alone: more than two such days in a row are a holiday. */
    private static boolean isWeekend(LocalDate day, WorkingCalendar calendar) {
        LocalDate first = day;
        while (!calendar.isWorkday(first.minusDays(1)) && first.isAfter(day.minusDays(WEEKEND))) {
            first = first.minusDays(1);
        }
        LocalDate after = day.plusDays(1);
        while (!calendar.isWorkday(after) && after.isBefore(first.plusDays(WEEKEND + 1L))) {
            after = after.plusDays(1);
        }
        return !after.isAfter(first.plusDays(WEEKEND)) && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private List<Span> of(DayOfWeek day, HoursKind... kinds) {
        List<HoursKind> asked = List.of(kinds);
        return week.stream()
                .filter(each -> each.day() == day && asked.contains(each.kind()))
                .map(Weekly::span)
                .toList();
    }

    /** When the slots of a day begin. */
    public List<LocalTime> slots(LocalDate day, int minutes, WorkingCalendar calendar) {
        List<LocalTime> slots = new ArrayList<>();
        for (Span span : on(day, calendar)) {
            LocalTime time = span.from();
            while (span.holds(time, minutes)) {
                slots.add(time);
                time = time.plusMinutes(minutes);
            }
        }
        return List.copyOf(slots);
    }
}
