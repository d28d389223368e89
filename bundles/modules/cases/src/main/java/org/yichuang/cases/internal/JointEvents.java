package org.yichuang.cases.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.internal.domain.AgreementFact;
import org.yichuang.cases.internal.domain.AgreementWork;
import org.yichuang.cases.internal.domain.AppointmentFact;
import org.yichuang.cases.internal.domain.AppointmentWork;
import org.yichuang.cases.internal.domain.Branch;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.FirstHandler;
import org.yichuang.cases.internal.domain.MeetingFact;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.SuspensionFact;
import org.yichuang.kernel.api.identifier.Masking;

/** What has happened between the departments of a joint case, read from the case after its step. */
final class JointEvents {
    private JointEvents() {}

    static CaseEvent of(CaseFile file, String type, Map<String, String> details) {
        Progress progress = file.progress();
        return switch (type) {
            case "opinion-given", "branch-decided" -> new CaseEvent.OpinionGiven(
                    details.get("branch"),
                    details.getOrDefault("branchItem", ""),
                    type.equals("branch-decided")
                            ? BranchWork.facts(file, details.get("branch"))
                                    .road()
                                    .decider()
                            : details.get("branchDepartment"),
                    BranchOutcome.valueOf(details.get("outcome")),
                    Boolean.parseBoolean(details.get("branchLate")));
            case "branch-due",
                    "branch-overdue",
                    "branch-reopened",
                    "branch-forwarded",
                    "branch-taken",
                    "branch-extended",
                    "branch-returned" -> new CaseEvent.BranchesDue(
                    Arrays.stream(details.get("branches").split(","))
                            .map(id -> due(file, id))
                            .toList(),
                    progress.firstHandler().map(FirstHandler::account).orElse(null));
            case "branch-suspended", "branch-resumed" -> stood(file, details.get("branch"));
            case "meeting-held" -> met(last(progress.meetings()));
            case "agreement-reported" -> met(progress.meetings()
                    .get(AgreementWork.find(progress, details.get("agreement"))
                            .orElseThrow()
                            .meeting()));
            case "agreement-due", "agreement-overdue" -> new CaseEvent.BranchesDue(
                    Arrays.stream(details.get("agreements").split(","))
                            .map(id -> agreed(file, id))
                            .toList(),
                    progress.firstHandler().map(FirstHandler::account).orElse(null));
            case "appointed", "appointment-held", "appointment-off" -> appointment(
                    file, last(progress.appointments()), details);
            case "raised" -> new CaseEvent.Raised(Integer.parseInt(details.get("workingDays")));
            case "settled" -> new CaseEvent.Settled(last(progress.raised()).on());
            default -> throw new IllegalArgumentException("No event of the state table: " + type);
        };
    }

    private static CaseEvent met(MeetingFact held) {
        return new CaseEvent.MeetingHeld(held.heldOn(), held.followed().size(), (int)
                held.followed().stream().filter(each -> each.doneOn() == null).count());
    }

    /** An agreement whose day is near or has passed; who is responsible may be a person, and is no business outside. */
    private static CaseEvent.BranchDue agreed(CaseFile file, String id) {
        AgreementFact fact =
                AgreementWork.find(file.progress(), id).orElseThrow().fact();
        return new CaseEvent.BranchDue(
                id, AgreementWork.department(file, fact), fact.said().by());
    }

    private static CaseEvent appointment(CaseFile file, AppointmentFact fact, Map<String, String> details) {
        List<String> invited = departments(file, fact.invited());
        String uninvited = details.getOrDefault(AppointmentWork.UNINVITED, "");
        return new CaseEvent.Appointment(
                fact.kind(),
                fact.time().toLocalDate(),
                invited,
                fact.absent().size(),
                fact.time().toLocalTime(),
                Masking.text(fact.place()),
                uninvited.isEmpty()
                        ? List.of()
                        : departments(file, List.of(uninvited.split(","))).stream()
                                .filter(department -> !invited.contains(department))
                                .toList());
    }

    private static List<String> departments(CaseFile file, List<String> branches) {
        return branches.stream()
                .map(branch -> BranchWork.facts(file, branch).examiner(file.department()))
                .distinct()
                .toList();
    }

    private static CaseEvent stood(CaseFile file, String id) {
        SuspensionFact fact = file.progress().branches().stream()
                .filter(branch -> branch.id().equals(id))
                .map(branch -> last(branch.suspensions()))
                .findFirst()
                .orElseThrow();
        return new CaseEvent.BranchStood(
                id,
                BranchLetters.responsible(file, id),
                fact.procedure(),
                fact.from(),
                fact.to(),
                fact.plannedWorkingDays());
    }

    private static CaseEvent.BranchDue due(CaseFile file, String id) {
        Branch due = file.progress().branches().stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new CaseEvent.BranchDue(
                id, BranchLetters.responsible(file, id), due.clock().due());
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
