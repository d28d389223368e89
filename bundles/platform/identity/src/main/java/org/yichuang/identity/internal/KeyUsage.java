package org.yichuang.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Where which master key is in use, as the modules that keep personal data say. */
public class KeyUsage {
    private final Tenants tenants;
    private final List<PersonalDataHolder> holders;

    /** @param holders as they come and go */
    public KeyUsage(Tenants tenants, List<PersonalDataHolder> holders) {
        this.tenants = tenants;
        this.holders = holders;
    }

    /**
     * Asks all modules about all centres.
     *
     * @return the keys by name, with the modules that keep something under them; the empty name as the modules say it
     */
    public Map<String, Set<String>> modules() {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (PersonalDataHolder holder : holders) {
            for (Tenant tenant : tenants.all()) {
                holder.keys(tenant.id()).forEach(key -> modules.computeIfAbsent(key, name -> new TreeSet<>())
                        .add(holder.module()));
            }
        }
        return modules;
    }
}
