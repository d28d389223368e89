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

/** Sends a parked or waiting message now. */
@Command(scope = "exchange", name = "replay", description = "Sends a parked or waiting message now (重新发送)")
@Service
public class ExchangeReplay extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "id", description = "The message (消息)", required = true)
    String id;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        exchange.replay(id, changing(centre, "linkage"));
        return CommandResult.of(Map.of("centre", centre, "id", id, "done", "replayed"), words("replayed", id));
    }
}
