package org.yichuang.cases.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** A province, a city, a county and a township; the calendar of 2026; a clock that stands until it is set. */
final class Province implements Tenants {
    static final TenantId SHANDONG = new TenantId("shandong");
    static final TenantId YANTAI = new TenantId("yantai");
    static final TenantId HAIYANG = new TenantId("haiyang");
    static final TenantId LIUGEZHUANG = new TenantId("liugezhuang");
    private static final Set<String> ALL = Set.of("catalogue", "cases", "linkage");

    private final Map<TenantId, Tenant> centres = new LinkedHashMap<>();
    private WorkingCalendar calendar;
    private LocalDateTime now;

    Province() {
        reset();
    }

    void reset() {
        add(SHANDONG, "山东省政务服务中心", Level.PROVINCE, null, "370000", ALL);
        add(YANTAI, "烟台市政务服务中心", Level.CITY, SHANDONG, "370600", ALL);
        add(HAIYANG, "海阳市政务服务中心", Level.COUNTY, YANTAI, "370687", ALL);
        add(LIUGEZHUANG, "留格庄镇便民服务中心", Level.TOWNSHIP, HAIYANG, "370687102", ALL);
        calendar = CalendarTable.national(days2026());
        now = LocalDateTime.parse("2026-09-14T09:00");
    }

    private void add(TenantId id, String name, Level level, TenantId parent, String division, Set<String> modules) {
        centres.put(
                id,
                new Tenant(
                        id, name, level, Optional.ofNullable(parent), new DivisionCode(division), modules, Map.of()));
    }

    /** Sets a policy, e.g. {@code quota.uploads}. */
    void policy(TenantId id, String key, String value) {
        Tenant centre = get(id);
        centres.put(
                id,
                new Tenant(
                        id,
                        centre.name(),
                        centre.level(),
                        centre.parent(),
                        centre.division(),
                        centre.modules(),
                        Map.of(key, value)));
    }

    void switchOff(TenantId id, String module) {
        Tenant centre = get(id);
        Set<String> left = new java.util.HashSet<>(centre.modules());
        left.remove(module);
        add(
                id,
                centre.name(),
                centre.level(),
                centre.parent().orElse(null),
                centre.division().value(),
                left);
    }

    /** Sets the clock, e.g. {@code 2026-09-14T09:00}. */
    void at(String moment) {
        now = LocalDateTime.parse(moment);
    }

    Instant now() {
        // every look at the clock is a moment later, so that steps have an order
        now = now.plusNanos(1_000_000);
        return now.atZone(CallContext.ZONE).toInstant();
    }

    void calendar(WorkingCalendar table) {
        calendar = table;
    }

    static List<CalendarDay> days2026() {
        List<CalendarDay> days = new ArrayList<>();
        range(days, "2026-01-01", "2026-01-03", "元旦");
        range(days, "2026-02-15", "2026-02-23", "春节");
        range(days, "2026-09-25", "2026-09-27", "中秋节");
        range(days, "2026-10-01", "2026-10-07", "国庆节");
        for (String work : List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10")) {
            days.add(new CalendarDay("000000", LocalDate.parse(work), true, "调休", "notice"));
        }
        return days;
    }

    private static void range(List<CalendarDay> days, String from, String to, String name) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day -> days.add(new CalendarDay("000000", day, false, name, "notice")));
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
        return calendar;
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return CallContext.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }
}
