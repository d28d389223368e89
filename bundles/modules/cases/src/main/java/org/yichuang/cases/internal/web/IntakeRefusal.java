package org.yichuang.cases.internal.web;

import java.util.Map;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.view.RefusalFields;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/** Not accepting in one step with taking in: why is read before anything is kept, or five days would begin to run. */
final class IntakeRefusal {
    private IntakeRefusal() {}

    /**
     * What was typed.
     *
     * @throws ProblemException when the case could not be refused with it
     */
    static NotAccept read(PageCall call) {
        call.context().require(CasePermission.REFUSE_ACCEPTANCE);
        NotAccept typed = FieldRules.require(CommandForms.notAccept(call, RefusalFields.GROUND, Map.of()));
        if (typed.outcome() == NonAcceptance.INCOMPLETE) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    RefusalFields.GROUND,
                    LocalizedMessage.of(CaseWork.class, "refusal.notice-first"));
        }
        CaseWork.requireOrgan(typed);
        return typed;
    }
}
