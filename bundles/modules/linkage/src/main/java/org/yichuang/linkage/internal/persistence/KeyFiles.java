package org.yichuang.linkage.internal.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.DurableFile;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/** The private keys of this container, one file a centre, readable by the owner alone; never in the database. */
public class KeyFiles {
    private static final String PRIVATE = "private=";
    private static final String PUBLIC = "public=";

    private final Path folder;

    public KeyFiles(String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Reads a centre's key, if it has one here.
     *
     * @throws IllegalStateException when the file is there and is not a key: it is not replaced behind anyone's back
     */
    public Optional<SigningKey> read(TenantId centre) {
        Path file = file(centre);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            return Optional.of(Signatures.signingKey(value(lines, PRIVATE), value(lines, PUBLIC)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Not a signing key: " + file, e);
        }
    }

    /** Writes a centre's key in place of the one before; after a crash there is the old one or the new one, whole. */
    public void write(TenantId centre, SigningKey key) {
        String text = PRIVATE + key.privateText() + "\n" + PUBLIC + key.publicKey() + "\n";
        try {
            DurableFile.writeSecret(file(centre), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key of " + centre + " cannot be kept", e);
        }
    }

    private Path file(TenantId centre) {
        return folder.resolve("linkage-" + centre + ".key");
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no line " + name));
    }
}
