package org.yichuang.cases.internal.web;

import java.util.List;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.CaseDocument;
import org.yichuang.cases.internal.CaseDocuments;
import org.yichuang.cases.internal.view.DocumentList;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The documents of a case on its pages. */
public final class DocumentPages {
    private static final int SECONDS = 2;

    private final CaseDocuments documents;

    public DocumentPages(CaseDocuments documents) {
        this.documents = documents;
    }

    /**
     * The documents of a case, as a page lists them.
     *
     * @param below where the case's page is, e.g. {@code /cases/}
     */
    DocumentList list(CaseView view, String below, PageCall call) {
        List<CaseDocument> all = documents.list(view.number(), call.context());
        return new DocumentList(all, below + view.number() + "/documents/", view.lower() == null);
    }

    /**
     * The file of a document; while it is being made a page that looks again by itself.
     *
     * @param below where the case's page is
     */
    Response file(String number, String id, String below, PageCall call) {
        try {
            Content content = documents.content(number, id, call.context());
            return call.file(content.name(), content.mediaType(), content.size(), content.bytes()::writeTo);
        } catch (ProblemException e) {
            if (e.code() != DocumentError.DOCUMENT_PENDING) {
                throw e;
            }
            Screen screen = Screen.reading(
                            call.ui().t("document.pending.title"), ApplyPages.TEMPLATES.documentpending(call.ui()))
                    .under(number, below + number);
            return Response.fromResponse(call.render(screen))
                    .header("Refresh", SECONDS)
                    .build();
        }
    }
}
