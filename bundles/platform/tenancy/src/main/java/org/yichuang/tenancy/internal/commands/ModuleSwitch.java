package org.yichuang.tenancy.internal.commands;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;

/** Switches a module of a centre and shows the centre's modules. */
abstract class ModuleSwitch extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(TenantCompleter.class)
    String centre;

    @Argument(index = 1, name = "module", description = "The module (模块)", required = true)
    @Completion(ModuleCompleter.class)
    String module;

    @Reference
    Tenants tenants;

    @Reference
    TenantEditing editing;

    @Reference
    ModuleRegistry modules;

    private final boolean on;

    ModuleSwitch(boolean on) {
        this.on = on;
    }

    @Override
    protected CommandResult run() {
        CallContext context = changing(centre);
        editing.switchModule(context.tenant(), module, on, context);
        return new ModuleTable(tenants, modules).of(context.tenant());
    }
}
