package org.yichuang.tenancy.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Lists modules, or those of a centre. */
@Command(scope = "module", name = "list", description = "Lists modules, or those of a centre (列出模块)")
@Service
public class ModuleList extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)")
    @Completion(TenantCompleter.class)
    String centre;

    @Reference
    Tenants tenants;

    @Reference
    ModuleRegistry modules;

    @Override
    protected CommandResult run() {
        ModuleTable table = new ModuleTable(tenants, modules);
        return centre == null ? table.all() : table.of(directory().centre(centre));
    }
}
