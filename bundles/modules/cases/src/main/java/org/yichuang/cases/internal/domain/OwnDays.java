package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * The clocks of a case as its own centre is held to them. What an applicant was promised counts from the acceptance
 * where they have applied, also above (R1-19), and the day that they have in writing stays; but the days before a
 * centre above had accepted it were those of others, and make that centre late for nothing.
 */
final class OwnDays {
    private static final Set<String> ACCEPTED = Set.of(CaseCommand.ACCEPT.word(), CaseCommand.DEEM_ACCEPTED.word());

    private OwnDays() {}

    /**
     * The clocks in their order: a promise that has begun below as if it had begun with the acceptance here, and none
     * that had run out before the file came here.
     */
    static List<Clock> of(CaseFile file, Progress progress, WorkingCalendar calendar) {
        if (!file.isTransferred()) {
            return isDecidedElsewhere(file)
                    ? progress.clocks.stream()
                            .filter(clock -> clock.kind() != ClockKind.PROMISE)
                            .toList()
                    : progress.clocks;
        }
        List<Clock> own = new ArrayList<>();
        List<LocalDate> accepted = accepted(file, progress);
        int promises = (int) progress.clocks.stream()
                .filter(clock -> clock.kind() == ClockKind.PROMISE)
                .count();
        LocalDate came = null;
        for (Clock clock : progress.clocks) {
            came = clock.kind() == ClockKind.NOTICE ? clock.start() : came;
            if (clock.kind() == ClockKind.PROMISE) {
                int place = accepted.size() - promises--;
                own.add(place < 0 ? clock : since(accepted.get(place), clock, progress, calendar));
            } else if (came == null || !isOverBefore(came, clock)) {
                own.add(clock);
            }
        }
        return own;
    }

    /** Whether what was promised where somebody has applied is for a centre above to keep. */
    private static boolean isDecidedElsewhere(CaseFile file) {
        RouteFacts route = file.submission().route();
        return !route.isDecidedAt(route.stages().get(0).centre());
    }

    /** The days of the acceptances here, each of which has begun a promise. */
    private static List<LocalDate> accepted(CaseFile file, Progress progress) {
        List<Instant> moments = new ArrayList<>(progress.steps.stream()
                .filter(step -> ACCEPTED.contains(step.command()))
                .map(StepFact::at)
                .toList());
        if (progress.acceptance != null && !moments.contains(progress.acceptance.at())) {
            moments.add(progress.acceptance.at()); // by the step that is being taken
        }
        boolean isLicence = file.submission().item().isLicence();
        return moments.stream()
                .map(CommandContext::day)
                .map(day -> begun(day, progress, isLicence))
                .toList();
    }

    /** From when the days of an acceptance count: where the law had accepted it before, from its receipt (R1-04). */
    private static LocalDate begun(LocalDate accepted, Progress progress, boolean isLicence) {
        return progress.clocks.stream()
                .filter(clock -> isLicence && clock.kind() == ClockKind.NOTICE)
                .filter(clock -> accepted.equals(clock.ended()) && clock.ranOut(accepted))
                .map(Clock::start)
                .findFirst()
                .orElse(accepted);
    }

    private static Clock since(LocalDate day, Clock promise, Progress progress, WorkingCalendar calendar) {
        if (!promise.start().isBefore(day)) {
            return promise;
        }
        Clock own = promise.begunOn(day, calendar);
        ExtensionFact longer = progress.extension;
        boolean isMissing = longer != null && promise.extension() == null && !promise.stopped();
        // that the day which was told had passed below keeps nothing from this centre
        return isMissing && own.lastDay(calendar).filter(longer.on()::isAfter).isEmpty()
                ? own.extended(Limit.working(longer.workingDays())).begunOn(day, calendar)
                : own;
    }

    /** Whether the validity of what is to be renewed had ended when the file came here. */
    private static boolean isOverBefore(LocalDate came, Clock clock) {
        return clock.kind() == ClockKind.RENEWAL
                && clock.start().plusDays(clock.limit().amount()).isBefore(came);
    }
}
