package org.yichuang.shell.internal.desks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Three centres under one another, in memory, at a fixed moment. */
public class Network implements Tenants {
    public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    public final List<Refusal> refusals = new ArrayList<>();
    private final Map<TenantId, Tenant> centres = new LinkedHashMap<>();

    public Network() {
        add("shandong", "山东省政务服务中心", Level.PROVINCE, null, "370000");
        add("yantai", "烟台市政务服务中心", Level.CITY, "shandong", "370600");
        add("haiyang", "海阳市政务服务中心", Level.COUNTY, "yantai", "370687");
    }

    /** Adds a centre behind all others, wherever it stands in the tree. */
    void add(String id, String name, Level level, String parent, String division) {
        centres.put(
                new TenantId(id),
                new Tenant(
                        new TenantId(id),
                        name,
                        level,
                        Optional.ofNullable(parent).map(TenantId::new),
                        new DivisionCode(division),
                        Set.of("catalogue", "cases", "linkage"),
                        Map.of("policy.b", "2", "policy.a", "1")));
    }

    public void switchModule(TenantId id, String module, boolean on) {
        Tenant old = get(id);
        Set<String> modules = new HashSet<>(old.modules());
        if (on) {
            modules.add(module);
        } else {
            modules.remove(module);
        }
        centres.put(id, new Tenant(id, old.name(), old.level(), old.parent(), old.division(), modules, old.policies()));
    }

    @Override
    public Tenant get(TenantId id) {
        return find(id).orElseThrow();
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(centres.get(id));
    }

    @Override
    public List<Tenant> all() {
        return List.copyOf(centres.values());
    }

    @Override
    public List<Tenant> children(TenantId id) {
        return all().stream()
                .filter(tenant -> tenant.parent().filter(id::equals).isPresent())
                .toList();
    }

    @Override
    public List<Tenant> lineage(TenantId id) {
        List<Tenant> line = new ArrayList<>();
        for (Optional<Tenant> step = find(id);
                step.isPresent();
                step = step.get().parent().flatMap(this::find)) {
            line.add(step.get());
        }
        return line;
    }

    @Override
    public List<Refusal> refusals() {
        return refusals;
    }

    @Override
    public WorkingCalendar calendar(TenantId id) {
        return CalendarTable.national(List.of());
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, CallContext.ZONE);
    }
}
