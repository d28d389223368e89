package org.yichuang.agency.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.RequestDocuments.Content;
import org.yichuang.agency.internal.document.JointDocument;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The papers of a request for joint handling; that others open what names the applicant is journaled. */
public class JointPapers {
    private final Transactions transactions;
    private final JointRequests requests;
    private final DocumentService documents;

    JointPapers(Transactions transactions, JointRequests requests, DocumentService documents) {
        this.transactions = transactions;
        this.requests = requests;
        this.documents = documents;
    }

    /** @throws ProblemException {@code joint-unknown} */
    @RequiresPermission(AgencyPermission.VIEW)
    public List<DocumentView> list(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return documents.of(JointDocument.ABOUT, requests.find(id, context).id(), context);
    }

    /** @throws ProblemException {@code joint-unknown} */
    @RequiresPermission(AgencyPermission.REQUEST)
    public List<DocumentView> listOwn(String id, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return documents.of(JointDocument.ABOUT, requests.findOwn(id, context).id(), context);
    }

    /**
     * Returns a paper to the staff who may see applicants whole.
     *
     * @throws ProblemException {@code joint-unknown}, {@code document-unknown}, {@code document-pending}, {@code
     *     not-allowed}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public Content content(String id, String document, CallContext context) {
        context.require(AgencyPermission.VIEW);
        context.require(AgencyPermission.UNMASK);
        Content content = content(list(id, context), id, document, context);
        Map<String, String> details =
                Map.of("type", JointDocument.ABOUT, "id", id, "file", document, "fields", content.name());
        AuditEntry entry = new AuditEntry("unmasking", Ids.next(context.at()), "open-document", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.record(entry, ChainHead.START);
            return true;
        });
        return content;
    }

    /** @throws ProblemException as above */
    @RequiresPermission(AgencyPermission.REQUEST)
    public Content ownContent(String id, String document, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return content(listOwn(id, context), id, document, context);
    }

    private Content content(List<DocumentView> all, String id, String document, CallContext context) {
        DocumentView view = all.stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            documents.write(view.id(), JointDocument.ABOUT, id, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(view.number() + ".pdf", bytes.toByteArray());
    }
}
