package org.yichuang.linkage.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.shell.api.CommandResult;

/** Lists the public signing keys of a centre, or of all. */
@Command(scope = "exchange", name = "keys", description = "Lists the public signing keys of a centre (签名公钥)")
@Service
public class ExchangeKeys extends CentreOrAll {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Option(name = "--all", description = "Those of every centre (全部中心)")
    boolean all;

    @Reference
    CentreKeys keys;

    @Override
    protected CommandResult run() {
        return KeyTable.of(centres(centre, all).stream()
                .flatMap(each -> keys.keys(reading(each)).stream())
                .toList());
    }
}
