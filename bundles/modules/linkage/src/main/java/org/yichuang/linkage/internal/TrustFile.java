package org.yichuang.linkage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;

/**
 * The public keys of centres that live in containers with another database: a JSON list that an operator keeps,
 * {@code [{"centre","keyId","publicKey","from","until","revokedAt"}]}. Read again whenever it has been changed; while
 * it cannot be read, what it said before stands.
 */
public class TrustFile {
    private static final Logger LOG = LoggerFactory.getLogger(TrustFile.class);
    private static final PublicKeyView[] NOTHING = {};
    private static final State NONE = new State(null, 0);

    private final Path file;
    private State seen = NONE;
    private List<PublicKeyView> keys = List.of();
    private String failure = "";
    private boolean isRead = true;

    public TrustFile(String file) {
        this.file = Path.of(file);
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

    /**
     * Returns what it says.
     *
     * @throws IllegalStateException when it cannot be read, and never could since the start
     */
    public synchronized List<PublicKeyView> keys() {
        State now = state();
        if (!now.equals(seen)) {
            read(now);
            seen = now;
        }
        if (!isRead) {
            throw new IllegalStateException(failure);
        }
        return keys;
    }

    /** Writes keys in the place of all that it says of the same centres; at once, and for the owner alone to change. */
    public synchronized void replace(List<PublicKeyView> fresh) {
        Set<String> centres = fresh.stream().map(PublicKeyView::centre).collect(Collectors.toSet());
        List<PublicKeyView> all = Stream.concat(
                        keys().stream().filter(key -> !centres.contains(key.centre())), fresh.stream())
                .toList();
        try {
            Files.createDirectories(file.getParent());
            Path written = Files.createTempFile(file.getParent(), "linkage-trust", ".new");
            Files.writeString(written, Json.write(all));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The trust file cannot be written: " + file, e);
        }
        keys = all;
        seen = state();
    }

    private void read(State now) {
        try {
            PublicKeyView[] all = now.equals(NONE) ? NOTHING : Json.read(Files.readString(file), PublicKeyView[].class);
            keys = Arrays.stream(all).filter(Objects::nonNull).toList();
            failure = "";
            isRead = true;
        } catch (IOException | ProblemException e) {
            failure = "The trust file cannot be read: " + file + ": " + reason(e);
            isRead = !seen.equals(NONE) && isRead;
            LOG.error("{}{}", failure, isRead ? "; what it said before stands" : "");
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
