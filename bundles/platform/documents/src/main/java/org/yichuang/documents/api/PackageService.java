package org.yichuang.documents.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;

/**
 * Packages: all that belongs to a thing in one ZIP, which anybody can check without this system. What the module gives
 * stands beside the thing's issued documents and the audit chains of both; a manifest holds the digest of every file,
 * and the centre's key signs it. Each package that is made is an entry of the audit trail.
 */
public interface PackageService {
    /**
     * Gathers what belongs into a package, so that what cannot be had is refused before the first byte is sent.
     *
     * @throws ProblemException {@code document-pending} while a document is being made; {@code unavailable} when nobody
     *     can sign for the centre
     */
    @NeedsNoPermission("the module of the thing has let in whoever asks")
    Prepared prepare(Request request, CallContext context);

    /**
     * What a package is about, and what the module puts into it.
     *
     * @param aggregateType the kind of thing, e.g. {@code case}
     * @param aggregateId which one
     * @param head where its audit chain stands
     * @param title what people call it
     * @param parts its files, in their order
     * @param withheld files that belong to it and are not given out: the manifest names them
     */
    record Request(
            String aggregateType,
            String aggregateId,
            ChainHead head,
            String title,
            List<Part> parts,
            List<Withheld> withheld) {
        public Request {
            parts = List.copyOf(parts);
            withheld = List.copyOf(withheld);
        }

        /** With all of its files. */
        public Request(String aggregateType, String aggregateId, ChainHead head, String title, List<Part> parts) {
            this(aggregateType, aggregateId, head, title, parts, List.of());
        }
    }

    /**
     * A file that is left out, since a scanner has found something in it.
     *
     * @param folder where it would stand
     * @param name what it would be called there
     * @param sha256 64 hex characters
     */
    record Withheld(String folder, String name, String sha256) {}

    /**
     * A file of a package.
     *
     * @param folder where it stands: lower-case letters; {@code log} and {@code documents} are the package's own
     * @param name what it is called, unique in its folder also without capitals; as {@link FileNames#portable}
     *     leaves it
     * @param content its bytes
     */
    record Part(String folder, String name, Bytes content) {}

    /** Bytes that are written as they are read. */
    @FunctionalInterface
    interface Bytes {
        /** Writes them. @throws IOException when {@code to} fails */
        void writeTo(OutputStream to) throws IOException;
    }

    /**
     * A package that can be written, outside of a transaction: its last file, the signature, follows when its making
     * stands in the audit trail. What is cut off before is no package.
     *
     * @param fileName what to call the file
     * @param content its bytes
     */
    record Prepared(String fileName, Bytes content) {}
}
