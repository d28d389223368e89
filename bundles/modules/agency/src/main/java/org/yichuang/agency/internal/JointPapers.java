package org.yichuang.agency.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.RequestDocuments.Content;
import org.yichuang.agency.internal.document.JointDocument;
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
    private final PaperFiles papers;

    JointPapers(Transactions transactions, JointRequests requests, DocumentService documents) {
        this.transactions = transactions;
        this.requests = requests;
        this.papers = new PaperFiles(documents, JointDocument.ABOUT);
    }

    /** @throws ProblemException {@code joint-unknown} */
    @RequiresPermission(AgencyPermission.VIEW)
    public List<DocumentView> list(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return papers.of(requests.find(id, context).id(), context);
    }

    /** @throws ProblemException {@code joint-unknown} */
    @RequiresPermission(AgencyPermission.REQUEST)
    public List<DocumentView> listOwn(String id, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return papers.of(requests.findOwn(id, context).id(), context);
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
        Content content = papers.content(requests.find(id, context).id(), document, context);
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
        return papers.content(requests.findOwn(id, context).id(), document, context);
    }
}
