package org.yichuang.tenancy.internal.commands;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreCommand;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Shows a centre and its policies. */
@Command(scope = "tenant", name = "show", description = "Shows a centre and its policies (查看中心)")
@Service
public class TenantShow extends CentreCommand {
    @Argument(index = 0, name = "centre", description = "The centre (中心)", required = true)
    @Completion(TenantCompleter.class)
    String centre;

    @Reference
    Tenants tenants;

    @Override
    protected CommandResult run() {
        Tenant tenant = tenants.get(directory().centre(centre));
        String children = tenants.children(tenant.id()).stream()
                .map(child -> child.id().value())
                .collect(Collectors.joining(", "));
        TextTable table = new TextTable("", "")
                .row(heading("centre"), tenant.id())
                .row(heading("name"), tenant.name())
                .row(heading("level"), TextTable.label(tenant.level().label()))
                .row(heading("parent"), tenant.parent().map(TenantId::value).orElse("–"))
                .row(heading("children"), children)
                .row(heading("division"), tenant.division().value())
                .row(heading("modules"), TenantData.modules(tenant));
        new TreeMap<>(tenant.policies()).forEach(table::row);
        return CommandResult.worded(
                TenantData.of(tenant), wording -> table.in(wording).stripLeading());
    }

    private Object heading(String key) {
        return TextTable.label(words(key));
    }
}
