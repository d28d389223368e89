package org.yichuang.agency.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The papers of a request, for whoever sees it; that others open what names the applicant is journaled. */
public class RequestDocuments {
    private static final String TYPE = "agency-request";

    private final Transactions transactions;
    private final Requests requests;
    private final PaperFiles papers;

    public RequestDocuments(Transactions transactions, Requests requests, DocumentService documents) {
        this.transactions = transactions;
        this.requests = requests;
        this.papers = new PaperFiles(documents, TYPE);
    }

    /** A file. */
    public record Content(String name, byte[] bytes) {}

    /** @throws ProblemException {@code request-unknown} */
    @RequiresPermission(AgencyPermission.VIEW)
    public List<DocumentView> list(String id, CallContext context) {
        context.require(AgencyPermission.VIEW);
        return papers.of(requests.find(id, context).id(), context);
    }

    /** @throws ProblemException {@code request-unknown} */
    @RequiresPermission(AgencyPermission.REQUEST)
    public List<DocumentView> listOwn(String id, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return papers.of(requests.findOwn(id, context).id(), context);
    }

    /** @throws ProblemException {@code request-unknown} */
    @RequiresPermission(AgencyPermission.SERVE)
    public List<DocumentView> listServed(String id, CallContext context) {
        context.require(AgencyPermission.SERVE);
        return papers.of(requests.findServed(id, context).id(), context);
    }

    /**
     * Returns a paper to the staff who may see applicants whole: those who only look on may not.
     *
     * @throws ProblemException {@code request-unknown}, {@code document-unknown}, {@code document-pending}, {@code
     *     not-allowed}
     */
    @RequiresPermission(AgencyPermission.VIEW)
    public Content content(String id, String document, CallContext context) {
        context.require(AgencyPermission.VIEW);
        context.require(AgencyPermission.UNMASK);
        return opened(papers.content(requests.find(id, context).id(), document, context), id, document, context);
    }

    /** @throws ProblemException as above */
    @RequiresPermission(AgencyPermission.REQUEST)
    public Content ownContent(String id, String document, CallContext context) {
        context.require(AgencyPermission.REQUEST);
        return papers.content(requests.findOwn(id, context).id(), document, context);
    }

    /**
     * Returns a paper to the agent, as long as they act.
     *
     * @throws ProblemException as above, {@code agent-not-qualified}, {@code request-state}
     */
    @RequiresPermission(AgencyPermission.SERVE)
    public Content servedContent(String id, String document, CallContext context) {
        context.require(AgencyPermission.SERVE);
        requests.requireActing(id, context);
        return opened(papers.content(requests.findServed(id, context).id(), document, context), id, document, context);
    }

    private Content opened(Content content, String id, String document, CallContext context) {
        Map<String, String> details = Map.of("type", TYPE, "id", id, "file", document, "fields", content.name());
        AuditEntry entry = new AuditEntry("unmasking", Ids.next(context.at()), "open-document", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.record(entry, ChainHead.START);
            return true;
        });
        return content;
    }
}
