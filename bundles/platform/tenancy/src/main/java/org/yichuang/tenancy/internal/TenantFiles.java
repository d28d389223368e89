package org.yichuang.tenancy.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ManagedServiceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;
import org.yichuang.tenancy.internal.domain.InvalidSettingException;
import org.yichuang.tenancy.internal.domain.SettingRules;
import org.yichuang.tenancy.internal.domain.TenantChange;
import org.yichuang.tenancy.internal.domain.TenantConfigSet;
import org.yichuang.tenancy.internal.domain.TenantRow;
import org.yichuang.tenancy.internal.domain.TenantSettings;

/**
 * The files of this node that describe centres ({@code org.yichuang.tenant-<id>.cfg}). A file that has been changed is
 * weighed against the whole tree and taken into the rows, once, by whichever node is first; a file that says what
 * was taken
 * long ago, while the rows say something newer, is written anew.
 */
public class TenantFiles implements ManagedServiceFactory {
    private static final Logger LOG = LoggerFactory.getLogger(TenantFiles.class);
    /** How long after a start a changed file waits for the modules of its centre. */
    private static final Duration START = Duration.ofSeconds(60);

    private static final String FILE_KEY = "felix.fileinstall.filename";
    /** Put there by the configuration service itself. */
    private static final Set<String> FOREIGN = Set.of("service", "felix", "org");

    private final ConfigurationAdmin admin;
    private final TenantRegistry registry;
    private final TenancyStore store;
    private final ModuleRegistry modules;
    private final Map<String, LocalFile> files = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    /** What each file said when it said the same as the rows, by source. */
    private final Map<String, String> inSync = new HashMap<>();

    private final FailedChanges failures = new FailedChanges();

    private final long started = System.nanoTime();
    private List<Refusal> told = List.of();
    private volatile Set<String> judged = Set.of();
    private volatile boolean isDirty;
    private long weighedAt = -1;

    public TenantFiles(ConfigurationAdmin admin, TenantRegistry registry, TenancyStore store, ModuleRegistry modules) {
        this.admin = admin;
        this.registry = registry;
        this.store = store;
        this.modules = modules;
    }

    /**
     * A file of this node.
     *
     * @param pid the configuration that carries it
     * @param source its name
     * @param values what it says
     */
    private record LocalFile(String pid, String source, Map<String, String> values) {
        String digest() {
            return TenancyStore.digest(values);
        }
    }

    @Override
    public String getName() {
        return "Yichuang tenants";
    }

    @Override
    public void updated(String pid, Dictionary<String, ?> values) {
        Map<String, String> texts = texts(values);
        String file = texts.getOrDefault(FILE_KEY, pid);
        String source = file.substring(file.lastIndexOf('/') + 1);
        texts.keySet().removeIf(key -> FOREIGN.contains(key.split("\\.", 2)[0]));
        LocalFile former = files.put(pid, new LocalFile(pid, source, Map.copyOf(texts)));
        deleted.remove(source);
        if (former != null && !former.source().equals(source)) {
            deleted.add(former.source());
        }
        isDirty = true;
    }

    @Override
    public void deleted(String pid) {
        LocalFile gone = files.remove(pid);
        if (gone != null) {
            deleted.add(gone.source());
        }
        isDirty = true;
    }

    /** Brings files and rows together: takes what was changed in files, writes anew what was changed in rows. */
    synchronized void reconcile() {
        registry.follow();
        TenantRegistry.Picture picture = registry.picture();
        if (!isDirty && picture.revision() == weighedAt && !failures.isAnyDue()) {
            return;
        }
        isDirty = false;
        weighedAt = picture.revision();
        boolean isDone = false;
        try {
            weigh(picture);
            isDone = true;
        } finally {
            if (!isDone) {
                isDirty = true;
            }
        }
    }

    private void weigh(TenantRegistry.Picture picture) {
        Map<String, TenantRow> rows = new HashMap<>();
        picture.rows().values().forEach(row -> rows.put(row.source(), row));
        Map<String, LocalFile> changed = new TreeMap<>();
        List<Refusal> withdrawn = new ArrayList<>();
        Set<String> imports = store.imports();
        for (LocalFile file : files.values()) {
            sort(file, rows.get(file.source()), imports, changed, withdrawn);
        }
        Set<String> gone = new TreeSet<>(deleted);
        gone.retainAll(rows.keySet());
        deleted.retainAll(gone);
        Set<String> wishes = new TreeSet<>(gone);
        wishes.addAll(changed.keySet());
        failures.retain(wishes);
        gone.removeIf(source -> failures.mustWait(source, ""));
        changed.values().removeIf(file -> failures.mustWait(file.source(), file.digest()));
        if (!changed.isEmpty() || !gone.isEmpty()) {
            withdrawn.addAll(take(picture, changed, gone));
        }
        withdrawn.addAll(failures.refusals());
        tell(withdrawn);
        // A file that comes after its centre has gone is somebody's wish, not a remainder to be cleared away
        Set<String> here = new HashSet<>(rows.keySet());
        files.values().forEach(file -> here.add(file.source()));
        inSync.keySet().retainAll(here);
        Set<String> answered = new HashSet<>(inSync.keySet());
        told.forEach(refusal -> answered.add(refusal.source()));
        judged = Set.copyOf(answered);
    }

    /** The names of the files that have been taken or refused. */
    public Set<String> judged() {
        return judged;
    }

