package org.yichuang.tenancy.internal.commands;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Modules as commands print them: installed once, switched on centre by centre. */
final class ModuleTable {
    private final Tenants tenants;
    private final ModuleRegistry registry;

    ModuleTable(Tenants tenants, ModuleRegistry registry) {
        this.tenants = tenants;
        this.registry = registry;
    }

    /** The words of the modules that are installed or that a centre has switched on. */
    Set<String> words() {
        Set<String> words = new TreeSet<>(installed());
        tenants.all().forEach(tenant -> words.addAll(tenant.modules()));
        return words;
    }

    /** Which modules there are, and who has them on. */
    CommandResult all() {
        Set<String> installed = installed();
        List<Row> rows = words().stream()
                .map(word -> new Row(word, installed.contains(word), centresWith(word)))
                .toList();
        TextTable table = new TextTable(words("module"), words("installed"), words("on-at"), "");
        rows.forEach(
                row -> table.row(row.module(), yesNo(row.installed()), row.on().size(), String.join(", ", row.on())));
        return CommandResult.of(rows, table, words("no-modules"));
    }

    /** Which modules a centre has on. */
    CommandResult of(TenantId centre) {
        Tenant tenant = tenants.get(centre);
        Set<String> installed = installed();
        List<CentreRow> rows = words().stream()
                .map(word -> new CentreRow(word, installed.contains(word), tenant.has(word)))
                .toList();
        TextTable table = new TextTable(words("module"), words("installed"), words("on"));
        rows.forEach(row -> table.row(row.module(), yesNo(row.installed()), yesNo(row.on())));
        return CommandResult.of(rows, table, words("no-modules"));
    }

    private Set<String> installed() {
        return registry.all().stream()
                .filter(ModuleDescriptor::isSwitchable)
                .map(ModuleDescriptor::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> centresWith(String module) {
        return tenants.all().stream()
                .filter(tenant -> tenant.has(module))
                .map(tenant -> tenant.id().value())
                .toList();
    }

    private static Object yesNo(boolean yes) {
        return TextTable.label(words(yes ? "yes" : "no"));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(ModuleTable.class, key);
    }

    /** A module for programs. */
    record Row(String module, boolean installed, List<String> on) {}

    /** A module at a centre for programs. */
    record CentreRow(String module, boolean installed, boolean on) {}
}
