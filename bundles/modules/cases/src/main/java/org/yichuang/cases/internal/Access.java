package org.yichuang.cases.internal;

import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.kernel.api.Actor;

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

    private static boolean isOfDepartment(CaseFile file, Actor actor) {
        return actor.department().isEmpty() || actor.department().equals(file.department());
    }
}