    /** Decides whether the file or the row is the newer one. */
    private void sort(
            LocalFile file,
            TenantRow row,
            Set<String> imports,
            Map<String, LocalFile> changed,
            List<Refusal> withdrawn) {
        String digest = file.digest();
        if (row != null && digest.equals(TenancyStore.digest(row.values()))) {
            inSync.put(file.source(), digest);
            return;
        }
        // At its first sight after a start, what was taken before is old; later, it is somebody's wish to go back
        boolean isOld = !inSync.containsKey(file.source()) && imports.contains(file.source() + " " + digest);
        if (digest.equals(inSync.get(file.source())) || isOld && row != null) {
            rewrite(file, row);
        } else if (isOld) {
            withdrawn.add(new Refusal(
                    file.source(), "id", LocalizedMessage.of(TenantFiles.class, "tenant-file.centre-was-removed")));
        } else if (row != null && mustWait(file)) {
            isDirty = true;
        } else {
            changed.put(file.source(), file);
        }
    }

    /** After a start, modules that know the settings of a centre may still be on their way. */
    private boolean mustWait(LocalFile file) {
        try {
            return System.nanoTime() - started < START.toNanos()
                    && !new SettingRules(modules.all()).canJudge(TenantSettings.read(file.values()));
        } catch (InvalidSettingException refused) {
            return false;
        }
    }

    private void rewrite(LocalFile file, TenantRow row) {
        try {
            Configuration configuration = admin.getConfiguration(file.pid(), "?");
            if (row == null) {
                files.remove(file.pid());
                inSync.remove(file.source());
                LOG.info("The centre of {} was removed, and its file goes with it", file.source());
                configuration.delete();
                return;
            }
            Dictionary<String, Object> properties = configuration.getProperties();
            file.values().keySet().forEach(properties::remove);
            row.values().forEach(properties::put);
            files.put(file.pid(), new LocalFile(file.pid(), file.source(), row.values()));
            inSync.put(file.source(), TenancyStore.digest(row.values()));
            configuration.update(properties);
        } catch (IOException | IllegalStateException e) {
            LOG.warn(
                    LocalizedMessage.of(TenantFiles.class, "tenant-file.not-rewritten", file.source())
                            .forLog(),
                    e);
        }
    }

    private List<Refusal> take(TenantRegistry.Picture picture, Map<String, LocalFile> changed, Set<String> gone) {
        TenantConfigSet configurations = DefaultTenantEditing.configurations(picture, modules);
        changed.values().forEach(file -> configurations.put(file.source(), file.source(), file.values()));
        gone.forEach(configurations::remove);
        List<TenantChange> changes = new ArrayList<>();
        Map<TenantId, TenantRow> left = new HashMap<>(picture.rows());
        for (Tenant tenant : configurations.tree().all()) {
            String source = configurations.pidOf(tenant.id()).orElseThrow();
            TenantRow row = left.remove(tenant.id());
            LocalFile file = changed.get(source);
            if (file != null && configurations.isTaken(source)) {
                changes.add(new TenantChange(
                        tenant.id(),
                        source,
                        Optional.ofNullable(row).map(TenantRow::values),
                        Optional.of(file.values()),
                        true));
            }
        }
        left.values().stream()
                .filter(row -> gone.contains(row.source()) || changed.containsKey(row.source()))
                .filter(row -> configurations.pidOf(row.id()).isEmpty())
                .sorted(Comparator.comparing(
                                (TenantRow row) -> registry.lineage(row.id()).size())
                        .reversed())
                .forEach(row -> changes.add(
                        new TenantChange(row.id(), row.source(), Optional.of(row.values()), Optional.empty(), true)));
        write(changes, picture.revision());
        return configurations.refusals();
    }

    /** Saves each change by itself: one that fails stops only those that stand on it. */
    private void write(List<TenantChange> changes, long revision) {
        long seen = revision;
        Set<TenantId> stuck = new HashSet<>();
        for (TenantChange change : changes) {
            if (stuck.contains(change.id())
                    || parent(change.after()).filter(stuck::contains).isPresent()) {
                isDirty = true;
                stick(change, stuck);
                continue;
            }
            try {
                store.save(change, seen, store.system(change.id()));
                seen++;
                saved(change);
            } catch (RuntimeException e) {
                // Fails in its turn when the database is away
                registry.follow();
                isDirty = true;
                if (registry.picture().revision() != seen) {
                    LOG.info("Centres were changed elsewhere at the same time: the files are weighed again");
                    return;
                }
                failures.failed(
                        change.source(),
                        change.after().map(TenancyStore::digest).orElse(""),
                        e);
                stick(change, stuck);
            }
        }
        registry.follow();
    }

    /** What is not saved holds the centre itself, those below it and, where it was to go, the one above it. */
    private static void stick(TenantChange change, Set<TenantId> stuck) {
        stuck.add(change.id());
        if (change.after().isEmpty()) {
            parent(change.before()).ifPresent(stuck::add);
        }
    }

    private static Optional<TenantId> parent(Optional<Map<String, String>> values) {
        return values.map(settings -> settings.getOrDefault("parent", "").strip())
                .filter(word -> !word.isEmpty())
                .map(TenantId::new);
    }

    private void saved(TenantChange change) {
        failures.succeeded(change.source());
        change.after()
                .ifPresentOrElse(
                        values -> inSync.put(change.source(), TenancyStore.digest(values)),
                        () -> inSync.remove(change.source()));
    }

    private void tell(List<Refusal> refusals) {
        registry.refuse(refusals);
        refusals.stream()
                .filter(refusal -> !told.contains(refusal))
                .forEach(refusal -> LOG.warn(LocalizedMessage.of(
                                TenantFiles.class,
                                "tenant-file.refused",
                                refusal.source(),
                                refusal.key(),
                                refusal.message())
                        .forLog()));
        told = List.copyOf(refusals);
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
}
