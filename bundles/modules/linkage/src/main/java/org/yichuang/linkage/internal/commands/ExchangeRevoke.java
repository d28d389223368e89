package org.yichuang.linkage.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Ends a signing key for good. */
@Command(scope = "exchange", name = "revoke", description = "Ends a signing key for good (作废签名密钥)")
@Service
public class ExchangeRevoke extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "key", description = "The key (密钥)", required = true)
    String key;

    @Argument(index = 2, name = "reason", description = "Why (理由)", required = true)
    String reason;

    @Reference
    CentreKeys keys;

    @Override
    protected CommandResult run() {
        return KeyTable.of(List.of(keys.revoke(key, reason, changing(centre, "linkage"))));
    }
}
