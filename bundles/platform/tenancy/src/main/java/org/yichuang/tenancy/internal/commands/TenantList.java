package org.yichuang.tenancy.internal.commands;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.OperatorCommand;
import org.yichuang.shell.api.TextTable;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Lists the centres. */
@Command(scope = "tenant", name = "list", description = "Lists the centres (列出中心)")
@Service
public class TenantList extends OperatorCommand {
    @Reference
    Tenants tenants;

    @Override
    protected CommandResult run() {
        TextTable table =
                new TextTable(words("centre"), words("name"), words("level"), words("division"), words("modules"));
        tenants.all().stream().filter(tenant -> tenant.parent().isEmpty()).forEach(root -> branch(root, "", table));
        return CommandResult.of(tenants.all().stream().map(TenantData::of).toList(), table, words("no-centres"));
    }

    /** A centre, and indented under it those below. */
    private void branch(Tenant tenant, String indent, TextTable table) {
        table.row(
                indent + tenant.id(),
                tenant.name(),
                TextTable.label(tenant.level().label()),
                tenant.division().value(),
                TenantData.modules(tenant));
        tenants.children(tenant.id()).forEach(child -> branch(child, indent + "  ", table));
    }
}
