package org.yichuang.windows.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads days of the years 1 to 9999, as the interface does: ISO-8601 knows others, but databases do not. */
final class PlainDay {
    private static final int LAST_YEAR = 9999;

    private PlainDay() {}

    /** Returns a day; null where none is said, or the text is none. */
    static LocalDate of(String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
