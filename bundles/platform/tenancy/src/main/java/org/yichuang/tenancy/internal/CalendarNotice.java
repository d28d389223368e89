package org.yichuang.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.tenancy.api.Calendars.Imported;
import org.yichuang.tenancy.api.TenancyError;

/**
 * A year's holiday notice. The year is that of the notice: its days may lie in the neighbouring years.
 *
 * @param region division code, {@link CalendarTable#NATIONAL} for the whole country
 * @param year of the notice
 * @param paper the document
 * @param days what it says
 */
record CalendarNotice(String region, int year, String paper, List<CalendarDay> days) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /**
     * @throws ProblemException {@link TenancyError#CALENDAR_INVALID} with every offending entry
     */
    static CalendarNotice read(JsonNode json) {
        List<FieldProblem> faults = new ArrayList<>();
        int year = json.path("year").asInt(0);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            faults.add(new FieldProblem(
                    "year", LocalizedMessage.of(CalendarNotice.class, "calendar-notice.year-out-of-range")));
        }
        String region = json.path("region").asText(CalendarTable.NATIONAL);
        if (!region.equals(CalendarTable.NATIONAL) && !isDivision(region)) {
            faults.add(new FieldProblem(
                    "region", LocalizedMessage.of(CalendarNotice.class, "calendar-notice.not-a-division")));
        }
        String paper = json.path("paper").asText("");
        List<CalendarDay> days = days(json.path("days"), year, region, paper, faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    TenancyError.CALENDAR_INVALID,
                    LocalizedMessage.of(
                            CalendarNotice.class,
                            "calendar-notice.invalid",
                            faults.get(0).field(),
                            faults.get(0).message()),
                    faults);
        }
        return new CalendarNotice(region, year, paper, days);
    }

    /** Whether it speaks for the days of a division. */
    boolean appliesTo(DivisionCode division) {
        return region.equals(CalendarTable.NATIONAL) || new DivisionCode(region).contains(division);
    }

    /** Whether it speaks for nobody outside of a division. */
    boolean liesIn(DivisionCode division) {
        return !region.equals(CalendarTable.NATIONAL) && division.contains(new DivisionCode(region));
    }

    Imported summary() {
        return new Imported(region, year, days.size(), paper);
    }

    /** What an audit entry says of it. */
    Map<String, String> details(String source) {
        return Map.of("year", String.valueOf(year), "region", region, "paper", paper, "file", source);
    }

    String fileName() {
        return (region.equals(CalendarTable.NATIONAL) ? "" : region + "-") + year + ".json";
    }

    private static List<CalendarDay> days(
            JsonNode list, int year, String region, String paper, List<FieldProblem> faults) {
        List<CalendarDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        if (!list.isArray() || list.isEmpty()) {
            faults.add(new FieldProblem("days", LocalizedMessage.of(CalendarNotice.class, "calendar-notice.no-days")));
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            String field = "days[" + i + "]";
            LocalDate date = date(entry.path("date").asText(""));
            if (date == null || Math.abs(date.getYear() - year) > 1) {
                faults.add(new FieldProblem(
                        field + ".date",
                        LocalizedMessage.of(CalendarNotice.class, "calendar-notice.date-not-of-year")));
            } else if (!seen.add(date)) {
                faults.add(new FieldProblem(
                        field + ".date", LocalizedMessage.of(CalendarNotice.class, "calendar-notice.date-twice")));
            } else if (!entry.path("isOffDay").isBoolean()) {
                faults.add(new FieldProblem(
                        field + ".isOffDay",
                        LocalizedMessage.of(CalendarNotice.class, "calendar-notice.must-be-true-or-false")));
            } else if (entry.path("name").asText("").isBlank()) {
                faults.add(new FieldProblem(
                        field + ".name",
                        LocalizedMessage.of(CalendarNotice.class, "calendar-notice.holiday-name-missing")));
            } else {
                boolean workday = !entry.path("isOffDay").asBoolean();
                days.add(new CalendarDay(
                        region, date, workday, entry.path("name").asText(""), paper));
            }
        }
        return days;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static boolean isDivision(String text) {
        try {
            return new DivisionCode(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
