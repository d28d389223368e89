package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * Whom the days after a step are charged to.
 *
 * @param cause who has the case then
 * @param until the last day of a right that nobody has to use; else null
 * @param after who has the case after that day; null is the leader, as of steps from before it was kept
 * @param department of a joint case, which of those that are waited for the days are charged to: whose last day comes
 *     first; null where none is waited for, and of steps from before it was kept
 */
public record Charge(Cause cause, LocalDate until, Cause after, String department) {
    /** Where no department is waited for. */
    Charge(Cause cause, LocalDate until, Cause after) {
        this(cause, until, after, null);
    }

    /** Who has the case after the last day of a right. */
    Cause next() {
        return after == null ? Cause.LEADER : after;
    }

    /** Who has had a case before a step, where the step before says nothing: whoever took it. */
    private static final Map<CaseCommand, Cause> TAKEN_BY = takenBy();

    private static Map<CaseCommand, Cause> takenBy() {
        Map<CaseCommand, Cause> causes = new EnumMap<>(CaseCommand.class);
        for (CaseCommand command : CaseCommand.values()) {
            switch (command) {
                case ACCEPT, NOTIFY_CORRECTION, CORRECT_ON_THE_SPOT, REFUSE_TO_ACCEPT, PASS_ONLINE_REVIEW -> causes.put(
                        command, Cause.WINDOW);
                case DEEM_ACCEPTED, ISSUE -> causes.put(command, Cause.WINDOW);
                case CORRECT, GO_ON, LAPSE -> causes.put(command, Cause.APPLICANT);
                case EXAMINE, ASSIGN_SURVEY, SURVEY, PRE_REVIEW -> causes.put(command, Cause.SECTION);
                case GIVE_OPINION,
                        HOLD_MEETING,
                        SUSPEND_BRANCH,
                        RESUME_BRANCH,
                        REPORT_AGREEMENT,
                        AGREEMENT_DUE,
                        AGREEMENT_OVERDUE,
                        BRANCH_DUE,
                        BRANCH_OVERDUE -> causes.put(command, Cause.DEPARTMENT);
                case DECIDE, DEEM_RENEWED, SUSPEND, EXTEND, RAISE, SETTLE, NOTIFY_HEARING_RIGHT -> causes.put(
                        command, Cause.LEADER);
                case RESUME, REQUEST_HEARING, DECLINE_HEARING, RECORD_HEARING, CALL_OFF_HEARING -> causes.put(
                        command, Cause.PROCEDURE);
                case ANSWERED -> causes.put(command, Cause.OTHER_CENTRE);
                default -> {
                    if (command.source() == CaseCommand.Source.UPPER) {
                        causes.put(command, Cause.OTHER_CENTRE);
                    }
                }
            }
        }
        return causes;
    }

    /** The same for a case as it stands after a step; empty when it is concluded here. */
    static Optional<Charge> of(CaseFile file, String here, LocalDate today, WorkingCalendar calendar, Laws laws) {
        return switch (file.state()) {
            case RECEIVED -> to(Cause.WINDOW);
            case CORRECTING -> Optional.of(waiting(file, here));
            case QUESTIONED -> to(supplier(file));
            case ACCEPTED -> procedure(file, here, today, calendar, laws)
                    .or(() -> to(examinedBy(file, here)))
                    .map(charge -> charge.of(file, calendar));
            case FORWARDED -> procedure(file, here, today, calendar, laws).or(() -> to(Cause.OTHER_CENTRE));
            case WITHDRAWING -> to(Cause.OTHER_CENTRE);
            case GRANTED -> granted(file, here);
            default -> Optional.empty();
        };
    }

    /** The same with the department that it falls to, where one does. */
    private Charge of(CaseFile file, WorkingCalendar calendar) {
        boolean isOfDepartment = cause == Cause.DEPARTMENT || after == Cause.DEPARTMENT;
        return isOfDepartment
                ? new Charge(cause, until, after, nearest(file, calendar).orElse(null))
                : this;
    }

