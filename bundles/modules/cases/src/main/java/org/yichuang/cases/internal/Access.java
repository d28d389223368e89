package org.yichuang.cases.internal;

import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** Who sees which cases: applicants their own, staff of departments theirs, all others those of the centre. */
final class Access {
    private Access() {}

    /** The case, if the actor may see it; else it is as if there were none. */
    static CaseFile seen(CaseFile file, Actor actor) {
        boolean own = !file.isTransferred() && file.submitter().equals(actor.account());
        if (Staff.isApplicantOnly(actor) ? own : actor.worksFor(file.department())) {
            return file;
        }
        throw CaseFiles.unknown(file.number());
    }

    /**
     * Who works for some departments takes in what those accept; asked before anything is written.
     *
     * @throws ProblemException {@code not-allowed}
     */
    static void requireIntake(String department, Actor actor) {
        if (!Staff.isApplicantOnly(actor) && !actor.worksFor(department)) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED,
                    "该事项由" + department + "受理，请到该部门的窗口收件",
                    "Applications for this item are taken in by " + department);
        }
    }
}
