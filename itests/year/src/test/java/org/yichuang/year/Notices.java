package org.yichuang.year;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;

/**
 * What is said about days off in the year, and when: the notice of its beginning; a day off that is given with a
 * fortnight's notice; one that is only afterwards said to have been none, and one to have been one; and the notice of
 * the next year, which comes late.
 */
final class Notices {
    private final List<Notice> all = new ArrayList<>();

    /**
     * What holds from a moment on.
     *
     * @param from the moment, in China
     * @param days everything that has been said until then; the last word about a day counts
     */
    record Notice(LocalDateTime from, List<CalendarDay> days) {
        CalendarTable table() {
            return CalendarTable.national(days);
        }

        /** The same for the checker. */
        org.yichuang.year.check.Notice plain() {
            return new org.yichuang.year.check.Notice(
                    from,
                    days.stream()
                            .collect(Collectors.toMap(CalendarDay::day, CalendarDay::workday, (old, last) -> last)));
        }
    }

    Notices() {
        List<CalendarDay> days = new ArrayList<>();
        off(days, "2026-01-01", "2026-01-03", "元旦");
        off(days, "2026-02-15", "2026-02-23", "春节");
        off(days, "2026-04-04", "2026-04-06", "清明节");
        off(days, "2026-05-01", "2026-05-05", "劳动节");
        off(days, "2026-06-19", "2026-06-21", "端午节");
        off(days, "2026-09-25", "2026-09-27", "中秋节");
        off(days, "2026-10-01", "2026-10-07", "国庆节");
        on(days, "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");
        say("2025-11-04T00:00", days);
        off(days, "2026-07-09", "2026-07-10", "台风");
        say("2026-07-15T10:30", days);
        off(days, "2026-09-03", "2026-09-03", "纪念日");
        on(days, "2026-09-06");
        say("2026-08-20T16:20", days);
        days.removeIf(day -> day.day().equals(LocalDate.parse("2026-07-10")));
        say("2026-09-08T09:10", days);
        off(days, "2027-01-01", "2027-01-03", "元旦");
        off(days, "2027-02-05", "2027-02-11", "春节");
        on(days, "2027-01-30", "2027-02-14");
        say("2026-12-09T17:40", days);
    }

    private void say(String from, List<CalendarDay> days) {
        all.add(new Notice(LocalDateTime.parse(from), List.copyOf(days)));
    }

    private static void off(List<CalendarDay> days, String from, String to, String name) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day -> days.add(new CalendarDay(CalendarTable.NATIONAL, day, false, name, "notice")));
    }

    private static void on(List<CalendarDay> days, String... work) {
        for (String day : work) {
            days.add(new CalendarDay(CalendarTable.NATIONAL, LocalDate.parse(day), true, "调休", "notice"));
        }
    }

    /** In the order in which they come; the first holds from the beginning. */
    List<Notice> all() {
        return List.copyOf(all);
    }
}
