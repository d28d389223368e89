package org.yichuang.linkage.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Content;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;

/**
 * The receiving end of files: a message names them by their digests, and before it takes its effect its module holds
 * those that it lacked. What lives in this deployment is read from the sender, one file at a time; what lives elsewhere
 * is sent for.
 */
final class FileReceiver {
    /** The bytes of what has arrived are with the module. */
    static final Content NOT_HERE = () -> {
        throw new IllegalStateException("The bytes of a file that has arrived are with its module");
    };

    /** How many are sent for at a time: a line that breaks costs no more than one of them. */
    private static final int AT_A_TIME = 16;

    private final Whereabouts whereabouts;

    FileReceiver(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** Tells whether a message names files that its module does not hold, wherever they are. */
    boolean lacks(Envelope envelope, TenantId receiver, LinkedModule module) {
        return !lacking(envelope, receiver, module).isEmpty();
    }

    /** Returns the files that have to be sent for before a message can take its effect; at most some at a time. */
    List<String> missing(Envelope envelope, TenantId receiver, LinkedModule module) {
        Set<String> missing = lacking(envelope, receiver, module);
        if (missing.isEmpty()) {
            return List.of();
        }
        envelope.attachments().stream()
                .filter(file -> file.content() != null && missing.remove(file.sha256()))
                .forEach(file -> keep(file.sha256(), new ByteArrayInputStream(file.content()), receiver, module));
        TenantId sender = new TenantId(envelope.sender());
        if (!missing.isEmpty() && whereabouts.isHere(sender)) {
            for (Attachment file : module.attachments(sender, envelope.payload())) {
                if (missing.remove(file.sha256())) {
                    keep(file, receiver, module);
                }
            }
        }
        return missing.stream().limit(AT_A_TIME).toList();
    }

    private static Set<String> lacking(Envelope envelope, TenantId receiver, LinkedModule module) {
        Set<String> named = new LinkedHashSet<>();
        envelope.attachments().forEach(file -> named.add(file.sha256()));
        if (!named.isEmpty()) {
            named.retainAll(module.missing(receiver, Set.copyOf(named)));
        }
        return named;
    }

    /** One that lives here goes from module to module; what its sender finds wrong with it is why it does not. */
    private static void keep(Attachment file, TenantId receiver, LinkedModule module) {
        try (WrittenFile content = new WrittenFile(file.content())) {
            try {
                keep(file.sha256(), content, receiver, module);
            } catch (UncheckedIOException e) {
                throw content.failure() == null ? e : content.failure();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives a file to its module as it comes.
     *
     * @throws ProblemException {@code digest-mismatch}
     * @throws UncheckedIOException when the line breaks
     */
    static void keep(CarriedFile file, InputStream content, TenantId receiver, LinkedModule module) {
        keep(file.sha256(), content, receiver, module);
    }

    private static void keep(String sha256, InputStream content, TenantId receiver, LinkedModule module) {
        CheckedFile checked = new CheckedFile(content, sha256);
        try {
            module.keep(receiver, checked);
            checked.toItsEnd();
        } catch (CheckedFile.OtherContentException e) {
            throw (ProblemException) CheckedFile.other().initCause(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that some are missing, and why one that has come was not taken. */
    static ProblemException refused(int files, ProblemException why) {
        return new ProblemException(
                LinkageError.FILES_MISSING,
                LocalizedMessage.of(FileReceiver.class, "files.refused", files, why.message()));
    }

    /** Says that some are sent for. */
    static ProblemException missing(int files) {
        return new ProblemException(
                LinkageError.FILES_MISSING, LocalizedMessage.of(FileReceiver.class, "files.missing", files));
    }
}
