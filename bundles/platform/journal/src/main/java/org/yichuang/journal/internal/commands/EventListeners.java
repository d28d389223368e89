package org.yichuang.journal.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.OperatorCommand;
import org.yichuang.shell.api.TextTable;

/** Lists the event listeners, how far they are, and what is held for them. */
@Command(
        scope = "event",
        name = "listeners",
        description = "Lists the event listeners with their lag and what is held for them (事件监听器)")
@Service
public class EventListeners extends OperatorCommand {
    @Reference
    EventDelivery delivery;

    @Override
    protected CommandResult run() {
        List<EventDelivery.Progress> listeners = delivery.listeners();
        TextTable table = new TextTable(
                words("listener"),
                words("present"),
                words("behind"),
                words("lag"),
                words("retrying"),
                words("set-aside"),
                words("waiting"),
                words("trouble"));
        listeners.forEach(each -> table.row(
                each.listener(),
                TextTable.label(each.present() ? words("yes") : words("no")),
                each.behind(),
                each.lag().toSeconds(),
                each.retrying(),
                each.setAside(),
                each.waitingBehind(),
                each.trouble()));
        return CommandResult.of(listeners, table, words("no-listeners"));
    }
}
