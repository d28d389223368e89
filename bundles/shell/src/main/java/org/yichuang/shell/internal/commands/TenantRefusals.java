package org.yichuang.shell.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.shell.internal.desks.TenantDesk;
import org.yichuang.shell.internal.text.Sheet;

/** Lists refused configurations and why. */
@Command(scope = "tenant", name = "refusals", description = "Lists refused configurations and why (被拒绝的配置)")
@Service
public class TenantRefusals extends OperatorCommand {
    @Override
    Sheet run(Desk desk) {
        return new TenantDesk(desk).refusals();
    }
}
