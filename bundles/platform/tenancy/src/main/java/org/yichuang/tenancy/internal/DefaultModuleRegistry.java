package org.yichuang.tenancy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleListener;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** The modules as their descriptors come and go; readers see one whole picture at any moment. */
public class DefaultModuleRegistry
        implements ModuleRegistry, ServiceTrackerCustomizer<ModuleDescriptor, ModuleDescriptor> {
    private static final Logger LOG = LoggerFactory.getLogger(DefaultModuleRegistry.class);

    private final BundleContext bundles;
    private final ServiceTracker<ModuleDescriptor, ModuleDescriptor> tracker;
    private final List<ModuleListener> listeners = new ArrayList<>();
    private final Map<Object, ModuleDescriptor> installed = new LinkedHashMap<>();
    private final Map<String, ModuleDescriptor> everSeen = new TreeMap<>();
    private final Object telling = new Object();
    private volatile Picture picture = new Picture(Map.of(), Map.of(), Map.of());

    /** @param bundles where descriptors are looked for */
    public DefaultModuleRegistry(BundleContext bundles) {
        this.bundles = bundles;
        this.tracker = bundles == null ? null : new ServiceTracker<>(bundles, ModuleDescriptor.class, this);
    }

    /** Begins to follow the descriptors. */
    public void open() {
        tracker.open();
    }

    /** Lets all go. */
    public void close() {
        tracker.close();
    }

    /** A listener has come; it may hear twice of a module that comes at the same moment, never of none. */
    public void bound(ModuleListener listener) {
        if (listener != null) {
            synchronized (telling) {
                listeners.add(listener);
                all().forEach(module -> tell(listener, it -> it.moduleAdded(module)));
            }
        }
    }

    /** A listener goes. */
    public void unbound(ModuleListener listener) {
        if (listener != null) {
            synchronized (telling) {
                listeners.removeIf(each -> each == listener);
            }
        }
    }

    @Override
    public ModuleDescriptor addingService(ServiceReference<ModuleDescriptor> reference) {
        ModuleDescriptor module = bundles.getService(reference);
        if (module != null) {
            add(reference, module);
        }
        return module;
    }

    @Override
    public void modifiedService(ServiceReference<ModuleDescriptor> reference, ModuleDescriptor module) {
        // Properties of the service mean nothing here
    }

    @Override
    public void removedService(ServiceReference<ModuleDescriptor> reference, ModuleDescriptor module) {
        remove(reference);
        bundles.ungetService(reference);
    }

    /** Takes a module in; one whose word, root or setting belongs to another is refused with a line in the log. */
    void add(Object key, ModuleDescriptor module) {
        ForeignCode.call(() -> Optional.of(install(key, module)), failure -> {
                    LOG.error("The module {} is refused: {}", module.getClass().getName(), String.valueOf(failure));
                    return Optional.<ModuleDescriptor>empty();
                })
                .ifPresent(installed -> {
                    LOG.info("Module {} is installed", installed.word());
                    tell(listener -> listener.moduleAdded(installed));
                });
    }

    private ModuleDescriptor install(Object key, ModuleDescriptor module) {
        ModuleDescriptor copy = Snapshot.of(module);
        synchronized (this) {
            requireOwn(copy);
            installed.put(key, copy);
            everSeen.put(copy.word(), copy);
            rebuild();
        }
        return copy;
    }

    /** Lets a module go. */
    void remove(Object key) {
        ModuleDescriptor gone;
        synchronized (this) {
            gone = installed.remove(key);
            rebuild();
        }
        if (gone != null) {
            tell(listener -> listener.moduleRemoved(gone));
        }
    }

    private void requireOwn(ModuleDescriptor module) {
        if (!TenantId.isWellFormed(module.word())) {
            throw new IllegalArgumentException("'" + module.word() + "' is not a word for a module");
        }
        for (ModuleDescriptor other : installed.values()) {
            requireNone(other.word(), List.of(module.word()), List.of(other.word()));
            requireNone(other.word(), module.restRoots(), other.restRoots());
            requireNone(other.word(), module.pageRoots(), other.pageRoots());
            requireNone(other.word(), keys(module), keys(other));
        }
        String stem = module.word() + ".";
        for (String permission : module.permissions()) {
            if (!permission.startsWith(stem)) {
                throw new IllegalArgumentException("the permission " + permission + " does not begin with " + stem);
            }
        }
        for (PermissionGrant grant : module.grants()) {
            if (!module.permissions().containsAll(grant.permissions())) {
                throw new IllegalArgumentException("it grants permissions that it does not have: " + grant);
            }
        }
    }

    private static List<String> keys(ModuleDescriptor module) {
        return module.settings().stream().map(SettingDefinition::key).toList();
    }

    private static void requireNone(String owner, List<String> wanted, List<String> taken) {
        for (String word : wanted) {
            if (taken.contains(word)) {
                throw new IllegalArgumentException("'" + word + "' belongs to " + owner);
            }
        }
    }

    private void rebuild() {
        Map<String, ModuleDescriptor> byWord = new TreeMap<>();
        installed.values().forEach(module -> byWord.put(module.word(), module));
        Map<String, ModuleDescriptor> byRest = new LinkedHashMap<>();
        Map<String, ModuleDescriptor> byPage = new LinkedHashMap<>();
        List<ModuleDescriptor> goneFirst = new ArrayList<>(everSeen.values());
        goneFirst.addAll(byWord.values());
        for (ModuleDescriptor module : goneFirst) {
            module.restRoots().forEach(root -> byRest.put(root, module));
            module.pageRoots().forEach(root -> byPage.put(root, module));
        }
        picture = new Picture(byWord, byRest, byPage);
    }

    private void tell(Consumer<ModuleListener> news) {
        synchronized (telling) {
            listeners.forEach(listener -> tell(listener, news));
        }
    }

    private static void tell(ModuleListener listener, Consumer<ModuleListener> news) {
        ForeignCode.run(
                () -> news.accept(listener), failure -> LOG.warn("A listener failed on a change of modules", failure));
    }

    @Override
    public List<ModuleDescriptor> all() {
        return List.copyOf(picture.byWord().values());
    }

    @Override
    public Optional<ModuleDescriptor> find(String word) {
        return Optional.ofNullable(picture.byWord().get(word));
    }

    @Override
    public Optional<ModuleDescriptor> ofRestRoot(String root) {
        return Optional.ofNullable(picture.byRest().get(root));
    }

    @Override
    public Optional<ModuleDescriptor> ofPageRoot(String root) {
        return Optional.ofNullable(picture.byPage().get(root));
    }

    @Override
    public boolean isOn(String word, Tenant tenant) {
        return tenant.has(word)
                || find(word).filter(module -> !module.isSwitchable()).isPresent();
    }

    private record Picture(
            Map<String, ModuleDescriptor> byWord,
            Map<String, ModuleDescriptor> byRest,
            Map<String, ModuleDescriptor> byPage) {}

    /** What a module says of itself, taken when it came. */
    private record Snapshot(
            String word,
            boolean isSwitchable,
            List<String> restRoots,
            List<String> pageRoots,
            Set<String> permissions,
            List<RoleDefinition> roles,
            List<PermissionGrant> grants,
            List<SettingDefinition> settings,
            Map<String, Set<String>> settingWords,
            Texts texts)
            implements ModuleDescriptor {
        static ModuleDescriptor of(ModuleDescriptor module) {
            return new Snapshot(
                    module.word(),
                    module.isSwitchable(),
                    List.copyOf(module.restRoots()),
                    List.copyOf(module.pageRoots()),
                    Set.copyOf(module.permissions()),
                    List.copyOf(module.roles()),
                    List.copyOf(module.grants()),
                    List.copyOf(module.settings()),
                    Map.copyOf(module.settingWords()),
                    module.texts());
        }
    }
}
