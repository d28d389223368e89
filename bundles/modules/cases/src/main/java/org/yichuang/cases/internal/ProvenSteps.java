package org.yichuang.cases.internal;

import java.util.List;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.domain.Deliveries;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;

/** The steps that something else has to show: a delivery, and a withdrawal that staff enter. */
final class ProvenSteps {
    private final DefaultCaseService service;
    private final CaseRepositories store;
    private final CaseLedger ledger;

    ProvenSteps(DefaultCaseService service, CaseRepositories store, CaseLedger ledger) {
        this.service = service;
        this.store = store;
        this.ledger = ledger;
    }

    CaseView deliver(String number, CaseRequests.Deliver asked, CallContext context) {
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.DELIVER,
                    asked,
                    (loaded, now) -> Deliveries.deliver(
                            loaded, asked, taken(asked.proof(), "proof.delivery", loaded, unit), now));
            return file;
        });
    }

    CaseView withdraw(String number, CaseRequests.Withdraw asked, CallContext context) {
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.WITHDRAW,
                    asked,
                    (loaded, now) -> CaseWork.withdraw(
                            loaded, asked, taken(asked.proof(), "proof.withdrawal", loaded, unit), now));
            return file;
        });
    }

    /** What was handed in as a proof, bound to the case under a name; none where nothing was. */
    private List<MaterialView> taken(CaseProof proof, String name, CaseFile file, UnitOfWork unit) {
        return proof == null || !proof.given()
                ? List.of()
                : new Materials(List.of(), store.files(unit), unit.context().actor())
                        .take(
                                proof,
                                LocalizedMessage.of(ProvenSteps.class, name).zh(),
                                file.number());
    }
}
