package org.yichuang.identity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Where which master key is in use, as the modules that keep personal data say. */
public class KeyUsage {
    private final Tenants tenants;
    private final ModuleRegistry registry;
    private final List<PersonalDataHolder> holders;
    private final KeyHolders noted;

    /**
     * @param holders as they come and go
     * @param noted what the database remembers of them
     */
    KeyUsage(Tenants tenants, ModuleRegistry registry, List<PersonalDataHolder> holders, KeyHolders noted) {
        this.tenants = tenants;
        this.registry = registry;
        this.holders = holders;
        this.noted = noted;
    }

    /** Whether everybody is there who can be asked: each module that some centre has switched on. */
    public boolean isComplete() {
        return tenants.all().stream()
                .flatMap(tenant -> tenant.modules().stream())
                .allMatch(word -> registry.find(word).isPresent());
    }

    /**
     * Asks all modules about all centres, also about those that have been removed.
     *
     * @return the keys by name, with the modules that keep something under them; the empty name as the modules say it
     */
    public Map<String, Set<String>> modules() {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (PersonalDataHolder holder : holders) {
            Set<TenantId> centres = new HashSet<>(holder.centres());
            tenants.all().forEach(tenant -> centres.add(tenant.id()));
            for (TenantId centre : centres) {
                holder.keys(centre).forEach(key -> modules.computeIfAbsent(key, name -> new TreeSet<>())
                        .add(holder.module()));
            }
        }
        return modules;
    }

    /** Notes that each module that is here may keep something under a key from now on. */
    void noteWriting(String key) {
        noted.note(Map.of(key, present()));
    }

    /** Notes who keeps something, as {@link #modules} tells it. */
    void note(Map<String, Set<String>> modules) {
        noted.note(modules);
    }

    /** Forgets who has kept something under a key that is retired. */
    void forget(String key, UnitOfWork unit) {
        noted.forget(key, unit);
    }

    /** The keys by name, with the modules that may keep something under them and cannot be asked: they are not here. */
    public Map<String, Set<String>> absent() {
        Set<String> present = present();
        Map<String, Set<String>> absent = noted.all();
        absent.values().forEach(modules -> modules.removeAll(present));
        absent.values().removeIf(Set::isEmpty);
        return absent;
    }

    private Set<String> present() {
        return holders.stream().map(PersonalDataHolder::module).collect(Collectors.toSet());
    }
}
