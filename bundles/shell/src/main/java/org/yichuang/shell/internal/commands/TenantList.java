package org.yichuang.shell.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.TenantDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Lists the centres. */
@Command(scope = "tenant", name = "list", description = "Lists the centres (列出中心)")
@Service
public class TenantList extends OperatorCommand {
    @Override
    Sheet run(Desk desk) {
        return new TenantDesk(desk).list();
    }
}