    /** The department here with a say that is waited for, whose last day comes first; one that stands comes last. */
    private static Optional<String> nearest(CaseFile file, WorkingCalendar calendar) {
        return file.progress().branches().stream()
                .filter(Branch::isHere)
                .filter(branch -> BranchWork.facts(file, branch.id()).decides())
                .min(Comparator.comparing(
                        branch -> branch.clock().lastDay(calendar).orElse(LocalDate.MAX)))
                .map(branch -> BranchWork.facts(file, branch.id()).examiner(file.department()));
    }

    /** What is waited for until a day lies at the window after it. */
    private static Charge waiting(CaseFile file, String here) {
        LocalDate until = Waiting.told(file.progress(), here);
        return new Charge(supplier(file), until, until == null ? null : Cause.WINDOW);
    }

    private static Cause supplier(CaseFile file) {
        return file.isTransferred() ? Cause.OTHER_CENTRE : Cause.APPLICANT;
    }

    private static Optional<Charge> to(Cause cause) {
        return Optional.of(new Charge(cause, null, null));
    }

    private static Optional<Charge> granted(CaseFile file, String here) {
        if (!file.isDecidedFor(here)) {
            return to(Cause.WINDOW);
        }
        return file.isTransferred() ? Optional.empty() : to(Cause.OTHER_CENTRE);
    }

    private static Optional<Charge> procedure(
            CaseFile file, String here, LocalDate today, WorkingCalendar calendar, Laws laws) {
        HearingFact hearing = BranchHearings.whole(file.progress()).orElse(null);
        HearingState state = hearing == null ? null : HearingWork.state(hearing, today, calendar, laws);
        if (file.progress().suspension().isPresent()
                || state == HearingState.REQUESTED
                || state == HearingState.CONVENED) {
            return to(Cause.PROCEDURE);
        }
        if (state != HearingState.NOTIFIED) {
            return Optional.empty();
        }
        boolean isOwn = file.state() == CaseState.ACCEPTED && hearing.telling() == null;
        return isOwn
                ? Optional.of(new Charge(
                        Cause.PROCEDURE, HearingWork.lastDayToAsk(hearing, calendar, laws), examinedBy(file, here)))
                : to(Cause.PROCEDURE);
    }

    private static Cause examinedBy(CaseFile file, String here) {
        Progress progress = file.progress();
        if (progress.raised().stream().anyMatch(RaisedFact::isOpen)) {
            return Cause.LEADER;
        }
        if (BranchWork.isAwaited(file)) {
            return awaited(file);
        }
        boolean isReviewed =
                file.submission().route().stages().get(progress.stage()).action() == Action.PRE_REVIEW;
        boolean isExamined =
                ExaminationWork.outstanding(file.submission(), progress, here).isEmpty();
        return isReviewed || !isExamined ? Cause.SECTION : Cause.LEADER;
    }

    /** A department here, while one is waited for; else the centres above, or whoever applied where all of them ask. */
    private static Cause awaited(CaseFile file) {
        List<Branch> waiting = file.progress().branches().stream()
                .filter(branch ->
                        branch.waits() && BranchWork.facts(file, branch.id()).decides())
                .toList();
        if (waiting.stream().anyMatch(Branch::isHere)) {
            return Cause.DEPARTMENT;
        }
        return waiting.stream().allMatch(branch -> branch.above().asked() != null)
                ? Cause.APPLICANT
                : Cause.OTHER_CENTRE;
    }

    /** The same of a step that says nothing, as before that was kept: by the next step that tells. */
    static Charge untold(CaseFile file, int step, int end, Charge present) {
        List<StepFact> steps = file.progress().steps();
        for (int i = step + 1; i <= end; i++) {
            Optional<Charge> told = CaseCommand.parse(steps.get(i).command())
                    .map(TAKEN_BY::get)
                    .map(cause -> file.isTransferred() && cause == Cause.APPLICANT ? Cause.OTHER_CENTRE : cause)
                    .map(cause -> new Charge(cause, null, null));
            if (told.isPresent()) {
                return told.get();
            }
        }
        return present;
    }
}
