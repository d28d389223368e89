package org.yichuang.cases.internal;

import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.OnlineReviewWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;

/** The use cases before an acceptance: each is one transaction. */
public class DefaultCaseReception implements CaseReception {
    private final DefaultCaseService service;
    private final CaseLedger ledger;

    /** @param service what writes a command and answers the case */
    public DefaultCaseReception(DefaultCaseService service, CaseLedger ledger) {
        this.service = service;
        this.ledger = ledger;
    }

    @Override
    public CaseView reviewOnline(String number, OnlineReviewRequest request, CallContext context) {
        context.require(CasePermission.ACCEPT);
        OnlineReviewRequest asked = FieldRules.require(request == null ? new OnlineReviewRequest(null) : request);
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.PASS_ONLINE_REVIEW,
                    asked,
                    (loaded, now) -> OnlineReviewWork.pass(loaded, asked, now));
            return file;
        });
    }
}
