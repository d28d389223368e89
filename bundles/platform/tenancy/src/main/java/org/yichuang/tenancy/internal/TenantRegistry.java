package org.yichuang.tenancy.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedServiceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.TenantDirectory;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.tenancy.internal.domain.TenantConfigSet;
import org.yichuang.tenancy.internal.domain.TenantTree;

/** Holds the tree that the factory configurations {@code org.yichuang.tenant} describe. */
public class TenantRegistry implements Tenants, TenantEditing, TenantDirectory, ManagedServiceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(TenantRegistry.class);
    /** Files of one change arrive one after the other: only what is still refused after this is told. */
    private static final long SETTLE_MILLISECONDS = 2_000;
    /** Thousands of files of a start are weighed together, not after each. */
    private static final long GATHER_MILLISECONDS = 100;

    private static final Set<String> PLACE = Set.of("id", "level", "parent", "division");
    private static final String FILE_KEY = "felix.fileinstall.filename";

    private final ConfigurationAdmin admin;
    private final CalendarStore calendars;
    private final PlatformClock clock;
    private final ClockSettings clockSettings;
    private final ListenerNotifier announcer;
    private final ModuleRegistry modules;
    private final ScheduledExecutorService settling = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-tenancy");
        thread.setDaemon(true);
        return thread;
    });

    private final TenantConfigSet configurations = new TenantConfigSet();
    private volatile TenantTree tree = TenantTree.EMPTY;
    private volatile List<Refusal> refusals = List.of();
    private Set<Refusal> told = new HashSet<>();
    private Future<?> telling;
    private boolean isGathering;

    public TenantRegistry(
            ConfigurationAdmin admin,
            CalendarStore calendars,
            PlatformClock clock,
            ClockSettings clockSettings,
            ListenerNotifier announcer,
            ModuleRegistry modules) {
        this.admin = admin;
        this.calendars = calendars;
        this.clock = clock;
        this.clockSettings = clockSettings;
        this.announcer = announcer;
        this.modules = modules;
    }

    /** Ends the telling of refusals. */
    public void close() {
        settling.shutdownNow();
    }

    @Override
    public String getName() {
        return "Yichuang tenants";
    }

    @Override
    public synchronized void updated(String pid, Dictionary<String, ?> values) {
        Map<String, String> texts = texts(values);
        configurations.put(pid, source(pid, texts), texts);
        takeEffectSoon();
    }

    @Override
    public synchronized void deleted(String pid) {
        configurations.remove(pid);
        takeEffectSoon();
    }

    private void takeEffectSoon() {
        if (!isGathering) {
            isGathering = true;
            settling.schedule(this::takeEffect, GATHER_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void switchModule(TenantId id, String module, boolean on) {
        Set<String> words = new TreeSet<>(get(id).modules());
        boolean isKnown =
                modules.find(module).map(ModuleDescriptor::isSwitchable).orElse(words.contains(module));
        if (!isKnown) {
            throw new ProblemException(
                    TenancyError.MODULE_UNKNOWN, "没有名为“" + module + "”的模块", "There is no module " + module);
        }
        if (on ? words.add(module) : words.remove(module)) {
            change(id, Map.of("modules", String.join(",", words)));
        }
    }

    @Override
    public synchronized void change(TenantId id, Map<String, String> settings) {
        if (settings.keySet().stream().anyMatch(PLACE::contains)) {
            throw new IllegalArgumentException("Where a centre stands is changed in its file: " + settings.keySet());
        }
        get(id);
        String pid = configurations.pidOf(id).orElseThrow();
        Map<String, String> values = new HashMap<>(configurations.values(pid).orElseThrow(() -> notInForce(id)));
        settings.forEach((key, value) -> {
            if (value.isEmpty()) {
                values.remove(key);
            } else {
                values.put(key, value);
            }
        });
        configurations.fault(pid, values).ifPresent(fault -> {
            throw ProblemException.field(TenancyError.TENANT_INVALID, fault.key(), fault.zh(), fault.en());
        });
        keep(pid, settings);
        configurations.put(pid, source(pid, values), values);
        takeEffect();
    }

    @Override
    public synchronized void remove(TenantId id) {
        if (!get(id).isSuspended()) {
            throw new ProblemException(
                    TenancyError.TENANT_IN_USE, "请先暂停该中心，再移除", "Suspend the centre before it is removed");
        }
        if (!children(id).isEmpty()) {
            throw new ProblemException(
                    TenancyError.TENANT_IN_USE, "该中心还有下级中心，不能移除", "There are centres below it: it cannot be removed");
        }
        String pid = configurations.pidOf(id).orElseThrow();
        try {
            admin.getConfiguration(pid, "?").delete();
        } catch (IOException e) {
            throw notKept(e);
        }
        configurations.remove(pid);
        takeEffect();
    }

    @Override
    public synchronized Optional<Refusal> weigh(Map<String, String> settings) {
        return configurations.fault("", settings).map(fault -> new Refusal("", fault.key(), fault.zh(), fault.en()));
    }

    private static ProblemException notInForce(TenantId id) {
        return new ProblemException(
                TenancyError.TENANT_INVALID,
                "中心“" + id + "”的配置文件有误，未采用；请先改正",
                "The configuration of '" + id + "' is refused at present: mend it first");
    }

    /** Through the configuration service, which writes the file as well. */
    private void keep(String pid, Map<String, String> settings) {
        try {
            Configuration configuration = admin.getConfiguration(pid, "?");
            Dictionary<String, Object> properties = configuration.getProperties();
            settings.forEach((key, value) -> {
                if (value.isEmpty()) {
                    properties.remove(key);
                } else {
                    properties.put(key, value);
                }
            });
            configuration.update(properties);
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private static ProblemException notKept(IOException failure) {
        ProblemException problem = new ProblemException(
                CommonError.UNAVAILABLE, "配置无法保存，请检查磁盘", "The configuration cannot be kept: look at the disk");
        problem.initCause(failure);
        return problem;
    }

    private synchronized void takeEffect() {
        isGathering = false;
        TenantTree before = tree;
        tree = configurations.tree();
        refusals = configurations.refusals();
        if (telling != null) {
            telling.cancel(false);
        }
        telling = settling.schedule(this::tellRefusals, SETTLE_MILLISECONDS, TimeUnit.MILLISECONDS);
        tree.all().stream()
                .filter(tenant -> !before.find(tenant.id()).equals(Optional.of(tenant)))
                .forEach(tenant -> announcer.tell(listener -> listener.tenantChanged(tenant)));
        before.all().stream()
                .map(Tenant::id)
                .filter(id -> tree.find(id).isEmpty())
                .forEach(id -> announcer.tell(listener -> listener.tenantRemoved(id)));
    }

    private synchronized void tellRefusals() {
        Set<Refusal> present = new HashSet<>(refusals);
        present.stream()
                .filter(refusal -> !told.contains(refusal))
                .forEach(refusal -> LOG.warn(
                        "中心配置 {} 未采用：{}：{} / Tenant configuration {} is refused: {} {}",
                        refusal.source(),
                        refusal.key(),
                        refusal.zh(),
                        refusal.source(),
                        refusal.key(),
                        refusal.en()));
        told = present;
    }

    @Override
    public Tenant get(TenantId id) {
        return find(id).orElseThrow(() ->
                new ProblemException(TenancyError.TENANT_UNKNOWN, "没有名为“" + id + "”的中心", "There is no centre " + id));
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
        return Stream.of(refusals.stream(), calendars.refusals().stream(), clockSettings.refusal().stream())
                .flatMap(refused -> refused)
                .sorted(Comparator.comparing(Refusal::source))
                .toList();
    }

    @Override
    public WorkingCalendar calendar(TenantId id) {
        return calendars.of(get(id).division());
    }

    @Override
    public List<TenantId> tenants() {
        return all().stream().map(Tenant::id).toList();
    }

    @Override
    public Clock clock() {
        return clock.clock();
    }

    private static Map<String, String> texts(Dictionary<String, ?> values) {
        Map<String, String> texts = new HashMap<>();
        for (String key : Collections.list(values.keys())) {
            Object value = values.get(key);
            texts.put(key, value instanceof Object[] several ? join(several) : value.toString());
        }
        return texts;
    }

    private static String join(Object[] several) {
        return String.join(",", List.of(several).stream().map(Object::toString).toList());
    }

    private static String source(String pid, Map<String, String> texts) {
        String file = texts.getOrDefault(FILE_KEY, pid);
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
