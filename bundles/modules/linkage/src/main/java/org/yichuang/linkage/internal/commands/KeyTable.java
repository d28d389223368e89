package org.yichuang.linkage.internal.commands;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Public signing keys as commands print them. */
final class KeyTable {
    private KeyTable() {}

    static CommandResult of(List<CentreKeys.PublicKeyView> keys) {
        TextTable table =
                new TextTable(words("key"), words("from"), words("until"), words("revoked"), words("public-key"));
        keys.forEach(key -> table.row(
                key.keyId(),
                Timestamps.text(key.from()),
                key.until() == null ? "–" : Timestamps.text(key.until()),
                key.revokedAt() == null ? "–" : Timestamps.text(key.revokedAt()),
                key.publicKey()));
        return CommandResult.of(keys, table, words("no-keys"));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(KeyTable.class, key);
    }
}
