package org.yichuang.linkage.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.shell.api.CommandResult;

/** Gives a centre a new signing key, or each of them. */
@Command(scope = "exchange", name = "rotate", description = "Gives a centre, or each, a new signing key (更换签名密钥)")
@Service
public class ExchangeRotate extends CentreOrAll {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Option(name = "--all", description = "Every centre (全部中心)")
    boolean all;

    @Reference
    CentreKeys keys;

    @Override
    protected CommandResult run() {
        return KeyTable.of(each(centre, all).map(keys::rotate).toList());
    }
}
