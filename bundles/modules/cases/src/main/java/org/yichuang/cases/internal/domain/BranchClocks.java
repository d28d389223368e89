package org.yichuang.cases.internal.domain;

import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * The special procedure that one department of a joint case needs (R1-20, R1-22). The clock of its branch stands, and
 * the limits of the decision, which cannot be made without it; the clocks of the other departments run on.
 */
public final class BranchClocks {
    private BranchClocks() {}

    /** Begins it: from tomorrow the clocks stand. */
    public static Done suspend(CaseFile file, String id, CaseRequests.Suspend request, CommandContext now) {
        BranchFacts facts = BranchWork.facts(file, id);
        Act act = Act.begin(file, CaseCommand.SUSPEND_BRANCH, now);
        Branch before = BranchWork.requireSilent(act, id);
        if (!facts.decides()) {
            throw refusal("branch.only-heard");
        }
        if (before.suspension().isPresent()) {
            throw refusal("branch.stands-already");
        }
        ClockWork.requirePlanned(request.plannedWorkingDays());
        SuspensionFact begun = new SuspensionFact(
                request.procedure(), now.today(), null, request.plannedWorkingDays(), request.reason());
        Standing.of(act.progress).suspend(id, begun);
        Clock clock = BranchWork.requireSilent(act, id).clock();
        if (!clock.isRunning() || !clock.deadline(now.calendar()).isStanding()) {
            throw refusal("branch.too-late");
        }
        tell(act, id, begun);
        act.detail("suspendedFrom", begun.from().toString());
        act.text("reason", request.reason());
        return act.finish();
    }

    /** Ends it: from tomorrow what stands for nothing else goes on with what is left. */
    public static Done resume(CaseFile file, String id, CaseRequests.Resume request, CommandContext now) {
        BranchWork.facts(file, id);
        Act act = Act.begin(file, CaseCommand.RESUME_BRANCH, now);
        Optional<SuspensionFact> ended = Standing.of(act.progress).goOn(id, now.today());
        if (ended.isEmpty()) {
            throw refusal("branch.stands-not");
        }
        tell(act, id, ended.get());
        act.detail("suspendedUntil", ended.get().to().toString());
        act.text("remark", request.remark());
        return act.finish();
    }

    private static void tell(Act act, String id, SuspensionFact fact) {
        BranchWork.actedIn(act, id);
        act.note(fact.procedure().name());
        act.detail("procedure", fact.procedure().name());
        act.detail("plannedWorkingDays", Integer.toString(fact.plannedWorkingDays()));
    }

    private static ProblemException refusal(String key) {
        return new ProblemException(CaseError.CASE_STATE, LocalizedMessage.of(BranchClocks.class, key));
    }
}
