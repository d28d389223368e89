package org.yichuang.linkage.internal.commands;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.api.TrustedKeys.KeyFile;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Public signing keys as commands print them. */
final class KeyTable {
    private KeyTable() {}

    static CommandResult of(List<CentreKeys.PublicKeyView> keys) {
        TextTable table = new TextTable(
                words("centre"),
                words("key"),
                words("algorithm"),
                words("from"),
                words("until"),
                words("revoked"),
                words("public-key"));
        keys.forEach(key -> table.row(
                key.centre(),
                key.keyId(),
                algorithm(key),
                at(key.from()),
                at(key.until()),
                at(key.revokedAt()),
                key.publicKey()));
        return CommandResult.of(keys, table, words("no-keys"));
    }

    /** Keys on their way to another deployment, and below them the fingerprint. */
    static CommandResult of(KeyFile file) {
        TextTable table = new TextTable(
                words("centre"), words("key"), words("algorithm"), words("from"), words("until"), words("revoked"));
        file.keys()
                .forEach(key -> table.row(
                        key.centre(),
                        key.keyId(),
                        algorithm(key),
                        at(key.from()),
                        at(key.until()),
                        at(key.revokedAt())));
        LocalizedMessage fingerprint = LocalizedMessage.of(KeyTable.class, "fingerprint", file.fingerprint());
        return CommandResult.worded(
                Map.of("fingerprint", file.fingerprint(), "keys", file.keys()),
                wording -> table.in(wording) + wording.sentence(fingerprint) + "\n");
    }

    private static String algorithm(PublicKeyView key) {
        return SignatureAlgorithm.named(key.alg())
                .map(SignatureAlgorithm::title)
                .orElse("–");
    }

    private static String at(Instant moment) {
        return moment == null ? "–" : Timestamps.text(moment);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(KeyTable.class, key);
    }
}
