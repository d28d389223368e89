package org.yichuang.cases.internal;

import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Who sees which cases: applicants their own, staff of a department its own, all others those of the centre. */
final class Access {
    private Access() {}

    /** The case, if the actor may see it; else it is as if there were none. */
    static CaseFile seen(CaseFile file, Actor actor) {
        boolean own = !file.isTransferred() && file.submitter().equals(actor.account());
        if (Staff.isApplicantOnly(actor) ? own : isOfDepartment(file, actor)) {
            return file;
        }
        throw CaseFiles.unknown(file.number());
    }

    /**
     * Who works for one department takes in what that department accepts; asked before anything is written.
     *
     * @throws ProblemException {@code not-allowed}
     */
    static void requireIntake(String department, Actor actor) {
        boolean theirs = actor.department().isEmpty() || actor.department().equals(department);
        if (!Staff.isApplicantOnly(actor) && !theirs) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED,
                    "该事项由" + department + "受理，请到该部门的窗口收件",
                    "Applications for this item are taken in by " + department);
        }
    }

    private static boolean isOfDepartment(CaseFile file, Actor actor) {
        return actor.department().isEmpty() || actor.department().equals(file.department());
    }
}
