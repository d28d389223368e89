package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.cases.internal.domain.Progress.StepFact;

/**
 * The day from which an applicant counts what they were promised: that of the acceptance where they have applied, which
 * is on their notice (R1-19), whatever centres the file passes afterwards. The letters from below tell it.
 */
final class FirstAcceptance {
    private static final List<String> ACCEPTED = List.of(CaseCommand.ACCEPT.word(), CaseCommand.DEEM_ACCEPTED.word());

    private FirstAcceptance() {}

    /**
     * The day, as far as it is told and can be so.
     *
     * @param here the day of the acceptance at this centre, which is never before it
     */
    static LocalDate of(Progress progress, Submission submission, LocalDate here) {
        String centre = submission.origin() == null ? "" : submission.origin().centre();
        return progress.links()
                .flatMap(links -> told(links, centre, submission.item().isLicence()))
                .filter(day -> day.isBefore(here) && day.isAfter(here.minusYears(1)))
                .orElse(here);
    }

    private static Optional<LocalDate> told(Links below, String centre, boolean isLicence) {
        return below.lowerSteps().stream()
                .filter(PeerStep::isTold)
                .filter(step -> step.centre().equals(centre)
                        && ACCEPTED.contains(step.step().command()))
                .map(PeerStep::step)
                .findFirst()
                .map(step -> notice(below, centre, CommandContext.day(step.at()))
                        .filter(clock -> isLicence && isDeemed(step, clock))
                        .map(Clock::start)
                        .orElse(CommandContext.day(step.at())));
    }

    private static Optional<Clock> notice(Links below, String centre, LocalDate accepted) {
        return below.lowerClocks().stream()
                .filter(PeerClock::isTold)
                .filter(clock -> clock.centre().equals(centre))
                .map(PeerClock::clock)
                .filter(clock -> clock.kind() == ClockKind.NOTICE && accepted.equals(clock.ended()))
                .findFirst();
    }

    /**
     * Whether the law had accepted it on the day on which it came (R1-04), as the step says; of steps that say nothing,
     * by the last day, which a later notice of holidays may have moved.
     */
    private static boolean isDeemed(StepFact step, Clock notice) {
        return step.note() == null
                ? notice.due() != null && CommandContext.day(step.at()).isAfter(notice.due())
                : step.note().equals(CaseWork.DEEMED);
    }
}
