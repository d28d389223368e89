package org.yichuang.year.check;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be said of the last days of a case, and whether it was: of each limit that a day is near, and that it has
 * passed, once and on the first night on which that is so, and once more of another day (R3-32, R3-33).
 */
final class Warnings {
    private static final List<String> SIGNS =
            List.of("due-soon", "promise-overdue", "statutory-overdue", "suspension-overdue");
    private static final List<String> PROMISED =
            List.of("promise", "stage", "special", "online-review", Answers.ANSWER, Watch.REFUSAL, Awaited.KIND);
    /** What makes nobody of the centre late. */
    private static final List<String> OF_OTHERS = List.of("coordination", Answers.CORRECTION, "hearing-request");
    /** It runs until a day, and its limit is how many are worked on until then. */
    private static final String UNTIL = "renewal";

    private static final String SOON = "due-soon";
    private static final String TIMER = "system";
    private static final Duration A_VISIT = Duration.ofSeconds(10);
    /** A fifth of the limit is little time, and so is one day. */
    private static final int PART = 5;

    private final Story story;
    private final Facts facts;
    private final Deque<LocalDateTime> nights;
    private final Map<Watch, Said> said = new HashMap<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> ofAbove = new ArrayList<>();

    private record Said(LocalDate last, String sign) {}

    /** @param nights the moments at which somebody has looked, in order */
    Warnings(Story story, Facts facts, List<LocalDateTime> nights) {
        this.story = story;
        this.facts = facts;
        this.nights = new ArrayDeque<>(nights);
    }

    /** Goes through the nights before an entry; tells whether it is one of those that say something of a last day. */
    boolean take(Entry entry) {
        while (!nights.isEmpty() && isBefore(nights.peek(), entry)) {
            look(nights.poll());
        }
        if (!SIGNS.contains(entry.event())) {
            return false;
        }
        String words = entry.event() + " " + entry.fact("kind") + " " + entry.fact("due");
        boolean isKnown = entry.fact("centre").equals(story.tenant) ? expected.remove(words) : isSoAbove(entry, words);
        if (!isKnown) {
            story.wrong.add("says " + words + " at " + entry.at());
        }
        return true;
    }

    /** What a visit does before it speaks of last days is done by then. */
    private static boolean isBefore(LocalDateTime night, Entry entry) {
        boolean isOfVisit = entry.actor().equals(TIMER)
                && !SIGNS.contains(entry.event())
                && entry.at().isBefore(night.plus(A_VISIT));
        return !night.isAfter(entry.at()) && !isOfVisit;
    }

    /** The limits of the centre above are told by letters: here it is seen that each is said once, on either side. */
    private boolean isSoAbove(Entry entry, String words) {
        LocalDate last = entry.date("due");
        boolean isNew = !ofAbove.contains(words);
        ofAbove.add(words);
        return isNew && entry.event().equals(SOON) != entry.day().isAfter(last) && story.figures.isAnswerAwaited();
    }

    /** Goes through the nights after the last entry. */
    void end() {
        while (!nights.isEmpty()) {
            look(nights.poll());
        }
        miss();
    }

    private void miss() {
        expected.forEach(words -> story.wrong.add("does not say " + words));
        expected.clear();
    }

    private void look(LocalDateTime night) {
        miss();
        WorkDays days = facts.days(night);
        Stream.concat(story.watches.stream(), story.plans())
                .filter(watch -> watch.isRunning() && !OF_OTHERS.contains(watch.kind))
                .filter(watch -> watch.isKeptAbove() || !story.figures.isAnswerAwaited())
                .forEach(watch -> watch.last(days).ifPresent(last -> weigh(watch, last, night.toLocalDate(), days)));
    }

    private void weigh(Watch watch, LocalDate last, LocalDate day, WorkDays days) {
        String sign = sign(watch, last, day, days);
        Said before = said.get(watch);
        boolean isSaid = before != null
                && before.last().equals(last)
                && (before.sign().equals(sign) || !before.sign().equals(SOON));
        if (!sign.isEmpty() && !isSaid) {
            said.put(watch, new Said(last, sign));
            expected.add(sign + " " + watch.kind + " " + last);
        }
    }

    private static String sign(Watch watch, LocalDate last, LocalDate day, WorkDays days) {
        if (day.isAfter(last)) {
            // what is not decided by then is renewed by law
            if (watch.kind.equals(Plans.KIND)) {
                return "suspension-overdue";
            }
            return watch.kind.equals(UNTIL)
                    ? ""
                    : PROMISED.contains(watch.kind) ? "promise-overdue" : "statutory-overdue";
        }
        LocalDate begun = days.next(watch.start);
        LocalDate from = from(watch, last, days);
        return day.isBefore(from) || day.isBefore(begun) ? "" : SOON;
    }

    private static LocalDate from(Watch watch, LocalDate last, WorkDays days) {
        boolean isUntil = watch.kind.equals(UNTIL);
        boolean areWorkdays = isUntil || watch.limit.areWorkdays();
        int limit = isUntil ? worked(watch.start, last, days) : watch.limit.amount();
        int left = Math.max(1, limit / PART);
        LocalDate day = areWorkdays ? last : last.minusDays(left);
        while (!days.isWorked(day)) {
            day = day.minusDays(1);
        }
        for (int i = 0; i < left && areWorkdays; i++) {
            do {
                day = day.minusDays(1);
            } while (!days.isWorked(day));
        }
        return day;
    }

    private static int worked(LocalDate start, LocalDate last, WorkDays days) {
        return (int) start.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(days::isWorked)
                .count();
    }
}
