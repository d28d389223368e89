package org.yichuang.identity.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Where which master key is in use, as the modules that keep personal data say. */
public class KeyUsage {
    private final Tenants tenants;
    private final ModuleRegistry registry;
    private final List<PersonalDataHolder> holders;

    /** @param holders as they come and go */
    public KeyUsage(Tenants tenants, ModuleRegistry registry, List<PersonalDataHolder> holders) {
        this.tenants = tenants;
        this.registry = registry;
        this.holders = holders;
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
}
