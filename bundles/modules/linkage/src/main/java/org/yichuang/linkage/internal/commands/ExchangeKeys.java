package org.yichuang.linkage.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Lists the public signing keys of a centre. */
@Command(scope = "exchange", name = "keys", description = "Lists the public signing keys of a centre (签名公钥)")
@Service
public class ExchangeKeys extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Reference
    CentreKeys keys;

    @Override
    protected CommandResult run() {
        return KeyTable.of(keys.keys(reading(centre, "linkage")));
    }
}
