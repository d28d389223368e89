package org.yichuang.kernel.api.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notices that the product ships, read without a JSON library, which the kernel does not have. */
final class ShippedCalendars {
    private static final Path FOLDER = Path.of("../../../tenants/calendars");
    private static final Pattern DAY =
            Pattern.compile("\\{\"date\": \"([0-9-]+)\", \"name\": \"([^\"]+)\", \"isOffDay\": (true|false)}");

    private ShippedCalendars() {}

    static CalendarTable national() {
        return CalendarTable.national(days(2024, 2025, 2026));
    }

    static List<CalendarDay> days(int... years) {
        List<CalendarDay> days = new ArrayList<>();
        for (int year : years) {
            Matcher entries = DAY.matcher(read(year));
            while (entries.find()) {
                days.add(new CalendarDay(
                        CalendarTable.NATIONAL,
                        LocalDate.parse(entries.group(1)),
                        entries.group(3).equals("false"),
                        entries.group(2),
                        "notice of " + year));
            }
        }
        return days;
    }

    private static String read(int year) {
        try {
            return Files.readString(FOLDER.resolve(year + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
