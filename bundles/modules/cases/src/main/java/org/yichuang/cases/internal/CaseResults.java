package org.yichuang.cases.internal;

import java.util.Optional;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.cases.internal.document.SigningOrgan;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.DecisionDocument;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.PromiseFact;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.tenancy.api.Tenants;

/** What has come of granted cases, and by whom. */
public class CaseResults {
    private static final IssuedView NOT_YET = new IssuedView(null, null, null, null);

    private final IssuedDocuments documents;
    private final Tenants tenants;

    public CaseResults(IssuedDocuments documents, Tenants tenants) {
        this.documents = documents;
        this.tenants = tenants;
    }

    Optional<CaseResult> of(CaseFile file, UnitOfWork unit) {
        return Optional.ofNullable(file.progress().issued()).map(issued -> granted(file, unit));
    }

    /** The same of a case that is granted, before its result has been made out as well. */
    CaseResult granted(CaseFile file, UnitOfWork unit) {
        IssuedView issued = Optional.ofNullable(file.progress().issued()).orElse(NOT_YET);
        String here = unit.context().tenant().value();
        SigningOrgan organ = documents.organ(
                CaseDocumentTemplate.GRANT,
                file.submission(),
                tenants.get(unit.context().tenant()),
                unit);
        return new CaseResult(
                issued.documentNumber(),
                issued.centre(),
                issued.at(),
                issued.validUntil(),
                organ.name(),
                organ.remedies(
                        Laws.IN_FORCE.on(unit.context().today()),
                        file.submission().item().reconsiderationFirst()),
                Optional.ofNullable(file.progress().decisionDocument())
                        .filter(decision -> decision.centre().equals(here))
                        .map(DecisionDocument::id)
                        .orElse(""),
                file.submission().route().deciding().centre(),
                organ.numbersItself(CaseDocumentTemplate.GRANT) ? organ.name() : "",
                file.submission().promises().stream()
                        .filter(promise -> promise.kind() == PromiseKind.DECLARATION && promise.isOutstanding())
                        .map(PromiseFact::material)
                        .toList());
    }
}
