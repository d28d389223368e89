package org.yichuang.year.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.year.check.WorkDays.Days;
import org.yichuang.year.check.WorkDays.Stop;

/** A limit over a case, as the checker follows it. */
final class Watch {
    /** In which the centre promises to deliver a refusal. */
    static final String REFUSAL = "refusal-delivery";
    /** Of what comes after the decision. */
    static final List<String> OF_DELIVERY = List.of("delivery", REFUSAL);

    /** What a centre has promised itself, or lets the applicant have: no other centre is told of it. */
    private static final List<String> OF_THE_HOUSE =
            List.of(Awaited.KIND, Plans.KIND, Answers.ANSWER, Answers.CORRECTION, REFUSAL, "stage");

    final String kind;
    final LocalDate start;
    final Days limit;
    final List<Stop> stops = new ArrayList<>();
    private int more;
    private int moreHere;
    /** From when this centre is held to it, where it has begun before. */
    LocalDate counts;

    /** The day on which what it counts from was entered, where that was another one. */
    LocalDate entered;

    private LocalDate end;
    /** The last day that somebody has in writing. */
    private LocalDate told;

    /** Whether it was over before anybody here could do anything about it. */
    private boolean isOverBefore;

    /** Whether it is a promise that the centre above has to keep. */
    private boolean isKeptAbove;

    LocalDate ended;
    /** The day on which it came to matter no more. */
    LocalDate dropped;
    /** The days as they were then: what matters no more moves no more. */
    WorkDays droppedBy;

    Watch(String kind, LocalDate start, Days limit) {
        this.kind = kind;
        this.start = start;
        this.counts = start;
        this.limit = limit;
    }

    /** Whether it is kept by the government, to which something was raised: it makes nothing late here. */
    boolean isOfGovernment() {
        return kind.equals("coordination");
    }

    void keptAbove() {
        isKeptAbove = true;
    }

    boolean isKeptAbove() {
        return isKeptAbove;
    }

    /** Whether it is told to other centres: not what a centre has promised itself. */
    boolean isTold() {
        return !OF_THE_HOUSE.contains(kind);
    }

    /** Whether it is kept by somebody else than the centre, who is late by it alone. */
    boolean isOfOthers() {
        return isOfGovernment() || kind.equals(Answers.CORRECTION);
    }

    /** Whether it stands for a hearing. */
    boolean isStoppable() {
        return !kind.equals("hearing") && !kind.equals(Awaited.KIND);
    }

    boolean isRunning() {
        return ended == null && dropped == null;
    }

    /** One that ends with something that holds until a day, whatever day that is: what is later is too late. */
    static Watch until(String kind, LocalDate start, LocalDate end) {
        Watch watch = new Watch(kind, start, null);
        watch.end = end;
        return watch;
    }

    /** The same of what was over when the file came here: others have let it pass. */
    Watch overBefore(boolean isSo) {
        isOverBefore = isSo;
        return this;
    }

    Optional<LocalDate> last(WorkDays days) {
        if (end != null) {
            return Optional.of(days.lastUntil(start, end));
        }
        Optional<LocalDate> last = days.last(start, limit, more, stops);
        return told == null ? last : last.map(day -> day.isBefore(told) ? told : day);
    }

    /** A day that somebody has in writing stays theirs, whatever notice about days off makes it an earlier one. */
    void tell(WorkDays days) {
        told = last(days).orElse(told);
    }

    /** The last day of an answer that nobody could give before what is to be answered was entered. */
    Optional<LocalDate> told(WorkDays days) {
        Stream<LocalDate> entry = entered == null ? Stream.empty() : days.last(entered, limit, 0, List.of()).stream();
        return Stream.concat(last(days).stream(), entry).max(LocalDate::compareTo);
    }

    /** Whether it had run out by a day. */
    boolean isOut(LocalDate day, WorkDays days) {
        return last(days).filter(day::isAfter).isPresent();
    }

    /** The same of the days of this centre alone. */
    boolean isMissedHere(LocalDate day, WorkDays days) {
        if (isKeptAbove) {
            return false;
        }
        return end == null
                ? days.last(counts, limit, moreHere, stops).filter(day::isAfter).isPresent()
                : !isOverBefore && isOut(day, days);
    }

    /** What is to be said of it in the end. */
    String verdict(LocalDate today, WorkDays days) {
        if (dropped != null) {
            return !isOfOthers() && isOut(dropped, droppedBy) ? "MISSED" : "STOPPED";
        }
        if (isOut(ended == null ? today : ended, days)) {
            return "MISSED";
        }
        return ended == null ? "RUNNING" : "MET";
    }

    /** Gives more time to what has not run out. */
    void extend(int workingDays, LocalDate day, WorkDays days) {
        more += isOut(day, days) ? 0 : workingDays;
        moreHere += isMissedHere(day, days) ? 0 : workingDays;
    }

    void stop(LocalDate from) {
        stops.add(new Stop(from, null));
    }

    void goOn(LocalDate until) {
        stops.replaceAll(stop -> stop.until(until.isBefore(stop.from()) ? stop.from() : until));
    }
}
