package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.Suspension;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * A clock that was started. While it runs its last day is reckoned from the calendar of the day (R2-04); while it
 * stands for a suspension it has none, and then goes on with what was left (R2-08). When it ends, the day by which it
 * should have ended, and with it the verdict, stays: only a corrected calendar moves it, by an act of its own ({@link
 * Progress#corrected}).
 *
 * @param kind which one
 * @param start the day of the event that started it; not counted itself (R2-05)
 * @param limit how long
 * @param ended the day on which what it waits for was done, or on which it was stopped; null while it runs, and where
 *     it was stopped before that day was kept
 * @param stopped whether it no longer matters; when it had run out before, it was missed all the same
 * @param due its last day as it was reckoned last, or null when that has never been kept, or while it stands
 * @param suspensions the times in which it has stood, in order; the last may be open
 * @param extension what it was given on top, or null
 */
public record Clock(
        ClockKind kind,
        LocalDate start,
        Limit limit,
        LocalDate ended,
        boolean stopped,
        LocalDate due,
        List<Suspension> suspensions,
        Limit extension) {
    private static final String MISSED = "MISSED";
    private static final LocalDate EARLIEST = LocalDate.of(1999, 12, 31);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
    private static final int MOST_SUSPENSIONS = 100;

    public Clock {
        suspensions = suspensions == null ? List.of() : List.copyOf(suspensions);
    }

    static Clock started(ClockKind kind, LocalDate start, Limit limit) {
        return new Clock(kind, start, limit, null, false, null, List.of(), null);
    }

    /** Whether it says enough to be reckoned with; the clocks of other centres may say less, or too much. */
    boolean isTold() {
        return kind != null
                && start != null
                && isCountable(limit)
                && (extension == null || isCountable(extension))
                && start.isAfter(EARLIEST)
                && start.isBefore(LATEST)
                && suspensions.size() <= MOST_SUSPENSIONS
                && suspensions.stream().allMatch(time -> time.from() != null && time.reason() != null);
    }

    private static boolean isCountable(Limit limit) {
        return limit != null && limit.unit() != null;
    }

    /** Tells whether it still waits. */
    public boolean isRunning() {
        return ended == null && !stopped;
    }

    /** The last day by a calendar, explained. */
    public Deadline deadline(WorkingCalendar calendar) {
        if (kind
                == ClockKind
                        .RENEWAL) { // the validity ends whatever day that is: what is late by then was to be earlier
            LocalDate end = start.plusDays(limit.amount());
            return Deadlines.due(
                    start, Limit.working(Deadlines.workdaysLeft(start, end, calendar)), List.of(), null, calendar);
        }
        Deadline reckoned = Deadlines.due(start, limit, suspensions, extension, calendar);
        return kind == ClockKind.CORRECTION ? CorrectionLimit.asTold(reckoned, due) : reckoned;
    }

    /** The last day: of one that runs by a calendar, of one that has ended as it was kept; none while it stands. */
    public Optional<LocalDate> lastDay(WorkingCalendar calendar) {
        return isRunning() || due == null ? deadline(calendar).due() : Optional.of(due);
    }

    /** {@code RUNNING}, {@code MET}, {@code MISSED} or {@code STOPPED}; what ran out before it stopped is missed. */
    public String state(LocalDate today, WorkingCalendar calendar) {
        if (stopped) {
            return kind.isOfTheCase() && ended != null && due != null && ended.isAfter(due) ? MISSED : "STOPPED";
        }
        LocalDate until = ended == null ? today : ended;
        if (lastDay(calendar).filter(until::isAfter).isPresent()) {
            return MISSED;
        }
        return ended == null ? "RUNNING" : "MET";
    }

    /** The same as if it had begun on another day, with its last day by a calendar. */
    Clock begunOn(LocalDate day, WorkingCalendar calendar) {
        Clock moved = new Clock(kind, day, limit, ended, false, null, suspensions, extension).reckoned(calendar);
        return new Clock(kind, day, limit, ended, stopped, moved.due, suspensions, extension);
    }

    boolean isMissed(LocalDate today, WorkingCalendar calendar) {
        return kind.isOfTheCase() && state(today, calendar).equals(MISSED);
    }

    /** Whether it was missed by the last day that is kept, while it ran by a day. */
    boolean wasMissed(LocalDate day) {
        return (!stopped || ended != null) && ranOut(ended == null ? day : ended);
    }

    /** Whether a day is after the last day that is kept. */
    boolean ranOut(LocalDate day) {
        return kind.isOfTheCase() && due != null && day.isAfter(due);
    }

    Clock end(LocalDate day, WorkingCalendar calendar) {
        LocalDate told = kind == ClockKind.CORRECTION ? due : null;
        return new Clock(kind, start, limit, day, false, told, closed(day), extension).reckoned(calendar);
    }

    /**
     * The same after what it waits for was done on a day that is said now: what has been missed by today stays missed,
     * whatever day is said.
     */
    Clock endedOn(LocalDate said, LocalDate today, WorkingCalendar calendar) {
        return end(isMissed(today, calendar) ? today : said, calendar);
    }

    /** The same as it was on a day, since when it no longer matters. */
    Clock stop(LocalDate day) {
        return new Clock(kind, start, limit, day, true, due, suspensions, extension);
    }

    /** The same as if what ended it had not been, with what has stood meanwhile; as late as it would have been. */
    Clock reopened(List<Suspension> meanwhile) {
        List<Suspension> all = new ArrayList<>(suspensions);
        meanwhile.stream().filter(each -> !each.from().isBefore(ended)).forEach(all::add);
        return new Clock(kind, start, limit, null, false, null, all, extension);
    }

    /** The same standing for a suspension. */
    Clock suspended(Suspension suspension) {
        List<Suspension> all = new ArrayList<>(suspensions);
        all.add(suspension);
        return new Clock(kind, start, limit, ended, stopped, due, all, extension);
    }

    /** Whether it stands for something that has not ended. */
    boolean stands() {
        return suspensions.stream().anyMatch(Suspension::isOpen);
    }

    /**
     * The same after the end of what it has stood for: it goes on after a day, or stands on without a day between.
     *
     * @param still what it still stands for; empty when for nothing
     */
    Clock after(LocalDate day, Optional<SuspensionFact> still) {
        if (!isRunning() || !stands()) {
            return this;
        }
        Clock goesOn = resumed(day);
        return still.map(SuspensionFact::ofClocks)
                .map(open -> goesOn.suspended(new Suspension(day, null, open.reason())))
                .orElse(goesOn);
    }

    /** The same going on after a day, if it stands. */
    public Clock resumed(LocalDate day) {
        return new Clock(kind, start, limit, ended, stopped, due, closed(day), extension);
    }

    private List<Suspension> closed(LocalDate day) {
        return suspensions.stream()
                .map(each -> each.isOpen() ? new Suspension(each.from(), later(each.from(), day), each.reason()) : each)
                .toList();
    }

    /** The same as if what it has stood for until a day had ended on an earlier one. */
    Clock shortened(LocalDate until, LocalDate day) {
        List<Suspension> changed = suspensions.stream()
                .map(each -> until.equals(each.to())
                        ? new Suspension(each.from(), later(each.from(), day), each.reason())
                        : each)
                .toList();
        return new Clock(kind, start, limit, ended, stopped, due, changed, extension);
    }

    /** A clock of the machine that was set back ends nothing before it has begun. */
    static LocalDate later(LocalDate from, LocalDate day) {
        return day.isBefore(from) ? from : day;
    }

    /** The same with more time. */
    Clock extended(Limit more) {
        return new Clock(kind, start, limit, ended, stopped, due, suspensions, more);
    }

    /** The same with its last day by a calendar; one that no longer matters stays as it is. */
    public Clock reckoned(WorkingCalendar calendar) {
        if (stopped) {
            return this;
        }
        LocalDate reckoned = deadline(calendar).due().orElse(null);
        return Objects.equals(reckoned, due)
                ? this
                : new Clock(kind, start, limit, ended, stopped, reckoned, suspensions, extension);
    }
}
