package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.yichuang.catalogue.api.Handling;

/** What a case adds to the figures of its centre: on which days it came, was accepted, decided, concluded … */
final class Figures {
    /** What counts by when something has to be done next. */
    static final String OVERDUE = "overdue";

    private static final List<String> DECIDED = List.of("granted", "refused", "issued", "deemed-renewed");

    private final boolean isInstant;
    private final boolean isReviewedOnline;
    private final boolean isVisitsPromised;
    private boolean isOnline;
    private boolean isFromBelow;
    /** Whether nothing of it was entered afterwards (M-CAS-12). */
    private boolean isCaptured = true;

    private boolean isAnswerAwaited;
    private Delivery delivered;
    private Delivery answered;
    /** On which days something was handed in or over at the counter (R3-14). */
    private final Set<LocalDate> visits = new HashSet<>();
    /** Once, and again for each time that it came back after it had been handed back. */
    private final List<Round> rounds = new ArrayList<>();

    private static final class Round {
        private final LocalDate from;
        private LocalDate accepted;
        /** From which day its acceptance counts; of what was entered afterwards, on which it had come. */
        private LocalDate begun;

        private LocalDate decided;
        private Conclusion concluded;

        Round(LocalDate from) {
            this.from = from;
        }
    }

    private record Conclusion(LocalDate day, boolean isDecided, boolean isLate, boolean isEarly) {}

    private record Delivery(LocalDate day, boolean isLate) {}

    Figures(boolean isInstant, Handling handling) {
        this.isInstant = isInstant;
        this.isReviewedOnline = handling.onlinePreReview();
        this.isVisitsPromised = handling.visits() != null;
    }

    void after(Entry entry, List<Watch> watches, WorkDays days, boolean isIssuedHere, boolean isOverTheCounter) {
        switch (entry.event()) {
            case "submitted" -> {
                come(entry, !isOverTheCounter);
                isCaptured = entry.detail("cameOn").isEmpty();
                last().begun = isCaptured ? null : LocalDate.parse(entry.detail("cameOn"));
            }
            case "transferred" -> come(entry, !isOverTheCounter);
            case "accepted", "deemed-accepted" -> accept(entry);
            case "granted", "refused", "issued" -> decide(entry.day());
            case "deemed-renewed" -> {
                acceptByLaw(entry.day(), watches);
                decide(entry.day());
            }
            case "delivered" -> delivered = delivery(entry.day(), watches, days, Figures::isOfDelivery);
            case "due-moved" -> judge(entry.day().withDayOfMonth(1), watches, days);
            case "clearly-answered" -> answered = delivery(entry.day(), watches, days, Figures::isOfAnswer);
            case "special-handling" -> throw new UnsupportedOperationException(
                    "The year has nothing that is handled specially");
            default -> {
                // no day of its own
            }
        }
        if (isVisit(entry, isOverTheCounter)) {
            visits.add(entry.day());
        }
        if (isEnd(entry, isIssuedHere) && last().concluded == null) {
            boolean isDecided = DECIDED.contains(entry.event());
            last().concluded = conclusion(entry.day(), isDecided, watches, days);
        }
        isAnswerAwaited = entry.event().equals("upper-asked") || isAnswerAwaited && isAside(entry);
    }

    private void accept(Entry entry) {
        Round round = last();
        round.accepted = round.accepted == null ? entry.day() : round.accepted;
        round.begun = round.begun == null ? entry.date("clockFrom") : round.begun;
    }

    /** What nobody has accepted by then counts from when it had come, if its days still ran. */
    private void acceptByLaw(LocalDate day, List<Watch> watches) {
        Round round = last();
        if (round.accepted == null) {
            round.accepted = day;
            round.begun = round.begun == null ? cameBy(day, watches) : round.begun;
        }
    }

    private static LocalDate cameBy(LocalDate day, List<Watch> watches) {
        return watches.stream()
                .filter(watch -> watch.kind.equals("notice") && day.equals(watch.ended))
                .map(watch -> watch.start)
                .reduce((before, after) -> after)
                .orElse(day);
    }

