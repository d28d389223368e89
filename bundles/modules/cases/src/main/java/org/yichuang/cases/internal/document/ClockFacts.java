package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.internal.domain.Branch;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.ExtensionFact;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.SpecialWork;
import org.yichuang.cases.internal.domain.SuspensionFact;
import org.yichuang.kernel.api.time.Deadlines;

/** The facts of documents that tell why the clocks of a case stand, or run longer. */
final class ClockFacts {
    private ClockFacts() {}

    /** What the applicant is told of a special procedure: which, why, and how long it is going to take (R1-20). */
    static Map<String, String> suspended(CaseFile file, Map<String, String> step, CommandContext now) {
        Map<String, String> facts = new HashMap<>();
        Optional<Branch> branch = file.progress().branches().stream()
                .filter(each -> each.id().equals(step.get("branch")))
                .findFirst();
        branch.map(each -> BranchWork.facts(file, each.id())).ifPresent(of -> {
            facts.put("branchName", of.name());
            facts.put("branchDepartment", BranchLetters.responsible(file, of.id()));
        });
        SuspensionFact open = branch.map(Branch::suspension)
                .orElseGet(() -> file.progress().suspension())
                .orElseThrow();
        facts.putAll(suspended(open, now));
        return facts;
    }

    private static Map<String, String> suspended(SuspensionFact open, CommandContext now) {
        return Map.of(
                "procedure", open.procedure().label().zh(),
                "plannedDays", Integer.toString(open.plannedWorkingDays()),
                "plannedUntil",
                        day(
                                Deadlines.addWorkdays(open.from(), open.plannedWorkingDays(), now.calendar()),
                                now.calendar()),
                "suspendedFrom", day(open.from()),
                "reasons", open.reason());
    }

    /** What the applicant is told of an extension: by how much, by whose approval, and why (R1-21). */
    static Map<String, String> extended(Progress progress, CommandContext now) {
        ExtensionFact extension = progress.extension();
        return Map.of(
                "extendedBy", Integer.toString(extension.workingDays()),
                "approver", extension.approver().label().zh(),
                "dueBefore", day(extension.dueBefore()),
                "due", day(extension.due(), now.calendar()),
                "reasons", extension.reason());
    }

    /** What the applicant is told of special handling: by which way, and until when it is promised by it. */
    static Map<String, String> special(Progress progress, CommandContext now) {
        return Map.of(
                "specialGround",
                SpecialWork.of(progress).ground().label().zh(),
                "specialDue",
                SpecialWork.lastDay(progress, now.calendar())
                        .map(due -> day(due, now.calendar()))
                        .orElse(""));
    }
}
