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

/** Gives a centre a new signing key. */
@Command(scope = "exchange", name = "rotate", description = "Gives a centre a new signing key (更换签名密钥)")
@Service
public class ExchangeRotate extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Reference
    CentreKeys keys;

    @Override
    protected CommandResult run() {
        return KeyTable.of(List.of(keys.rotate(changing(centre, "linkage"))));
    }
}
