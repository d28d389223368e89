package org.yichuang.shell.internal.desks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;

/** Modules: installed once, switched on centre by centre. */
public class ModuleDesk {
    private final Desk desk;

    public ModuleDesk(Desk desk) {
        this.desk = desk;
    }

    /** The words of the modules that are installed or that a centre has switched on. */
    public static Set<String> words(Desk desk) {
        Set<String> words = new TreeSet<>(installed(desk));
        desk.tenants().all().forEach(tenant -> words.addAll(tenant.modules()));
        return words;
    }

    /** The words of the modules that are there and can be switched. */
    public static Set<String> installed(Desk desk) {
        return desk.services().all(ModuleDescriptor.class).stream()
                .filter(ModuleDescriptor::isSwitchable)
                .map(ModuleDescriptor::word)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which modules there are, and who has them on. */
    public Sheet list() {
        Set<String> installed = installed(desk);
        List<View> views = words(desk).stream()
                .map(word -> new View(word, installed.contains(word), centresWith(word)))
                .toList();
        TextTable table = new TextTable("模块 Module", "已安装 Installed", "启用 On at", "");
        views.forEach(view ->
                table.row(view.module(), yesNo(view.installed()), view.on().size(), String.join(", ", view.on())));
        return Sheet.of(views, table, "没有模块 / No modules");
    }

    /** Which modules a centre has on. */
    public Sheet list(String centre) {
        Tenant tenant = desk.tenant(centre);
        Set<String> installed = installed(desk);
        List<Switch> switches = words(desk).stream()
                .map(word -> new Switch(word, installed.contains(word), tenant.has(word)))
                .toList();
        TextTable table = new TextTable("模块 Module", "已安装 Installed", "启用 On");
        switches.forEach(view -> table.row(view.module(), yesNo(view.installed()), yesNo(view.on())));
        return Sheet.of(switches, table, "没有模块 / No modules");
    }

    /** Switches a module for a centre. */
    public Sheet turn(String centre, String module, boolean on) {
        Tenant tenant = desk.tenant(centre);
        desk.need(TenantEditing.class, "tenancy").switchModule(tenant.id(), module, on, desk.at(tenant.id()));
        return list(centre);
    }

    private List<String> centresWith(String module) {
        return desk.tenants().all().stream()
                .filter(tenant -> tenant.has(module))
                .map(tenant -> tenant.id().value())
                .toList();
    }

    private static String yesNo(boolean yes) {
        return yes ? "是 yes" : "否 no";
    }

    /** A module for programs. */
    record View(String module, boolean installed, List<String> on) {}

    /** A module at a centre for programs. */
    record Switch(String module, boolean installed, boolean on) {}
}