    private void decide(LocalDate day) {
        last().decided = last().decided == null ? day : last().decided;
    }

    private boolean isVisit(Entry entry, boolean isOverTheCounter) {
        return !isFromBelow
                && switch (entry.event()) {
                    case "submitted", "corrected", "answered", "supplied", "corrected-on-the-spot" -> isOverTheCounter;
                    case "delivered" -> entry.fact("method").equals("DIRECT");
                    default -> false;
                };
    }

    private Round last() {
        return rounds.get(rounds.size() - 1);
    }

    private void come(Entry entry, boolean online) {
        isFromBelow = entry.event().equals("transferred");
        isOnline |= online;
        rounds.add(new Round(entry.day()));
    }

    /** What is known better within its month is counted so; what was said of a month that is over stays. */
    private void judge(LocalDate from, List<Watch> watches, WorkDays days) {
        for (Round round : rounds) {
            Conclusion was = round.concluded;
            if (was != null && !was.day().isBefore(from)) {
                round.concluded = conclusion(was.day(), was.isDecided(), watches, days);
            }
        }
        if (delivered != null && !delivered.day().isBefore(from)) {
            delivered = delivery(delivered.day(), watches, days, Figures::isOfDelivery);
        }
        if (answered != null && !answered.day().isBefore(from)) {
            answered = delivery(answered.day(), watches, days, Figures::isOfAnswer);
        }
    }

    private static Conclusion conclusion(LocalDate day, boolean isDecided, List<Watch> watches, WorkDays days) {
        boolean isLate = watches.stream().anyMatch(watch -> !isOfDelivery(watch) && isMissed(watch, day, days));
        return new Conclusion(day, isDecided, isLate, isDecided && !isLate && isEarly(watches, days));
    }

    private static Delivery delivery(LocalDate day, List<Watch> watches, WorkDays days, Predicate<Watch> which) {
        return new Delivery(day, watches.stream().anyMatch(watch -> which.test(watch) && isMissed(watch, day, days)));
    }

    /** A clear answer is late by whatever was to be said or done before it. */
    private static boolean isOfAnswer(Watch watch) {
        return !isOfDelivery(watch);
    }

    private static boolean isOfDelivery(Watch watch) {
        return Watch.OF_DELIVERY.contains(watch.kind);
    }

    /** Whether a limit was missed by a day, also one that has not mattered any more since. */
    private static boolean isMissed(Watch watch, LocalDate day, WorkDays days) {
        if (watch.counts.isAfter(day) || watch.isOfOthers()) {
            return false;
        }
        return watch.dropped == null
                ? watch.isMissedHere(watch.ended == null ? day : watch.ended, days)
                : watch.isMissedHere(watch.dropped, watch.droppedBy);
    }

    private static boolean isEarly(List<Watch> watches, WorkDays days) {
        for (String kind : List.of("promise", "decision", "pre-review")) {
            Optional<Watch> kept = watches.stream()
                    .filter(watch -> watch.kind.equals(kind) && watch.ended != null)
                    .reduce((first, second) -> second);
            if (kept.isPresent()) {
                LocalDate ended = kept.get().ended;
                return kept.get().last(days).filter(ended::isBefore).isPresent();
            }
        }
        return false;
    }

    /** Whether there is a result, or there will be none; whoever fetches it when. */
    private boolean isEnd(Entry entry, boolean isIssuedHere) {
        return switch (entry.event()) {
            case "not-accepted", "returned", "withdrawn", "refused", "issued", "grant-ended" -> true;
            case "lapsed", "clearly-answered" -> true;
            case "granted", "deemed-renewed" -> isFromBelow && !isIssuedHere;
            default -> false;
        };
    }

    /** Whether a step leaves the question of the centre above where it is. */
    private static boolean isAside(Entry entry) {
        return List.of("", "supplied", "promise-checked", "due-moved").contains(entry.event())
                || List.of("promise-due", "promise-broken", "promise-check-due", "promise-check-overdue")
                        .contains(entry.event());
    }

