package org.yichuang.linkage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;

/**
 * The public keys of centres that live in containers with another database: a JSON list that an operator keeps,
 * {@code [{"centre","keyId","publicKey","from","until","revokedAt"}]}. Read again whenever a key is looked for and not
 * remembered.
 */
public class TrustFile {
    private final Path file;

    public TrustFile(String file) {
        this.file = Path.of(file);
    }

    /** Returns a key, if the file names it. */
    public Optional<PublicKeyView> find(TenantId centre, String keyId) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            PublicKeyView[] keys = Json.read(Files.readString(file), PublicKeyView[].class);
            return Arrays.stream(keys)
                    .filter(key -> centre.value().equals(key.centre()) && keyId.equals(key.keyId()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The trust file cannot be read: " + file, e);
        }
    }
}
