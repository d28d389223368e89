package org.yichuang.documents.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Numbered documents. The transaction of a step fixes what a document says: its number (without gaps within a centre,
 * kind and year), its facts, the template's version and their digest. The file itself is rendered once after the commit
 * and stored with its digest; until then it is {@link State#PENDING}. What was issued is never computed again.
 */
public interface DocumentService {
    /**
     * Issues a document in a step's transaction: with it, or not at all.
     *
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} when a fact is missing
     */
    DocumentView issue(Request request, UnitOfWork unit);

    /** Returns the documents of a thing, in the order of their issue. */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    List<DocumentView> of(String aggregateType, String aggregateId, CallContext context);

    /**
     * Writes the file.
     *
     * @throws ProblemException {@code document-unknown}; {@code document-pending} while it is being made
     * @throws IOException when {@code to} fails
     */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    void write(String number, OutputStream to, CallContext context) throws IOException;

    /** Where a document stands. */
    enum State {
        /** Its facts are fixed; the file is being made. */
        PENDING,
        /** The file is there. */
        READY
    }

    /**
     * What is to be issued.
     *
     * @param module the word of the issuing module
     * @param kind the template's kind
     * @param aggregateType what it is about, e.g. {@code case}
     * @param aggregateId which one
     * @param facts what it says, by name
     */
    record Request(String module, String kind, String aggregateType, String aggregateId, Map<String, String> facts) {
        public Request {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * A document.
     *
     * @param number its number
     * @param kind the template's kind
     * @param version the template's version
     * @param factsDigest digest of facts and version, fixed by the transaction
     * @param state where it stands
     * @param sha256 digest of the file; empty until it is ready
     */
    record DocumentView(String number, String kind, int version, String factsDigest, State state, String sha256) {}
}
