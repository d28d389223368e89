package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** A short text that is the same for calendars by which the same days are counted. */
final class CalendarFingerprint {
    /** No clock that still runs was started before. */
    private static final int FIRST_YEAR = 2015;
    /** No limit reaches further. */
    private static final int YEARS_AHEAD = 3;

    /** Calendars never change, and thousands of centres share one. */
    private static final Map<WorkingCalendar, Known> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private record Known(int year, String fingerprint) {}

    private CalendarFingerprint() {}

    /** Of a calendar as it counts in the years around a day. */
    static String of(WorkingCalendar calendar, LocalDate today) {
        Known known = KNOWN.get(calendar);
        if (known == null || known.year() != today.getYear()) {
            known = new Known(today.getYear(), computed(calendar, today.getYear()));
            KNOWN.put(calendar, known);
        }
        return known.fingerprint();
    }

    /** The same of what a centre finds to be little time as well: by both it is known when to warn. */
    static String of(Almanac almanac) {
        return Digests.sha256(of(almanac.calendar(), almanac.today()) + almanac.warning());
    }

    private static String computed(WorkingCalendar calendar, int year) {
        StringBuilder days = new StringBuilder();
        LocalDate.of(FIRST_YEAR, 1, 1)
                .datesUntil(LocalDate.of(year + YEARS_AHEAD + 1, 1, 1))
                .forEach(day -> days.append(calendar.isWorkday(day) ? 'w' : 'o'));
        return Digests.sha256(days.toString());
    }
}
