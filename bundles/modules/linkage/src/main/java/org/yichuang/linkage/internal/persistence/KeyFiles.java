package org.yichuang.linkage.internal.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.spec.InvalidKeySpecException;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.DurableFile;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/**
 * The private keys of this container, one file a centre and algorithm, readable by the owner alone; never in the
 * database.
 */
public class KeyFiles {
    private static final String PRIVATE = "private=";
    private static final String PUBLIC = "public=";

    private final Path folder;

    public KeyFiles(String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * Reads a centre's key for an algorithm, if it has one here.
     *
     * @throws IllegalStateException when the file is there and is not such a key: it is not replaced behind anyone's
     *     back
     */
    public Optional<SigningKey> read(TenantId centre, SignatureAlgorithm algorithm) {
        Path file = file(centre, algorithm);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            SigningKey key = Signatures.signingKey(value(lines, PRIVATE), value(lines, PUBLIC));
            if (key.algorithm() != algorithm) {
                throw new InvalidKeySpecException(
                        "It is one of " + key.algorithm().title());
            }
            return Optional.of(key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Not a signing key: " + file, e);
        }
    }

    /** Writes a centre's key in place of the one before; after a crash there is the old one or the new one, whole. */
    public void write(TenantId centre, SigningKey key) {
        String text = PRIVATE + key.privateText() + "\n" + PUBLIC + key.publicKey() + "\n";
        try {
            DurableFile.writeSecret(file(centre, key.algorithm()), text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key of " + centre + " cannot be kept", e);
        }
    }

    /** That of Ed25519 has the name that it had when there was no other. */
    private Path file(TenantId centre, SignatureAlgorithm algorithm) {
        String middle = algorithm == SignatureAlgorithm.ED25519 ? "" : "." + algorithm.word();
        return folder.resolve("linkage-" + centre + middle + ".key");
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no line " + name));
    }
}
