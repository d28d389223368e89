package org.yichuang.sockets.internal.commands;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.sockets.internal.Marks;

/** Lists the marks of a centre. */
@Command(scope = "sockets", name = "marks", description = "Lists the marks of a centre (标记)")
@Service
public class SocketsMarks extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    String centre;

    @Reference
    Marks marks;

    @Override
    protected CommandResult run() {
        List<Marks.View> all = marks.all(reading(centre, "sockets"));
        TextTable table = new TextTable("Kind", "Subject", "Day");
        all.forEach(mark -> table.row(mark.kind(), mark.subject(), mark.day()));
        return CommandResult.of(all, table, "No marks");
    }
}
