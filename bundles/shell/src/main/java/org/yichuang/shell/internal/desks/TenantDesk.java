package org.yichuang.shell.internal.desks;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Centres and what their configuration says. */
public class TenantDesk {
    private final Desk desk;

    public TenantDesk(Desk desk) {
        this.desk = desk;
    }

    /** All centres, as the tree stands. */
    public Sheet list() {
        Tenants tenants = desk.tenants();
        TextTable table = new TextTable("中心 Centre", "名称 Name", "层级 Level", "区划 Division", "模块 Modules");
        tenants.all().stream().filter(tenant -> tenant.parent().isEmpty()).forEach(root -> branch(root, "", table));
        return Sheet.of(tenants.all().stream().map(View::of).toList(), table, "没有中心 / No centres");
    }

    /** A centre, and indented under it those below. */
    private void branch(Tenant tenant, String indent, TextTable table) {
        table.row(
                indent + tenant.id(),
                tenant.name(),
                tenant.level().chinese(),
                tenant.division().value(),
                modules(tenant));
        desk.tenants().children(tenant.id()).forEach(child -> branch(child, indent + "  ", table));
    }

    /** One centre. */
    public Sheet show(String id) {
        Tenant tenant = desk.tenant(id);
        List<TenantId> children =
                desk.tenants().children(tenant.id()).stream().map(Tenant::id).toList();
        TextTable table = new TextTable("", "")
                .row("中心 Centre", tenant.id())
                .row("名称 Name", tenant.name())
                .row("层级 Level", tenant.level().chinese() + " " + tenant.level().key())
                .row("上级 Parent", tenant.parent().map(TenantId::value).orElse("–"))
                .row("下级 Children", children.stream().map(TenantId::value).collect(Collectors.joining(", ")))
                .row("区划 Division", tenant.division().value())
                .row("模块 Modules", modules(tenant));
        new TreeMap<>(tenant.policies()).forEach(table::row);
        return Sheet.of(View.of(tenant), table.toString().stripLeading());
    }

    /** The configurations that were not taken. */
    public Sheet refusals() {
        List<Tenants.Refusal> refusals = desk.tenants().refusals();
        TextTable table = new TextTable("文件 File", "键 Key", "原因 Reason");
        refusals.forEach(refusal -> table.row(refusal.source(), refusal.key(), refusal.zh() + " / " + refusal.en()));
        return Sheet.of(refusals, table, "没有被拒绝的配置 / No configuration has been refused");
    }

    private static String modules(Tenant tenant) {
        return tenant.modules().stream().sorted().collect(Collectors.joining(", "));
    }

    /** A centre for programs. */
    record View(
            String id,
            String name,
            String level,
            String parent,
            String division,
            TreeSet<String> modules,
            Map<String, String> policies) {
        static View of(Tenant tenant) {
            Map<String, String> policies = new LinkedHashMap<>();
            tenant.policies().entrySet().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .forEach(entry -> policies.put(entry.getKey(), entry.getValue()));
            return new View(
                    tenant.id().value(),
                    tenant.name(),
                    tenant.level().key(),
                    tenant.parent().map(TenantId::value).orElse(null),
                    tenant.division().value(),
                    new TreeSet<>(tenant.modules()),
                    policies);
        }
    }
}
