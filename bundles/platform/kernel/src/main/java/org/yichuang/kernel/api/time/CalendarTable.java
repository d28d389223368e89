package org.yichuang.kernel.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The calendar of one region: the national notices, over them those of its province, city and county (R2-02, R2-03),
 * and Monday to Friday where no notice speaks.
 */
public final class CalendarTable implements WorkingCalendar {
    /** The region of a notice for the whole country. */
    public static final String NATIONAL = "000000";

    /**
     * From this day of December on the notice of the next year may speak (it did for 2007, 2018 and 2022), so
     * nothing is certain there before that notice is loaded.
     */
    private static final int NEXT_NOTICE_FROM = 29;

    private static final int[] DIVISION_DIGITS = {0, 2, 4, 6, 9, 12};
    private static final int DECEMBER = 12;

    private static final DayKind WORKDAY = new DayKind(true, reason("workday"), false);
    private static final DayKind WEEKEND = new DayKind(false, reason("weekend"), false);
    private static final DayKind LIKELY_WORKDAY = new DayKind(true, reason("likely-workday"), true);
    private static final DayKind LIKELY_WEEKEND = new DayKind(false, reason("likely-weekend"), true);

    private final Map<LocalDate, DayKind> named;
    private final Set<Integer> years;

    private CalendarTable(Map<LocalDate, DayKind> named, Set<Integer> years) {
        this.named = Map.copyOf(named);
        this.years = Set.copyOf(years);
    }

    /** The calendar of the whole country. */
    public static CalendarTable national(Collection<CalendarDay> days) {
        return of(days, NATIONAL);
    }

    /**
     * The calendar of a region, out of the days of all regions.
     *
     * @param region a division code of 6, 9 or 12 digits
     */
    public static CalendarTable of(Collection<CalendarDay> days, String region) {
        String here = stem(region);
        Map<LocalDate, DayKind> named = new HashMap<>();
        days.stream()
                .filter(row -> here.startsWith(stem(row.region())))
                .sorted(Comparator.comparing(row -> stem(row.region()).length()))
                .forEach(row -> named.put(row.day(), kind(row)));
        Set<Integer> years = days.stream()
                .filter(row -> stem(row.region()).isEmpty() && !mayBeOfNextNotice(row.day()))
                .map(row -> row.day().getYear())
                .collect(Collectors.toSet());
        return new CalendarTable(named, years);
    }

    @Override
    public DayKind kindOf(LocalDate day) {
        DayKind kind = named.get(day);
        if (kind != null) {
            return kind;
        }
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        if (isCertain(day)) {
            return weekend ? WEEKEND : WORKDAY;
        }
        return weekend ? LIKELY_WEEKEND : LIKELY_WORKDAY;
    }

    @Override
    public boolean isLoaded(int year) {
        return years.contains(year);
    }

    private boolean isCertain(LocalDate day) {
        return isLoaded(day.getYear()) && (!mayBeOfNextNotice(day) || isLoaded(day.getYear() + 1));
    }

    private static boolean mayBeOfNextNotice(LocalDate day) {
        return day.getMonthValue() == DECEMBER && day.getDayOfMonth() >= NEXT_NOTICE_FROM;
    }

    private static DayKind kind(CalendarDay row) {
        LocalizedMessage holiday = HolidayNames.label(row.name());
        if (row.workday()) {
            return new DayKind(true, reason("made-up", holiday), false);
        }
        boolean national = stem(row.region()).isEmpty();
        return new DayKind(false, reason(national ? "national-holiday" : "local-holiday", holiday), false);
    }

    private static LocalizedMessage reason(String key, Object... arguments) {
        return LocalizedMessage.of(CalendarTable.class, "calendar." + key, arguments);
    }

    /** The leading digits that name the division: {@code 450000} is 45, {@code 000000} is everything. */
    private static String stem(String region) {
        for (int digits : DIVISION_DIGITS) {
            if (digits <= region.length() && region.substring(digits).chars().allMatch(c -> c == '0')) {
                return region.substring(0, digits);
            }
        }
        return region;
    }
}
