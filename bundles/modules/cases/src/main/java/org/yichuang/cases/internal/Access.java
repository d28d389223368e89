package org.yichuang.cases.internal;

import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.PastDepartment;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Who sees which cases and acts on them: applicants theirs, staff of departments theirs, all others those of the
 * centre.
 */
final class Access {
    private Access() {}

    /**
     * The case, if the actor may see it: applicants their own, staff of departments those that theirs have or have had;
     * else it is as if there were none.
     */
    static CaseFile seen(CaseFile file, CallContext context) {
        if (maySee(file, context)) {
            return file;
        }
        throw CaseFiles.unknown(file.number());
    }

    /**
     * The case, if the actor may act on it: staff of departments only where theirs has it now.
     *
     * @throws ProblemException {@code not-allowed} for one who only sees it, {@link CaseFiles#unknown} for all others
     */
    static CaseFile acting(CaseFile file, CallContext context) {
        if (mayAct(file, context)) {
            return file;
        }
        seen(file, context);
        throw new ProblemException(
                CommonError.NOT_ALLOWED, LocalizedMessage.of(Access.class, "case.elsewhere", file.department()));
    }

    static boolean mayAct(CaseFile file, CallContext context) {
        Actor actor = context.actor();
        return Staff.isApplicantOnly(actor) ? isOwn(file, actor) : actor.worksFor(file.department());
    }

    private static boolean maySee(CaseFile file, CallContext context) {
        Actor actor = context.actor();
        if (Staff.isApplicantOnly(actor) || actor.worksFor(file.department())) {
            return mayAct(file, context);
        }
        return PastDepartment.reached(file, context.tenant().value()).stream().anyMatch(actor::worksFor)
                || file.submission().route().branches().stream()
                        .map(BranchFacts::department)
                        .anyMatch(actor::worksFor);
    }

    /**
     * The case, if the actor may speak for a branch of it: staff of the department that examines that.
     *
     * @throws ProblemException {@code not-allowed} for one who only sees it, {@link CaseFiles#unknown} for all others,
     *     {@code branch-unknown}
     */
    static CaseFile examining(CaseFile file, String branch, CallContext context) {
        seen(file, context);
        BranchFacts facts = BranchWork.facts(file, branch);
        String department = facts.department();
        Actor actor = context.actor();
        // What a utility says the lead writes down: it has no accounts here; what has come back from above it sends up
        boolean isHeard = (!facts.decides() || facts.isLeadsHere()) && actor.worksFor(file.department());
        if (Staff.isApplicantOnly(actor) || !isHeard && !actor.worksFor(department)) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(Access.class, "branch.elsewhere", department));
        }
        return file;
    }

    private static boolean isOwn(CaseFile file, Actor actor) {
        return !file.isTransferred() && file.submitter().equals(actor.account());
    }

    /**
     * Who works for some departments takes in what those accept; asked before anything is written.
     *
     * @throws ProblemException {@code not-allowed}
     */
    static void requireIntake(String department, Actor actor) {
        if (!Staff.isApplicantOnly(actor) && !actor.worksFor(department)) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(Access.class, "item-of-other-department", department));
        }
    }
}
