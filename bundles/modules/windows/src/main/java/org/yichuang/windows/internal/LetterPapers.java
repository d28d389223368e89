package org.yichuang.windows.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.document.LetterDocument;
import org.yichuang.windows.internal.domain.DelegationLetter;

/** Delegation letters on paper. */
public class LetterPapers {
    private final DocumentService documents;
    private final Clocked clocked;

    LetterPapers(DocumentService documents, Clocked clocked) {
        this.documents = documents;
        this.clocked = clocked;
    }

    /**
     * Issues the paper of a letter, in the transaction of its step.
     *
     * @param names those of its items, by their codes
     */
    void issue(DelegationLetter letter, Map<String, String> names, UnitOfWork unit) {
        DocumentView made = documents.issue(
                LetterDocument.of(letter, names, clocked.now(unit).centre()), unit);
        letter.onPaper(made.id());
    }

    /** Says that the paper is not in force any more, in the transaction of the step. */
    void end(DelegationLetter letter, String why, UnitOfWork unit, Object... arguments) {
        letter.paper()
                .ifPresent(paper -> documents.revoke(
                        paper,
                        LocalizedMessage.of(LetterDocument.class, why, arguments)
                                .zh(),
                        unit));
    }

    /** Returns the papers of a letter. */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<DocumentView> list(String number, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return documents.of(LetterDocument.ABOUT, number, context);
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code document-unknown}, {@code document-pending}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Content content(String number, String document, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return content(documents, LetterDocument.ABOUT, number, document, context);
    }

    /**
     * One of a thing, as a file.
     *
     * @throws ProblemException {@code document-unknown}, {@code document-pending}
     */
    static Content content(
            DocumentService documents, String about, String thing, String document, CallContext context) {
        DocumentView view = documents.of(about, thing, context).stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(DocumentError.DOCUMENT_UNKNOWN));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            documents.write(view.id(), about, thing, bytes, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(view.number() + ".pdf", Content.PDF, bytes.toByteArray());
    }

    /** A file. */
    public record Content(String name, String type, byte[] bytes) {
        /** What a PDF is. */
        public static final String PDF = "application/pdf";

        /** What a Word document is. */
        public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    }
}
