package org.yichuang.catalogue.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** A province, a city, two counties and a township. */
final class Network implements Tenants {
    static final TenantId SHANDONG = new TenantId("shandong");
    static final TenantId YANTAI = new TenantId("yantai");
    static final TenantId HAIYANG = new TenantId("haiyang");
    static final TenantId LAISHAN = new TenantId("laishan");
    static final TenantId LIUGEZHUANG = new TenantId("liugezhuang");
    static final Instant NINE_O_CLOCK = Instant.parse("2026-03-02T01:00:00Z");

    private final List<Tenant> all = new ArrayList<>(List.of(
            tenant(SHANDONG, "山东省政务服务中心", Level.PROVINCE, null, "370000"),
            tenant(YANTAI, "烟台市政务服务中心", Level.CITY, SHANDONG, "370600"),
            tenant(HAIYANG, "海阳市政务服务中心", Level.COUNTY, YANTAI, "370687"),
            tenant(LAISHAN, "莱山区政务服务中心", Level.COUNTY, YANTAI, "370613"),
            tenant(LIUGEZHUANG, "留格庄镇便民服务中心", Level.TOWNSHIP, HAIYANG, "370687102")));

    private static Tenant tenant(TenantId id, String name, Level level, TenantId parent, String division) {
        return new Tenant(
                id,
                name,
                level,
                Optional.ofNullable(parent),
                new DivisionCode(division),
                Set.of("catalogue"),
                Map.of());
    }

    /** Gives a centre a policy. */
    void policy(TenantId id, String key, String value) {
        all.replaceAll(each -> each.id().equals(id)
                ? new Tenant(
                        id,
                        each.name(),
                        each.level(),
                        each.parent(),
                        each.division(),
                        each.modules(),
                        Map.of(key, value))
                : each);
    }

    /** A call of the platform at nine o'clock. */
    static CallContext at(TenantId tenant) {
        return CallContext.system(tenant, NINE_O_CLOCK, "test");
    }

    /** A call some seconds later. */
    static CallContext later(TenantId tenant, int seconds) {
        return CallContext.system(tenant, NINE_O_CLOCK.plusSeconds(seconds), "test");
    }

    @Override
    public Tenant get(TenantId id) {
        return find(id).orElseThrow();
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<Tenant> all() {
        return List.copyOf(all);
    }

    @Override
    public List<Tenant> children(TenantId id) {
        return all.stream()
                .filter(each -> each.parent().equals(Optional.of(id)))
                .toList();
    }

    @Override
    public List<Tenant> lineage(TenantId id) {
        List<Tenant> lineage = new ArrayList<>();
        for (Optional<Tenant> each = find(id);
                each.isPresent();
                each = each.get().parent().flatMap(this::find)) {
            lineage.add(each.get());
        }
        return lineage;
    }

    @Override
    public List<Refusal> refusals() {
        return List.of();
    }

    @Override
    public WorkingCalendar calendar(TenantId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NINE_O_CLOCK, CallContext.ZONE);
    }
}
