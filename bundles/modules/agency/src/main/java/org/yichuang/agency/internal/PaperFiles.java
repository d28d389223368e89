package org.yichuang.agency.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.yichuang.agency.internal.RequestDocuments.Content;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** The papers of a kind of thing; whoever asks for them has been let in to the thing. */
final class PaperFiles {
    private final DocumentService documents;
    private final String type;

    PaperFiles(DocumentService documents, String type) {
        this.documents = documents;
        this.type = type;
    }

    List<DocumentView> of(String id, CallContext context) {
        return documents.of(type, id, context);
    }

    /** @throws ProblemException {@code document-unknown} for one of another thing; {@code document-pending} */
    Content content(String id, String document, CallContext context) {
        DocumentView view = of(id, context).stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            documents.write(view.id(), type, id, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(view.number() + ".pdf", bytes.toByteArray());
    }
}
