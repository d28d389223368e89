package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * What a corrected calendar makes of a case: the days by which to act, and the last days and verdicts of clocks that
 * have ended.
 *
 * @param before the days by which to act until now
 * @param after the same by the calendar
 * @param ended the ended clocks whose last day moves
 * @param branchesMove whether a last day of a branch of a joint case moves
 * @param wasLate whether the case has counted as late until now
 * @param late whether it does now
 * @param progress the progress with the clocks as they are now
 */
public record CalendarCorrection(
        Dues before,
        Dues after,
        List<EndedClock> ended,
        boolean branchesMove,
        boolean wasLate,
        boolean late,
        Progress progress) {
    public CalendarCorrection {
        ended = List.copyOf(ended);
    }

    /** An ended clock with its last day and its verdict, until now and now. */
    public record EndedClock(
            ClockKind kind, LocalDate dueBefore, String verdictBefore, LocalDate due, String verdict) {}

    /**
     * What lists find of a case that was kept before they found it so: its hearing, and its nearest day without what
     * the government has to keep; empty where it has neither.
     */
    public static Optional<CalendarCorrection> fromBefore(CaseFile file, CommandContext now) {
        Progress kept = file.progress();
        HearingFact hearing = kept.hearing;
        boolean isConvened = hearing != null && hearing.session() != null && hearing.held() == null;
        boolean isRaised = kept.raised.stream().anyMatch(RaisedFact::isOpen);
        return isConvened || isRaised
                ? Optional.of(new CalendarCorrection(
                        file.dues(),
                        NearestDues.of(file.state(), kept, Almanac.of(now)),
                        List.of(),
                        false,
                        file.isLate(),
                        file.isLate(),
                        kept))
                : Optional.empty();
    }

    /** The days by which to act, where something has begun beside the steps of a case. */
    static CalendarCorrection byStep(CaseFile file, Progress progress, CommandContext now) {
        Dues after = NearestDues.of(file.state(), progress, Almanac.of(now));
        return new CalendarCorrection(file.dues(), after, List.of(), false, file.isLate(), file.isLate(), progress);
    }

    /** What a calendar, or when a centre wants to be warned, changes of what a case keeps; empty when nothing. */
    public static Optional<CalendarCorrection> of(CaseFile file, Almanac almanac) {
        LocalDate today = almanac.today();
        WorkingCalendar calendar = almanac.calendar();
        Progress kept = file.progress();
        Progress corrected = kept.corrected(calendar);
        List<EndedClock> ended = new ArrayList<>();
        boolean isIncomplete = false;
        for (int i = 0; i < kept.clocks.size(); i++) {
            Clock clock = kept.clocks.get(i);
            Clock now = corrected.clocks.get(i);
            isIncomplete |= clock.ended() != null && !clock.stopped() && clock.due() == null;
            if (clock.ended() != null && clock.due() != null && !clock.due().equals(now.due())) {
                ended.add(new EndedClock(
                        clock.kind(),
                        clock.due(),
                        clock.state(today, calendar),
                        now.due(),
                        now.state(today, calendar)));
            }
        }
        Dues after = NearestDues.of(file.state(), file.progress(), almanac);
        boolean branchesMove = !corrected.branches.equals(kept.branches);
        if (after.equals(file.dues()) && ended.isEmpty() && !isIncomplete && !branchesMove) {
            return Optional.empty();
        }
        boolean late = late(file, kept, corrected, calendar);
        return Optional.of(
                new CalendarCorrection(file.dues(), after, ended, branchesMove, file.isLate(), late, corrected));
    }

    /**
     * What has counted as late for a reason that is no clock's stays late, and so does what was late by a clock before
     * that was stopped; a running clock counts at the next step.
     */
    private static boolean late(CaseFile file, Progress kept, Progress corrected, WorkingCalendar calendar) {
        int last = kept.steps.size() - 1;
        LocalDate step = day(kept.steps.get(last));
        boolean wasMissed = kept.clocks.stream().anyMatch(clock -> clock.wasMissed(step));
        boolean isMissed = OwnDays.of(file, corrected, calendar).stream().anyMatch(clock -> clock.wasMissed(step));
        // of one that was stopped before its day was kept: the step that stopped it is not known to be late
        boolean wasMissedBeforeItStopped = kept.clocks.stream()
                .filter(clock -> clock.stopped() && clock.ended() == null)
                .anyMatch(clock -> kept.steps.subList(0, last).stream().anyMatch(before -> clock.ranOut(day(before))));
        return isMissed || file.isLate() && (!wasMissed || wasMissedBeforeItStopped);
    }

    private static LocalDate day(Progress.StepFact step) {
        return step.at().atZone(CallContext.ZONE).toLocalDate();
    }

    /** Whether anything moves that people have seen; else only what lists and timer find is kept. */
    public boolean isSeen() {
        return !after.looksLike(before) || !ended.isEmpty() || branchesMove || late != wasLate;
    }
}
