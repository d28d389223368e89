package org.yichuang.linkage.internal.commands;

import java.util.List;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.shell.api.Timestamps;

/** Public signing keys as commands print them. */
final class KeyTable {
    private KeyTable() {}

    static CommandResult of(List<CentreKeys.PublicKeyView> keys) {
        TextTable table = new TextTable("密钥 Key", "启用 From", "停用 Until", "公钥 Public key");
        keys.forEach(key -> table.row(
                key.keyId(),
                Timestamps.text(key.from()),
                key.until() == null ? "–" : Timestamps.text(key.until()),
                key.publicKey()));
        return CommandResult.of(keys, table, "没有密钥 / No keys");
    }
}
