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

/** Takes a waiting message out of the flow. */
@Command(scope = "exchange", name = "park", description = "Takes a waiting message out of the flow (搁置消息)")
@Service
public class ExchangePark extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(LinkageCentreCompleter.class)
    String centre;

    @Argument(index = 1, name = "id", description = "The message (消息)", required = true)
    String id;

    @Argument(index = 2, name = "reason", description = "Why (理由)", required = true)
    String reason;

    @Reference
    Exchange exchange;

    @Override
    protected CommandResult run() {
        exchange.park(id, reason, changing(centre, "linkage"));
        return CommandResult.of(Map.of("centre", centre, "id", id, "done", "parked"), words("parked", id));
    }
}
