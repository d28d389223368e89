package org.yichuang.journal.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;

/** Lists the events of a centre that could not be delivered, and those that wait behind them. */
@Command(
        scope = "event",
        name = "failed",
        description = "Lists the events of a centre that could not be delivered (未送达的事件)")
@Service
public class EventFailed extends CentreCommand {
    private static final int MOST = 100;

    @Argument(index = 0, name = "centre", required = true, description = "The centre (中心)")
    @Completion(TrailCompleter.class)
    String centre;

    @Reference
    EventDelivery delivery;

    @Override
    protected CommandResult run() {
        List<EventDelivery.Held> held = delivery.held(
                        PageRequest.of(MOST, null), reading(directory().centre(centre)))
                .items();
        TextTable table = new TextTable(
                words("listener"),
                words("aggregate"),
                words("sequence"),
                words("state"),
                words("attempts"),
                words("since"),
                words("reason"));
        held.forEach(each -> table.row(
                each.listener(),
                each.aggregateType() + "/" + each.aggregateId(),
                each.sequence(),
                each.state(),
                each.attempts(),
                each.since(),
                each.lastError()));
        return CommandResult.of(held, table, words("nothing-held"));
    }
}
