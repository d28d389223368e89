package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** One container's tenancy, with its own files, on a database that it may share with others. */
final class TenancyNode implements PlatformClock {
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    static final TenantId YANTAI = new TenantId("yantai");
    static final TenantId HAIYANG = new TenantId("haiyang");

    final Map<String, Dictionary<String, Object>> files = new TreeMap<>();
    final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    final DefaultModuleRegistry modules = new DefaultModuleRegistry(null);
    final CalendarStore calendars = new CalendarStore();
    final ClockSettings clockSettings = new ClockSettings(this);
    final ListenerNotifier notifier = new ListenerNotifier();
    final CalendarTrail trail;
    final TenancyStore store;
    final TenantRegistry registry;
    final DefaultTenantEditing editing;
    final TenantFiles tenantFiles;
    final CalendarImports imports;
    private Duration offset = Duration.ZERO;

    TenancyNode(Transactions database, Path calendarFolder) {
        notifier.bound(new Failing());
        notifier.bound(new Noting());
        awaitListeners();
        modules.add("tenancy", new TenancyDescriptor());
        for (String word : List.of("catalogue", "linkage")) {
            modules.add(word, () -> word);
        }
        modules.add("cases", cases());
        trail = new CalendarTrail(database, this);
        store = new TenancyStore(database, this, trail);
        registry = new TenantRegistry(store, calendars, this, clockSettings, notifier, modules);
        editing = new DefaultTenantEditing(registry, store, modules);
        tenantFiles = new TenantFiles(admin(), registry, store, modules);
        imports = new CalendarImports(calendarFolder, calendars, registry, store);
    }

    /** A listener that comes while a change is on its way may hear of it twice; here they come before all changes. */
    private void awaitListeners() {
        CountDownLatch bound = new CountDownLatch(1);
        notifier.tell(listener -> bound.countDown());
        try {
            assertTrue(bound.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ModuleDescriptor cases() {
        return new ModuleDescriptor() {
            @Override
            public String word() {
                return "cases";
            }

            @Override
            public List<SettingDefinition> settings() {
                return List.of(SettingDefinition.time("policy.intake.closing", "17:00", "00:01", "23:59"));
            }
        };
    }

    /** One round of what the follower does all the time. */
    TenancyNode tick() {
        tenantFiles.reconcile();
        imports.reconcile();
        return this;
    }

    /** An operator writes a file; it is taken up with the next round. */
    void write(Map<String, String> values) {
        write("org.yichuang.tenant-" + values.get("id") + ".cfg", values);
    }

    void write(String name, Map<String, String> values) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("service.pid", "pid " + name);
        properties.put("felix.fileinstall.filename", "file:/etc/" + name);
        values.forEach(properties::put);
        files.put("pid " + name, properties);
        tenantFiles.updated("pid " + name, properties);
    }

    void delete(String id) {
        files.remove("pid org.yichuang.tenant-" + id + ".cfg");
        tenantFiles.deleted("pid org.yichuang.tenant-" + id + ".cfg");
    }

    /** What a file says. */
    String said(String id, String key) {
        return String.valueOf(
                files.get("pid org.yichuang.tenant-" + id + ".cfg").get(key));
    }

    static Map<String, String> yantai() {
        return new TreeMap<>(Map.of(
                "id", "yantai",
                "name", "烟台市政务服务中心",
                "level", "city",
                "division", "370600",
                "modules", "cases"));
    }

    static Map<String, String> haiyang() {
        return new TreeMap<>(Map.of(
                "id", "haiyang",
                "name", "海阳市政务服务中心",
                "level", "county",
                "parent", "yantai",
                "division", "370687",
                "modules", "cases"));
    }

    /** Both centres are there. */
    TenancyNode network() {
        write(haiyang());
        write(yantai());
        return tick();
    }

    Tenant tenant(TenantId id) {
        return registry.get(id);
    }

    Optional<String> refusal(String source) {
        return registry.refusals().stream()
                .filter(refusal -> refusal.source().contains(source))
                .map(Refusal::key)
                .findFirst();
    }

    static CallContext call(String centre, String account, String... permissions) {
        return new CallContext(
                new TenantId(centre),
                new Actor(account, account, Set.of(), Set.of(), Set.of(permissions)),
                NOW,
                "request",
                Optional.empty(),
                Optional.empty());
    }

    static CallContext operator(String centre) {
        return call(centre, "operator", new TenancyDescriptor().permissions().toArray(String[]::new));
    }

    String next() throws InterruptedException {
        return news.poll(120, TimeUnit.SECONDS);
    }

    @Override
    public Clock clock() {
        return Clock.offset(machine(), offset);
    }

    @Override
    public Clock machine() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public void moveBy(Duration newOffset) {
        offset = newOffset;
    }

    private ConfigurationAdmin admin() {
        return (ConfigurationAdmin) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ConfigurationAdmin.class},
                (self, method, given) -> configuration((String) given[0]));
    }

    @SuppressWarnings("unchecked")
    private Configuration configuration(String pid) {
        return (Configuration) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Configuration.class}, (self, method, given) -> {
                    switch (method.getName()) {
                        case "getProperties":
                            return files.get(pid);
                        case "update":
                            files.put(pid, (Dictionary<String, Object>) given[0]);
                            tenantFiles.updated(pid, (Dictionary<String, Object>) given[0]);
                            return null;
                        case "delete":
                            files.remove(pid);
                            tenantFiles.deleted(pid);
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private static final class Failing implements TenancyListener {
        @Override
        public void tenantChanged(Tenant tenant) {
            throw new IllegalStateException("I always fail");
        }
    }

    private final class Noting implements TenancyListener {
        @Override
        public void tenantChanged(Tenant tenant) {
            news.add("changed " + tenant.id() + " " + tenant.modules().size());
        }

        @Override
        public void tenantRemoved(TenantId id) {
            news.add("removed " + id);
        }

        @Override
        public void calendarChanged() {
            news.add("calendar");
        }
    }
}
