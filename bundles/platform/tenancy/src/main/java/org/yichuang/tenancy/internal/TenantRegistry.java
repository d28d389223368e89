package org.yichuang.tenancy.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yichuang.journal.api.TenantDirectory;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleListener;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.tenancy.internal.domain.InvalidSettingException;
import org.yichuang.tenancy.internal.domain.SettingRules;
import org.yichuang.tenancy.internal.domain.TenantRow;
import org.yichuang.tenancy.internal.domain.TenantSettings;
import org.yichuang.tenancy.internal.domain.TenantTree;

/** The tree of centres as the rows say, in memory: one picture that is replaced as a whole when rows change. */
public class TenantRegistry implements Tenants, TenantDirectory, ModuleListener {
    private final TenancyStore store;
    private final CalendarStore calendars;
    private final PlatformClock clock;
    private final ClockSettings clockSettings;
    private final ListenerNotifier notifier;
    private final ModuleRegistry modules;
    private volatile Picture picture = new Picture(0, Map.of(), TenantTree.EMPTY, List.of());
    /** Of which database that is. */
    private int database = TenancyStore.NO_DATABASE;

    private volatile List<Refusal> fileRefusals = List.of();

    public TenantRegistry(
            TenancyStore store,
            CalendarStore calendars,
            PlatformClock clock,
            ClockSettings clockSettings,
            ListenerNotifier notifier,
            ModuleRegistry modules) {
        this.store = store;
        this.calendars = calendars;
        this.clock = clock;
        this.clockSettings = clockSettings;
        this.notifier = notifier;
        this.modules = modules;
        notifier.welcomeWith(() -> all().stream()
                .<Consumer<TenancyListener>>map(tenant -> listener -> listener.tenantChanged(tenant))
                .toList());
    }

    /**
     * What is known at a moment.
     *
     * @param revision the number of the last change that it holds
     * @param rows all centres that are there, by id
     * @param tree the tree in force
     * @param refusals settings in rows that are not in force
     */
    record Picture(long revision, Map<TenantId, TenantRow> rows, TenantTree tree, List<Refusal> refusals) {}

    Picture picture() {
        return picture;
    }

    /**
     * Takes over what has been changed in the database since the last time, by whomever. The news are queued under the
     * same lock under which the picture was replaced: listeners hear of two changes in the order in which they took
     * place.
     */
    synchronized void follow() {
        store.since(picture.revision(), database).ifPresent(changed -> {
            Map<TenantId, TenantRow> rows = changed.isWhole() ? new HashMap<>() : new HashMap<>(picture.rows());
            for (TenantRow row : changed.centres()) {
                if (row.isRemoved()) {
                    rows.remove(row.id());
                } else {
                    rows.put(row.id(), row);
                }
            }
            if (calendars.take(changed.notices(), changed.isWhole())) {
                notifier.tell(TenancyListener::calendarChanged);
            }
            replace(changed.revision(), rows);
            database = changed.database();
        });
    }

    /** Judges the rows anew, since a module has come or gone whose settings are now known or unknown. */
    @Override
    public synchronized void moduleAdded(ModuleDescriptor module) {
        replace(picture.revision(), picture.rows());
    }

    @Override
    public void moduleRemoved(ModuleDescriptor module) {
        moduleAdded(module);
    }

    private void replace(long revision, Map<TenantId, TenantRow> rows) {
        SettingRules rules = new SettingRules(modules.all());
        List<Refusal> refusals = new ArrayList<>();
        List<Tenant> tenants = new ArrayList<>();
        for (TenantRow row : rows.values()) {
            try {
                Tenant tenant = TenantSettings.read(row.values());
                rules.faults(tenant).values().forEach(fault -> refusals.add(refusal(row.source(), fault)));
                tenants.add(rules.withoutFaults(tenant));
            } catch (InvalidSettingException unreadable) {
                refusals.add(refusal(row.source(), unreadable));
            }
        }
        TenantTree before = picture.tree();
        picture = new Picture(revision, Map.copyOf(rows), TenantTree.of(tenants), List.copyOf(refusals));
        tellDifferences(before, picture.tree());
    }

    private void tellDifferences(TenantTree before, TenantTree now) {
        now.all().stream()
                .filter(tenant -> !before.find(tenant.id()).equals(Optional.of(tenant)))
                .forEach(tenant -> notifier.tell(listener -> listener.tenantChanged(tenant)));
        before.all().stream()
                .map(Tenant::id)
                .filter(id -> now.find(id).isEmpty())
                .forEach(id -> notifier.tell(listener -> listener.tenantRemoved(id)));
    }

    /** Takes over which files of this node are not taken, and why. */
    void refuse(List<Refusal> refusals) {
        fileRefusals = List.copyOf(refusals);
    }

    static Refusal refusal(String source, InvalidSettingException reason) {
        return new Refusal(source, reason.key(), reason.message());
    }

    @Override
    public Tenant get(TenantId id) {
        return find(id).orElseThrow(() -> new ProblemException(
                TenancyError.TENANT_UNKNOWN, LocalizedMessage.of(TenantRegistry.class, "tenant.unknown", id)));
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return picture.tree().find(id);
    }

    @Override
    public List<Tenant> all() {
        return picture.tree().all();
    }

    @Override
    public List<TenantId> tenants() {
        return all().stream().map(Tenant::id).toList();
    }

    @Override
    public List<Tenant> children(TenantId id) {
        return picture.tree().children(id);
    }

    @Override
    public List<Tenant> lineage(TenantId id) {
        return picture.tree().lineage(id);
    }

    @Override
    public List<Refusal> refusals() {
        return Stream.of(
                        picture.refusals().stream(),
                        fileRefusals.stream(),
                        calendars.refusals().stream(),
                        clockSettings.refusal().stream())
                .flatMap(refused -> refused)
                .distinct()
                .sorted(Comparator.comparing(Refusal::source).thenComparing(Refusal::key))
                .toList();
    }

    @Override
    public WorkingCalendar calendar(TenantId id) {
        return calendars.of(get(id).division());
    }

    @Override
    public Clock clock() {
        return clock.clock();
    }
}
