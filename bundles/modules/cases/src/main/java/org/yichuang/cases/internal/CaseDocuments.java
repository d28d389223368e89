package org.yichuang.cases.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.DecisionDocument;
import org.yichuang.cases.internal.domain.Submission.Origin;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * The documents of a case: those that this centre has issued, and the decision of the centre above, which its letter
 * has told of. That one has one number and one file: where its centre lives in this deployment the file is given out
 * from there, since the letter hands it over; else whoever holds it verifies it there.
 */
public class CaseDocuments {
    private static final String PDF = "application/pdf";

    private final Transactions transactions;
    private final CaseLedger ledger;
    private final DocumentService documents;
    private final Tenants tenants;

    public CaseDocuments(Transactions transactions, CaseLedger ledger, DocumentService documents, Tenants tenants) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.documents = documents;
        this.tenants = tenants;
    }

    /**
     * Returns the documents of a case in the order of their issue, for whoever sees the case; none of a case from
     * before there were any, since what its papers said has never been fixed.
     *
     * @throws ProblemException {@code case-unknown}
     */
    @RequiresPermission(CasePermission.VIEW)
    public List<CaseDocument> list(String number, CallContext context) {
        context.require(CasePermission.VIEW);
        return list(seen(number, context), context);
    }

    private CaseFile seen(String number, CallContext context) {
        return transactions.read(context, unit -> Access.seen(ledger.cases(unit).get(number), context));
    }

    private List<CaseDocument> list(CaseFile file, CallContext context) {
        String here = context.tenant().value();
        List<CaseDocument> all = new ArrayList<>();
        documents.of(CaseLedger.AGGREGATE, file.number(), context).stream()
                .filter(document -> isShown(document, context))
                .forEach(document -> all.add(document(document, here)));
        decisionAbove(file, context).ifPresent(all::add);
        all.sort((one, other) -> one.issuedAt().compareTo(other.issuedAt()));
        return all;
    }

    /** What is addressed to others is nothing for the applicant to read. */
    private static boolean isShown(DocumentView document, CallContext context) {
        return Visibility.of(context.actor()) != Visibility.OWN
                || CaseDocumentTemplate.of(document.kind())
                        .filter(CaseDocumentTemplate::isForOthers)
                        .isEmpty();
    }

    /** The document by which another centre has told its decision of a case. */
    Optional<CaseDocument> decisionAbove(CaseFile file, CallContext context) {
        return fromAbove(file, context).map(decision -> fromAbove(decision, file, context));
    }

    private static CaseDocument document(DocumentView document, String centre) {
        return new CaseDocument(
                document.id(),
                document.kind(),
                document.number(),
                document.title(),
                document.sha256(),
                document.issuedAt(),
                state(document),
                centre,
                document.code(),
                "");
    }

    private static CaseDocument.State state(DocumentView document) {
        if (document.state() == DocumentService.State.PENDING) {
            return CaseDocument.State.PENDING;
        }
        return document.isInForce() ? CaseDocument.State.READY : CaseDocument.State.REVOKED;
    }

    /** The decision of another centre; no letter makes another one than the road's deciding centre speak. */
    private static Optional<DecisionDocument> fromAbove(CaseFile file, CallContext context) {
        if (file.upperCentre() == null) {
            return Optional.empty(); // nothing need be decrypted to know it
        }
        return Optional.ofNullable(file.progress().decisionDocument())
                .filter(decision -> !decision.centre().equals(context.tenant().value()))
                .filter(decision -> file.submission().route().isDecidedAt(decision.centre()));
    }

    private CaseDocument fromAbove(DecisionDocument decision, CaseFile file, CallContext context) {
        return there(decision, file, context)
                .map(document -> document(document, decision.centre()))
                .orElseGet(() -> new CaseDocument(
                        decision.id(),
                        "decision",
                        decision.number(),
                        decision.title(),
                        "",
                        decision.issuedAt(),
                        CaseDocument.State.ELSEWHERE,
                        decision.centre(),
                        decision.code(),
                        decision.verification()));
    }

    /** The decision as its own centre has it, where that lives here: if it is about this application and no other. */
    private Optional<DocumentView> there(DecisionDocument decision, CaseFile file, CallContext context) {
        TenantId centre = new TenantId(decision.centre());
        return tenants.find(centre).filter(found -> isOfTheSame(decision, file, context)).stream()
                .flatMap(found ->
                        documents.of(CaseLedger.AGGREGATE, decision.caseNumber(), at(centre, context)).stream())
                .filter(document -> document.id().equals(decision.id())
                        && CaseDocumentTemplate.of(document.kind())
                                .filter(CaseDocumentTemplate::isDecision)
                                .isPresent())
                .findFirst();
    }

    private boolean isOfTheSame(DecisionDocument decision, CaseFile file, CallContext context) {
        Origin here = file.submission().origin() == null
                ? new Origin(context.tenant().value(), file.number())
                : file.submission().origin();
        return transactions
                .read(at(new TenantId(decision.centre()), context), unit -> ledger.cases(unit)
                        .find(decision.caseNumber()))
                .filter(above -> here.equals(above.submission().origin()))
                .isPresent();
    }

    private static CallContext at(TenantId centre, CallContext context) {
        return CallContext.system(centre, context.at(), context.requestId());
    }

    /**
     * Returns the file of a document to the applicant and to the staff who handle cases, after it has been journaled
     * who opens it.
     *
     * @throws ProblemException {@code case-unknown}, {@code document-unknown}, {@code document-pending}; {@code
     *     not-allowed} for those who only look on: what names people cannot be masked
     */
    @RequiresPermission(CasePermission.VIEW)
    public Content content(String number, String id, CallContext context) {
        context.require(CasePermission.VIEW);
        Visibility visibility = Visibility.of(context.actor());
        if (!visibility.opensFiles()) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(CaseDocuments.class, "document.closed"));
        }
        CaseFile file = seen(number, context);
        CaseDocument document = list(file, context).stream()
                .filter(each -> each.id().equals(id) && each.state() != CaseDocument.State.ELSEWHERE)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        byte[] bytes = bytes(document, file, context);
        if (visibility != Visibility.OWN) {
            journal(number, document, context);
        }
        String name = document.number() + ".pdf";
        return new Content(name, PDF, bytes.length, to -> to.write(bytes));
    }

    private byte[] bytes(CaseDocument document, CaseFile file, CallContext context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(document, file, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the file of a document of a case, for whoever has been let in to it. */
    void write(CaseDocument document, CaseFile file, OutputStream to, CallContext context) throws IOException {
        boolean isOwn = document.centre().equals(context.tenant().value());
        documents.write(
                document.id(),
                CaseLedger.AGGREGATE,
                isOwn ? file.number() : file.progress().decisionDocument().caseNumber(),
                to,
                isOwn ? context : at(new TenantId(document.centre()), context));
    }

    /** A chain of its own for each time: whoever looks changes nothing of the case. */
    private void journal(String number, CaseDocument document, CallContext context) {
        Map<String, String> details =
                Map.of("type", CaseLedger.AGGREGATE, "id", number, "file", document.id(), "fields", document.number());
        AuditEntry entry = new AuditEntry("unmasking", Ids.next(context.at()), "open-document", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.record(entry, ChainHead.START);
            return true;
        });
    }
}
