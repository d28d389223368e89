package org.yichuang.shell.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.CalendarDesk;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.text.Sheet;

/** Lists the loaded holiday notices. */
@Command(scope = "calendar", name = "list", description = "Lists the loaded holiday notices (列出日历)")
@Service
public class CalendarList extends OperatorCommand {
    @Override
    Sheet run(Desk desk) {
        return new CalendarDesk(desk).list();
    }
}
