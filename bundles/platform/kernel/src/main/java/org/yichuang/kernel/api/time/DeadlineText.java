package org.yichuang.kernel.api.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;

/** Puts a reckoning into words, so that a clerk or an applicant can follow it. */
final class DeadlineText {
    /** A reason with more stretches of days than this is told by its number of days. */
    private static final int STRETCHES_NAMED = 2;

    private static final LocalizedMessage NOTHING = LocalizedMessage.verbatim("");

    private final LocalDate start;
    private final Limit limit;
    private final Limit extension;
    private final DayCounter walk;

    DeadlineText(LocalDate start, Limit limit, Limit extension, DayCounter walk) {
        this.start = start;
        this.limit = limit;
        this.extension = extension;
        this.walk = walk;
    }

    LocalizedMessage sentence() {
        List<LocalizedMessage> parts = new ArrayList<>();
        parts.add(period());
        walk.standing().ifPresent(stop -> parts.add(words("standing", fullDate(stop.from()), stop.reason())));
        walk.rolledFrom().ifPresent(end -> parts.add(words("rolled", shortDate(end))));
        if (!walk.skipped().isEmpty()) {
            parts.add(words("skipped", skippedDays()));
        }
        if (!walk.madeUp().isEmpty()) {
            parts.add(words(
                    "made-up",
                    joined(walk.madeUp().stream().map(this::shortDate).toList())));
        }
        walk.uncertainFrom().ifPresent(day -> parts.add(words("uncertain", fullDate(day))));
        return words("whole", LocalizedMessage.list(parts, words("full-stop")));
    }

    private LocalizedMessage period() {
        return words(
                limit.isSameDay() ? "same-day" : "from",
                fullDate(start),
                limit.label(),
                extension == null ? NOTHING : words("extended", extension.label()),
                walk.due().map(due -> words("due", fullDate(due))).orElse(NOTHING));
    }

    private LocalizedMessage skippedDays() {
        Map<LocalizedMessage, List<LocalDate>> byReason = walk.skipped().stream()
                .collect(Collectors.groupingBy(
                        UncountedDay::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(UncountedDay::day, Collectors.toList())));
        return LocalizedMessage.list(byReason.entrySet().stream()
                .map(entry -> words("reason", entry.getKey(), days(entry.getValue())))
                .toList());
    }

    private LocalizedMessage days(List<LocalDate> days) {
        List<Stretch> stretches = stretches(days);
        return stretches.size() > STRETCHES_NAMED
                ? words("days", days.size())
                : joined(stretches.stream().map(this::stretch).toList());
    }

    private static List<Stretch> stretches(List<LocalDate> days) {
        List<Stretch> found = new ArrayList<>();
        for (LocalDate day : days) {
            int last = found.size() - 1;
            if (last >= 0 && found.get(last).to().plusDays(1).equals(day)) {
                found.set(last, new Stretch(found.get(last).from(), day));
            } else {
                found.add(new Stretch(day, day));
            }
        }
        return found;
    }

    private LocalizedMessage stretch(Stretch stretch) {
        LocalizedMessage from = shortDate(stretch.from());
        return stretch.isOneDay() ? from : words("stretch", from, shortDate(stretch.to()));
    }

    private LocalizedMessage shortDate(LocalDate day) {
        return day.getYear() == start.getYear() ? new DateText(day, "date.short") : fullDate(day);
    }

    private static LocalizedMessage fullDate(LocalDate day) {
        return new DateText(day, "date.full");
    }

    private static LocalizedMessage joined(List<LocalizedMessage> days) {
        return LocalizedMessage.list(days, words("comma"));
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(DeadlineText.class, "deadline." + key, arguments);
    }

    private record Stretch(LocalDate from, LocalDate to) {
        boolean isOneDay() {
            return from.equals(to);
        }
    }
}
