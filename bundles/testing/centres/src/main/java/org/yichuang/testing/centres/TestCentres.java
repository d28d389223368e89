package org.yichuang.testing.centres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.testing.TestClock;

/**
 * A province, a city, two counties and a township in memory, all with catalogue, cases and linkage on; the calendar of
 * 2026; a clock that stands at nine o'clock of 2 March 2026 until it is moved.
 */
public final class TestCentres implements Tenants {
    public static final TenantId SHANDONG = new TenantId("shandong");
    public static final TenantId YANTAI = new TenantId("yantai");
    public static final TenantId HAIYANG = new TenantId("haiyang");
    public static final TenantId LAISHAN = new TenantId("laishan");
    public static final TenantId LIUGEZHUANG = new TenantId("liugezhuang");

    /** When the clock stands at first. */
    public static final Instant NINE_O_CLOCK = Instant.parse("2026-03-02T01:00:00Z");

    private final Map<TenantId, Tenant> centres = new LinkedHashMap<>();
    private final TestClock clock;
    private WorkingCalendar calendar = CalendarTable.national(days2026());

    /** The network as the demonstration has it. */
    public TestCentres() {
        this(new TestClock());
    }

    /** @param clock the time of the house, which is set to nine o'clock */
    public TestCentres(TestClock clock) {
        this.clock = clock;
        clock.set(NINE_O_CLOCK);
        add(SHANDONG, "山东省政务服务中心", Level.PROVINCE, null, "370000");
        add(YANTAI, "烟台市政务服务中心", Level.CITY, SHANDONG, "370600");
        add(HAIYANG, "海阳市政务服务中心", Level.COUNTY, YANTAI, "370687");
        add(LAISHAN, "莱山区政务服务中心", Level.COUNTY, YANTAI, "370613");
        add(LIUGEZHUANG, "留格庄镇便民服务中心", Level.TOWNSHIP, HAIYANG, "370687102");
    }

    private void add(TenantId id, String name, Level level, TenantId parent, String division) {
        put(new Tenant(
                id,
                name,
                level,
                Optional.ofNullable(parent),
                new DivisionCode(division),
                Set.of("catalogue", "cases", "linkage"),
                Map.of()));
    }

    /** Opens a centre, or another one in its place. */
    public void put(Tenant centre) {
        centres.put(centre.id(), centre);
    }

    /** Takes centres away. */
    public TestCentres without(TenantId... closed) {
        centres.keySet().removeAll(Set.of(closed));
        return this;
    }

    /** Puts a centre below another one, or at the top ({@code null}); one that is not there is opened, a city's. */
    public void place(TenantId id, TenantId parent) {
        Tenant centre = find(id).orElseGet(() -> {
            add(id, id.value(), Level.CITY, parent, "370600");
            return get(id);
        });
        put(new Tenant(
                id,
                centre.name(),
                centre.level(),
                Optional.ofNullable(parent),
                centre.division(),
                centre.modules(),
                centre.policies()));
    }

    /** A call of the platform at nine o'clock. */
    public static CallContext calling(TenantId tenant) {
        return calling(tenant, 0);
    }

    /** A call of the platform some seconds later. */
    public static CallContext calling(TenantId tenant, int seconds) {
        return CallContext.system(tenant, NINE_O_CLOCK.plusSeconds(seconds), "test");
    }

    /** Switches a module of a centre. */
    public void switchModule(TenantId id, String module, boolean on) {
        Tenant centre = get(id);
        Set<String> modules = new HashSet<>(centre.modules());
        if (on) {
            modules.add(module);
        } else {
            modules.remove(module);
        }
        put(new Tenant(
                id, centre.name(), centre.level(), centre.parent(), centre.division(), modules, centre.policies()));
    }

    /** Gives a centre a policy. */
    public void policy(TenantId id, String key, String value) {
        Tenant centre = get(id);
        Map<String, String> policies = new HashMap<>(centre.policies());
        policies.put(key, value);
        put(new Tenant(
                id, centre.name(), centre.level(), centre.parent(), centre.division(), centre.modules(), policies));
    }

    /** Has a centre serve nobody. */
    public void suspend(TenantId id) {
        policy(id, "state", "suspended");
    }

    /** Puts another calendar in force. */
    public void calendar(WorkingCalendar table) {
        calendar = table;
    }

    /** Sets the clock, e.g. {@code 2026-09-14T09:00} of {@link CallContext#ZONE}. */
    public TestCentres at(String moment) {
        clock.set(LocalDateTime.parse(moment).atZone(CallContext.ZONE).toInstant());
        return this;
    }

    /** From now on every look at the clock is a millisecond later, so that steps have an order. */
    public TestCentres ticking() {
        clock.tick(Duration.ofMillis(1));
        return this;
    }

    /** Moves the clock on. */
    public void pass(Duration time) {
        clock.forward(time);
    }

    /** Looks at the clock. */
    public Instant now() {
        return clock.instant();
    }

    /** The days of 2026 that the State Council's notice names, as far as tests need them. */
    public static List<CalendarDay> days2026() {
        List<CalendarDay> days = new ArrayList<>();
        range(days, "2026-01-01", "2026-01-03", "元旦");
        range(days, "2026-02-15", "2026-02-23", "春节");
        range(days, "2026-09-25", "2026-09-27", "中秋节");
        range(days, "2026-10-01", "2026-10-07", "国庆节");
        for (String work : List.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-09-20", "2026-10-10")) {
            days.add(new CalendarDay(CalendarTable.NATIONAL, LocalDate.parse(work), true, "调休", "notice"));
        }
        return days;
    }

    private static void range(List<CalendarDay> days, String from, String to, String name) {
        LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .forEach(day -> days.add(new CalendarDay(CalendarTable.NATIONAL, day, false, name, "notice")));
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
        return clock.clock();
    }
}