    /** Whether the centre above waits for an answer. */
    boolean isAnswerAwaited() {
        return isAnswerAwaited;
    }

    /**
     * How often a figure counts it.
     *
     * @param due by when it has to be acted upon next
     */
    long count(String figure, LocalDate from, LocalDate to, Optional<LocalDate> due) {
        return switch (figure) {
            case "received" -> is(isWithin(rounds.get(0).from, from, to));
            case "online" -> is(isOnline && isWithin(rounds.get(0).from, from, to));
            case "instant" -> is(isInstant && isWithin(rounds.get(0).from, from, to));
            case "delivered" -> is(delivered != null && isWithin(delivered.day(), from, to));
            case "delivered-on-time" -> is(
                    delivered != null && !delivered.isLate() && isWithin(delivered.day(), from, to));
            case "online-reviewed", "online-reviewed-on-time" -> reviewedOnline();
            case "visits" -> visits.stream()
                    .filter(day -> isWithin(day, from, to))
                    .count();
            case "visited", "visits-kept" -> visitsPromised();
            case "answered" -> is(answered != null && isWithin(answered.day(), from, to));
            case "answered-on-time" -> is(answered != null && !answered.isLate() && isWithin(answered.day(), from, to));
            case "special" -> 0;
            case "open" -> is(last().concluded == null);
            case OVERDUE -> is(
                    last().concluded == null && due.filter(to::isAfter).isPresent());
            case "undelivered" -> is(
                    !isFromBelow && last().concluded != null && last().concluded.isDecided() && delivered == null);
            case "carried-in" -> rounds.stream()
                    .filter(round -> isOpen(round, from.minusDays(1)))
                    .count();
            case "carried-out" -> rounds.stream()
                    .filter(round -> isOpen(round, to))
                    .count();
            default -> rounds.stream()
                    .filter(round -> isIn(figure, round, from, to))
                    .count();
        };
    }

    private long visitsPromised() {
        if (isVisitsPromised) {
            throw new UnsupportedOperationException("The year has no item that says how often somebody comes");
        }
        return 0;
    }

    /** Nothing is, of the items that the year has. */
    private long reviewedOnline() {
        if (isReviewedOnline) {
            throw new UnsupportedOperationException("The year has no item whose applications are reviewed online");
        }
        return 0;
    }

    private static long is(boolean counted) {
        return counted ? 1 : 0;
    }

    private boolean isIn(String figure, Round round, LocalDate from, LocalDate to) {
        boolean isConcluded = round.concluded != null && isWithin(round.concluded.day(), from, to);
        return switch (figure) {
            case "reopened" -> round != rounds.get(0) && isWithin(round.from, from, to);
            case "accepted" -> isWithin(round.accepted, from, to);
            case "same-day" -> isWithin(round.accepted, from, to)
                    && round.concluded != null
                    && round.concluded.day().equals(round.begun == null ? round.accepted : round.begun);
            case "decided" -> isWithin(round.decided, from, to);
            case "done" -> isConcluded;
            case "resulted" -> isConcluded && round.concluded.isDecided();
            case "end-rate" -> round == rounds.get(0)
                    && isWithin(round.from, from, to)
                    && round.concluded != null
                    && !round.concluded.day().isAfter(to);
            case "on-time" -> isConcluded && !round.concluded.isLate();
            case "captured" -> isConcluded && isCaptured;
            case "early" -> isConcluded && round.concluded.isEarly();
            default -> throw new IllegalArgumentException(figure);
        };
    }

    /** Whether it was open when a day ended. */
    private static boolean isOpen(Round round, LocalDate day) {
        return !round.from.isAfter(day)
                && (round.concluded == null || round.concluded.day().isAfter(day));
    }

    private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
        return day != null && !day.isBefore(from) && !day.isAfter(to);
    }
}
