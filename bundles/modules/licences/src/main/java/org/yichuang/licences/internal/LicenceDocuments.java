package org.yichuang.licences.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
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
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.persistence.LicenceRows;

/** The decisions about a result, for whoever sees it. */
public class LicenceDocuments {
    private final Transactions transactions;
    private final Licences licences;
    private final DocumentService documents;

    public LicenceDocuments(Transactions transactions, Licences licences, DocumentService documents) {
        this.transactions = transactions;
        this.licences = licences;
        this.documents = documents;
    }

    /** A file. */
    public record Content(String name, byte[] bytes) {}

    /**
     * Returns the decisions about a result.
     *
     * @throws ProblemException {@code licence-unknown}
     */
    @RequiresPermission(LicencePermission.VIEW)
    public List<DocumentView> list(String id, CallContext context) {
        context.require(LicencePermission.VIEW);
        return documents.of(LicenceRows.AGGREGATE, licences.find(id, context).id(), context);
    }

    /**
     * Returns the decisions about a result of one's own.
     *
     * @throws ProblemException {@code licence-unknown}
     */
    @RequiresPermission(LicencePermission.OWN)
    public List<DocumentView> listOwn(String id, CallContext context) {
        context.require(LicencePermission.OWN);
        return documents.of(LicenceRows.AGGREGATE, licences.findOwn(id, context).id(), context);
    }

    /**
     * Returns the file of a decision to those who handle results, after it has been journaled who opens it.
     *
     * @throws ProblemException {@code licence-unknown}, {@code document-unknown}, {@code document-pending}; {@code
     *     not-allowed} for those who only look on: what names people cannot be masked
     */
    @RequiresPermission(LicencePermission.VIEW)
    public Content content(String id, String document, CallContext context) {
        context.require(LicencePermission.VIEW);
        if (!context.actor().isPermitted(LicencePermission.UNMASK)) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(LicenceDocuments.class, "document.closed"));
        }
        Content content = content(list(id, context), id, document, context);
        Map<String, String> details =
                Map.of("type", LicenceRows.AGGREGATE, "id", id, "file", document, "fields", content.name());
        AuditEntry entry = new AuditEntry("unmasking", Ids.next(context.at()), "open-document", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.record(entry, ChainHead.START);
            return true;
        });
        return content;
    }

    /**
     * Returns the file of a decision about a result of one's own.
     *
     * @throws ProblemException {@code licence-unknown}, {@code document-unknown}, {@code document-pending}
     */
    @RequiresPermission(LicencePermission.OWN)
    public Content ownContent(String id, String document, CallContext context) {
        context.require(LicencePermission.OWN);
        return content(listOwn(id, context), id, document, context);
    }

    private Content content(List<DocumentView> all, String id, String document, CallContext context) {
        DocumentView view = all.stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            documents.write(view.id(), LicenceRows.AGGREGATE, id, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(view.number() + ".pdf", bytes.toByteArray());
    }
}
