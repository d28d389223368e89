package org.yichuang.tenancy.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.OperatorCommand;
import org.yichuang.tenancy.api.Calendars;

/** Lists the loaded holiday notices. */
@Command(scope = "calendar", name = "list", description = "Lists the loaded holiday notices (列出日历)")
@Service
public class CalendarList extends OperatorCommand {
    @Reference
    Calendars calendars;

    @Override
    protected CommandResult run() {
        return CalendarTable.of(calendars.loaded());
    }
}
