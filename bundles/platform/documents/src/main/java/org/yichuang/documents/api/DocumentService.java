package org.yichuang.documents.api;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Numbered documents. The transaction of a step fixes what a document says: its number (without gaps within a centre,
 * kind and year), its facts, the template's version and their digest. The file itself is made once after the commit and
 * stored with its digest; until then it is {@link State#PENDING}. What was issued is never computed again.
 */
public interface DocumentService {
    /** The longest name of a body that numbers documents itself, in UTF-16 units. */
    int LONGEST_BODY = 40;

    /**
     * Issues a document in a step's transaction: with it, or not at all.
     *
     * @throws ProblemException {@code template-unknown}; {@code fields-invalid} when a fact is missing or unknown,
     *     or the name of the body that numbers it is too long
     */
    DocumentView issue(Request request, UnitOfWork unit);

    /**
     * Says that a document is not in force any more, in the transaction of the step that takes it back.
     *
     * @param reason one sentence of at most 200 characters, without personal data: everybody who verifies the
     *     document reads it
     * @throws ProblemException {@code document-unknown}, {@code document-revoked}, {@code fields-invalid}
     */
    DocumentView revoke(String id, String reason, UnitOfWork unit);

    /** Returns the documents of a thing, in the order of their issue; up to 1,000. */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    List<DocumentView> of(String aggregateType, String aggregateId, CallContext context);

    /**
     * Writes the file.
     *
     * @param id the document's own id; {@code aggregateType} and {@code aggregateId} are those that the caller has let
     *     somebody in to: a document of another thing is unknown
     * @throws ProblemException {@code document-unknown}; {@code document-pending} while it is being made
     * @throws IOException when {@code to} fails
     */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    void write(String id, String aggregateType, String aggregateId, OutputStream to, CallContext context)
            throws IOException;

    /**
     * Answers whoever holds a document whether it is genuine.
     *
     * @param code as printed on it, however it is spelt: spaces, hyphens and small letters do not matter
     * @return empty when there is none with that code at this centre
     */
    @NeedsNoPermission("who holds a document may ask whether it is genuine")
    Optional<Genuine> verify(String code, CallContext context);

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
     * @param organ the body that speaks, as the law names it
     * @param addressee to whom; empty when to nobody
     * @param facts what it says, by name
     * @param numberedBy the body with whose name its number begins, in a series of that body's own; at most {@link
     *     #LONGEST_BODY} characters, empty where it is numbered by the centre
     */
    record Request(
            String module,
            String kind,
            String aggregateType,
            String aggregateId,
            String organ,
            String addressee,
            Map<String, String> facts,
            String numberedBy) {
        public Request {
            facts = Map.copyOf(facts);
        }

        /** What is numbered by the centre. */
        public Request(
                String module,
                String kind,
                String aggregateType,
                String aggregateId,
                String organ,
                String addressee,
                Map<String, String> facts) {
            this(module, kind, aggregateType, aggregateId, organ, addressee, facts, "");
        }
    }

    /**
     * A document.
     *
     * @param id its id
     * @param number its number, e.g. 海政审受理〔2026〕12号
     * @param kind the template's kind
     * @param version the template's version
     * @param ownVersion the version of the centre's own text; 0 when it is the module's
     * @param title its title; empty when it cannot be read, since the key that it is under is away
     * @param factsDigest digest of what it says, fixed by the transaction
     * @param code by which whoever holds it verifies it
     * @param issuedAt when
     * @param state where it stands
     * @param sha256 digest of the file; empty until it is ready
     * @param isInForce false once it has been revoked
     */
    record DocumentView(
            String id,
            String number,
            String kind,
            int version,
            int ownVersion,
            String title,
            String factsDigest,
            String code,
            Instant issuedAt,
            State state,
            String sha256,
            boolean isInForce) {}

    /**
     * A genuine document, as everybody may see it.
     *
     * @param addressee in masked form
     * @param revokedOn when it ceased to be in force; empty while it is
     * @param reason why; empty while it is in force
     * @param sha256 digest of the file, by which a copy can be compared; empty until it is made
     * @param isProof whether it is a {@link DocumentLayout#SLIP}, a proof: nothing is in force by it
     */
    record Genuine(
            String number,
            String title,
            String organ,
            String addressee,
            LocalDate issuedOn,
            Optional<LocalDate> revokedOn,
            String reason,
            String sha256,
            boolean isProof) {}
}
