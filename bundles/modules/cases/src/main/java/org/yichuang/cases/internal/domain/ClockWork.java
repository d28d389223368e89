package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** The steps that let the clocks of a case stand, go on, or run longer (R1-20, R1-21). */
public final class ClockWork {
    /** The longest plan, a year of working days: longer ones are slips of the pen. */
    static final int LONGEST_PLAN = 250;

    private ClockWork() {}

    /** Begins a special procedure: from tomorrow the clocks stand. */
    public static Done suspend(CaseFile file, CaseRequests.Suspend request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.SUSPEND, now);
        requirePlanned(request.plannedWorkingDays());
        act.progress.suspend(new SuspensionFact(
                request.procedure(), now.today(), null, request.plannedWorkingDays(), request.reason()));
        boolean stands = act.progress.running().anyMatch(clock -> clock.deadline(now.calendar())
                .isStanding());
        if (!stands) {
            throw refusal("suspension.too-late");
        }
        act.note(request.procedure().name());
        act.detail("procedure", request.procedure().name());
        act.detail("plannedWorkingDays", Integer.toString(request.plannedWorkingDays()));
        act.detail("suspendedFrom", now.today().toString());
        act.text("reason", request.reason());
        ClockLetters.tell(act, LinkedCaseMessage.Type.SUSPENSION);
        return act.finish();
    }

    /** Ends the special procedure: from tomorrow the clocks go on with what is left. */
    public static Done resume(CaseFile file, CaseRequests.Resume request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.RESUME, now);
        act.note(file.progress().suspension().orElseThrow().procedure().name());
        act.goOn();
        act.text("remark", request.remark());
        ClockLetters.tell(act, LinkedCaseMessage.Type.RESUMPTION);
        if (HearingWork.standOn(act)) {
            ClockLetters.tell(act, LinkedCaseMessage.Type.SUSPENSION);
        }
        return act.finish();
    }

    /** Extends the limit of the decision, as its approver has approved. */
    public static Done extend(CaseFile file, CaseRequests.Extend request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.EXTEND, now);
        requireDays(
                "workingDays",
                request.workingDays(),
                longestExtension(file.submission(), now.laws().on(now.today())));
        ExtensionApprover asked = approver(file.submission());
        if (request.approver() != asked) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "approver",
                    LocalizedMessage.of(ClockWork.class, "extension.approver", asked.label()));
        }
        LocalDate before = lawful(act).orElseThrow(() -> refusal("extension.too-late"));
        act.progress.extend(Limit.working(request.workingDays()), now);
        LocalDate after = lawful(act).orElse(before);
        act.progress.extension = new ExtensionFact(
                request.workingDays(), request.approver(), request.reason(), now.today(), before, after);
        act.detail("workingDays", Integer.toString(request.workingDays()));
        act.detail("approver", request.approver().name());
        act.detail("dueBefore", before.toString());
        act.detail("due", after.toString());
        act.text("reason", request.reason());
        ClockLetters.tell(act, LinkedCaseMessage.Type.EXTENSION);
        return act.finish();
    }

    /**
     * By how many working days the limit may be extended: by more where several departments decide jointly, and of a
     * registration by what its law says.
     *
     * @param law as it stands on the day
     */
    static int longestExtension(Submission submission, LawEdition law) {
        Registration registration = submission.item().handling().registration();
        if (registration != null) {
            return registration.further();
        }
        return submission.isJoint()
                ? law.extensions().joint()
                : law.extensions().most();
    }

    /** Who has to approve an extension: the head of whichever body decides, of joint handling the government's. */
    public static ExtensionApprover approver(Submission submission) {
        if (submission.isJoint()) {
            return ExtensionApprover.GOVERNMENT_HEAD;
        }
        String organ = submission.route().deciding().department();
        return organ.endsWith(LocalizedMessage.of(ClockWork.class, "government").zh())
                ? ExtensionApprover.GOVERNMENT_HEAD
                : ExtensionApprover.ORGAN_HEAD;
    }

    /** The last day that is left for the decision, the first of several limits; none when one of them has passed. */
    private static Optional<LocalDate> lawful(Act act) {
        List<Clock> limits = act.progress
                .running()
                .filter(clock -> clock.kind() == ClockKind.DECISION)
                .toList();
        boolean isMissed = limits.stream().anyMatch(clock -> clock.isMissed(act.now.today(), act.now.calendar()));
        return isMissed
                ? Optional.empty()
                : limits.stream()
                        .flatMap(clock -> clock.deadline(act.now.calendar()).due().stream())
                        .min(Comparator.naturalOrder());
    }

    /** Refuses a plan of no day, or of more than a year. */
    static void requirePlanned(int days) {
        requireDays("plannedWorkingDays", days, LONGEST_PLAN);
    }

    private static void requireDays(String field, int days, int most) {
        if (days < 1 || days > most) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, field, LocalizedMessage.of(ClockWork.class, "days.bounds", most));
        }
    }

    private static ProblemException refusal(String key) {
        return new ProblemException(CaseError.CASE_STATE, LocalizedMessage.of(ClockWork.class, key));
    }
}
