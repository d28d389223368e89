package org.yichuang.linkage.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

/** The demonstration network in memory, with a clock that stands until it is moved. */
public class Network extends Clock implements Tenants {
    public static final TenantId SHANDONG = new TenantId("shandong");
    public static final TenantId YANTAI = new TenantId("yantai");
    public static final TenantId HAIYANG = new TenantId("haiyang");
    public static final TenantId LAISHAN = new TenantId("laishan");

    private final Map<TenantId, Tenant> centres = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    public Network() {
        add(SHANDONG, Level.PROVINCE, null, "370000");
        add(YANTAI, Level.CITY, SHANDONG, "370600");
        add(HAIYANG, Level.COUNTY, YANTAI, "370687");
        add(LAISHAN, Level.COUNTY, YANTAI, "370613");
    }

    private void add(TenantId id, Level level, TenantId parent, String division) {
        Set<String> modules = Set.of("catalogue", "cases", "linkage");
        centres.put(
                id,
                new Tenant(
                        id,
                        id.value(),
                        level,
                        Optional.ofNullable(parent),
                        new DivisionCode(division),
                        modules,
                        Map.of()));
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public void switchModule(TenantId id, String module, boolean on) {
        Tenant before = get(id);
        Set<String> modules = new java.util.HashSet<>(before.modules());
        if (on) {
            modules.add(module);
        } else {
            modules.remove(module);
        }
        centres.put(
                id,
                new Tenant(
                        id,
                        before.name(),
                        before.level(),
                        before.parent(),
                        before.division(),
                        modules,
                        before.policies()));
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
                .filter(centre -> centre.parent().filter(id::equals).isPresent())
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
        return List.of();
    }

    @Override
    public WorkingCalendar calendar(TenantId id) {
        return CalendarTable.national(List.of());
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return CallContext.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
