package org.yichuang.kernel.api.time;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What "日" means in a limit; it differs from law to law (R2-05 and the unit table after it). */
public enum DayUnit {
    /** 工作日: days on which offices work. */
    WORKING,
    /** 日: every day of the calendar. */
    CALENDAR;

    /** Finds a unit by the words of laws and guides: 工作日, 个工作日, 日, 天, 自然日, working days, days … */
    public static Optional<DayUnit> parse(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String word = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]", "")
                .replaceFirst("^个", "");
        return switch (word) {
            case "工作日", "工作天", "working", "workingday", "workingdays", "workday", "workdays" -> Optional.of(WORKING);
            case "日", "天", "自然日", "日历日", "calendar", "calendarday", "calendardays", "day", "days" -> Optional.of(
                    CALENDAR);
            default -> Optional.empty();
        };
    }
}
