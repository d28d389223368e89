package org.yichuang.linkage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.DurableFile;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.LinkageError;

/**
 * The public keys of centres that live in containers with another database: a JSON list that an operator keeps,
 * {@code [{"centre","keyId","publicKey","from","until","revokedAt"}]}. Read again whenever it has been changed; while
 * it cannot be read, or is gone, what it said before stands, over restarts as well: what has been read is kept beside
 * it. An empty list believes nobody.
 */
public class TrustFile {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFile.class);
    private static final State NONE = new State(null, 0);

    private final Path file;
    /** The last one that could be read. */
    private final Path kept;

    private State seen;
    private List<PublicKeyView> keys = List.of();
    private String failure = "";

    public TrustFile(String file) {
        this.file = Path.of(file);
        this.kept = Path.of(file + ".kept");
    }

    /** Returns a key, if the file names it. */
    public Optional<PublicKeyView> find(TenantId centre, String keyId) {
        return keys().stream()
                .filter(key -> centre.value().equals(key.centre()) && keyId.equals(key.keyId()))
                .findFirst();
    }

    /** Tells whether the file has a key of a centre, in force or not. */
    public boolean names(TenantId centre) {
        return keys().stream().anyMatch(key -> centre.value().equals(key.centre()));
    }

    /** Returns what it says; nothing when it cannot be read, and never could: only keys of others are unknown then. */
    public synchronized List<PublicKeyView> keys() {
        State now = state();
        if (!now.equals(seen)) {
            read(now);
            seen = now;
        }
        return keys;
    }

    /** Returns why it cannot be read, empty where it can. */
    public synchronized String failure() {
        keys();
        return failure;
    }

    /**
     * Writes keys in the place of all that it says of the same centres; at once, and for the owner alone to change.
     *
     * @throws ProblemException {@code trust-file-unreadable} while it cannot be read: what somebody has written there
     *     would be lost
     */
    public synchronized void replace(List<PublicKeyView> fresh) {
        if (!failure().isEmpty()) {
            throw new ProblemException(
                    LinkageError.TRUST_FILE_UNREADABLE,
                    LocalizedMessage.of(TrustFile.class, "trust-file.unreadable", failure));
        }
        Set<String> centres = fresh.stream().map(PublicKeyView::centre).collect(Collectors.toSet());
        List<PublicKeyView> all = Stream.concat(
                        keys().stream().filter(key -> !centres.contains(key.centre())), fresh.stream())
                .toList();
        try {
            write(file, all);
            write(kept, all);
        } catch (IOException e) {
            throw new UncheckedIOException("The trust file cannot be written: " + file, e);
        }
        keys = all;
        seen = state();
    }

    private static void write(Path where, List<PublicKeyView> all) throws IOException {
        DurableFile.writeSecret(where, Json.write(all).getBytes(StandardCharsets.UTF_8));
    }

    private void read(State now) {
        boolean isFirst = seen == null;
        try {
            if (now.equals(NONE) && !before().isEmpty()) {
                throw new NoSuchFileException(file.toString(), null, "gone; an empty list believes nobody");
            }
            keys = now.equals(NONE) ? List.of() : read(file);
            failure = "";
            keep();
        } catch (IOException | ProblemException e) {
            failure = file + ": " + reason(e);
            keys = isFirst ? before() : keys;
            LOG.error("The trust file cannot be read, and what it said before stands: {}", failure);
        }
    }

    private static List<PublicKeyView> read(Path where) throws IOException {
        return Arrays.stream(Json.read(Files.readString(where), PublicKeyView[].class))
                .filter(Objects::nonNull)
                .toList();
    }

    private void keep() {
        try {
            if (!keys.equals(before())) {
                write(kept, keys);
            }
        } catch (IOException e) {
            LOG.warn("The trust file's content cannot be kept beside it: {}", e.toString());
        }
    }

    private List<PublicKeyView> before() {
        try {
            return Files.exists(kept) ? read(kept) : List.of();
        } catch (IOException | ProblemException e) {
            LOG.warn("What the trust file said before cannot be read: {}", reason(e));
            return List.of();
        }
    }

    private static String reason(Exception failure) {
        return failure instanceof ProblemException problem ? problem.en() : failure.toString();
    }

    private State state() {
        try {
            return new State(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return NONE;
        }
    }

    /** By which a change is known. */
    private record State(FileTime changed, long size) {}
}
