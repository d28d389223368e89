package org.yichuang.linkage.internal.commands;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;

/** Says that the database of a centre has been set back. */
@Command(
        scope = "exchange",
        name = "epoch",
        description = "Says that a centre's database has been set back, so that its messages leave again (启用新纪元)")
@Service
public class ExchangeEpoch extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "reason", description = "Who has set it back to when, and why (理由)", required = true)
    String reason;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        long epoch = exchange.beginEpoch(reason, changing(centre, "linkage"));
        return CommandResult.of(Map.of("centre", centre, "epoch", epoch), words("epoch", centre));
    }
}
