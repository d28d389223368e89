package org.yichuang.tenancy.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.cm.ManagedServiceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.tenancy.internal.domain.Assessment;
import org.yichuang.tenancy.internal.domain.Assessment.InForce;
import org.yichuang.tenancy.internal.domain.Modules;
import org.yichuang.tenancy.internal.domain.TenantFile;
import org.yichuang.tenancy.internal.domain.Tree;

/** The centres, from the factory configuration {@code org.yichuang.tenant}. */
public class ConfiguredTenants implements Tenants, ManagedServiceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredTenants.class);

    private final PlatformClock clock;
    private final ClockSettings clockSettings;
    private final CalendarFiles calendars;
    private final ConfigurationFiles configurations;
    private final Announcer announcer;
    private final RefusalLog refusalLog;
    private final Map<String, TenantFile> files = new HashMap<>();
    private Map<String, InForce> inForce = Map.of();
    private volatile Tree tree = new Tree(List.of());
    private volatile List<Refusal> refused = List.of();

    public ConfiguredTenants(
            PlatformClock clock,
            ClockSettings clockSettings,
            CalendarFiles calendars,
            ConfigurationFiles configurations,
            Announcer announcer,
            RefusalLog refusalLog) {
        this.clock = clock;
        this.clockSettings = clockSettings;
        this.calendars = calendars;
        this.configurations = configurations;
        this.announcer = announcer;
        this.refusalLog = refusalLog;
    }

    @Override
    public String getName() {
        return "Yichuang tenants";
    }

    @Override
    public synchronized void updated(String pid, Dictionary<String, ?> properties) {
        files.put(pid, Settings.read(pid, properties));
        assess();
    }

    @Override
    public synchronized void deleted(String pid) {
        files.remove(pid);
        assess();
    }

    private void assess() {
        Tree before = tree;
        Assessment assessment = new Assessment(files, inForce);
        inForce = assessment.inForce();
        tree = new Tree(inForce.values().stream().map(InForce::tenant).toList());
        refused = assessment.refusals();
        announce(before, tree);
        refusalLog.settle(this::refusals);
    }

    private void announce(Tree before, Tree after) {
        after.all().stream()
                .filter(tenant -> !before.find(tenant.id()).equals(Optional.of(tenant)))
                .forEach(tenant -> {
                    LOG.info("Centre {} ({}) is in force, with {}", tenant.id(), tenant.name(), Modules.join(tenant.modules()));
                    announcer.tenantChanged(tenant);
                });
        before.all().stream()
                .map(Tenant::id)
                .filter(id -> after.find(id).isEmpty())
                .forEach(id -> {
                    LOG.info("Centre {} has been removed; its rows stay", id);
                    announcer.tenantRemoved(id);
                });
    }

    @Override
    public Tenant get(TenantId id) {
        return find(id).orElseThrow(() -> new ProblemException(
                TenancyError.TENANT_UNKNOWN, "没有标识为 " + id + " 的中心", "There is no centre " + id));
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return tree.find(id);
    }

    @Override
    public List<Tenant> all() {
        return tree.all();
    }

    @Override
    public List<Tenant> children(TenantId id) {
        return tree.children(id);
    }

    @Override
    public List<Tenant> lineage(TenantId id) {
        return tree.lineage(id);
    }

    @Override
    public List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(refused);
        all.addAll(calendars.refusals());
        clockSettings.refusal().ifPresent(all::add);
        return List.copyOf(all);
    }

    @Override
    public WorkingCalendar calendar(TenantId id) {
        return calendars.of(get(id).division());
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public synchronized void switchModule(TenantId id, String module, boolean on) {
        Tenant tenant = get(id);
        if (!Modules.WORDS.contains(module)) {
            throw new ProblemException(
                    TenancyError.MODULE_UNKNOWN, "没有名为 " + module + " 的模块", "There is no module named " + module);
        }
        if (tenant.has(module) == on) {
            return;
        }
        String pid = inForce.entrySet().stream()
                .filter(entry -> entry.getValue().tenant().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        requireTaken(pid, id);
        TreeSet<String> modules = new TreeSet<>(tenant.modules());
        if (on) {
            modules.add(module);
        } else {
            modules.remove(module);
        }
        configurations.set(pid, "modules", Modules.join(modules));
        // Configuration Admin will deliver the same later; the caller need not wait for it
        Map<String, String> values = new HashMap<>(files.get(pid).values());
        values.put("modules", Modules.join(modules));
        files.put(pid, new TenantFile(files.get(pid).source(), values));
        assess();
    }

    private void requireTaken(String pid, TenantId id) {
        boolean pending = !files.containsKey(pid)
                || refused.stream().anyMatch(refusal -> refusal.source().equals(files.get(pid).source()));
        if (pending) {
            throw new ProblemException(
                    CommonError.CHANGED_MEANWHILE,
                    "中心 " + id + " 的配置文件有误未生效，请先改正",
                    "The configuration of " + id + " is refused at present: mend it first");
        }
    }
}
