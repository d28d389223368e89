package org.yichuang.tenancy.internal.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** The centres in force, indexed once so that thousands are as cheap to ask as six; immutable. */
public final class Tree {
    private final Map<TenantId, Tenant> byId = new HashMap<>();
    private final Map<TenantId, List<Tenant>> below = new HashMap<>();
    private final List<Tenant> all;

    public Tree(Collection<Tenant> tenants) {
        all = tenants.stream()
                .sorted(Comparator.comparing(Tenant::level)
                        .thenComparing(tenant -> tenant.division().value())
                        .thenComparing(Tenant::id))
                .toList();
        all.forEach(tenant -> {
            byId.put(tenant.id(), tenant);
            tenant.parent().ifPresent(parent -> below.computeIfAbsent(parent, key -> new ArrayList<>()).add(tenant));
        });
    }

    /** The centre, if there is one. */
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All centres, upper levels first, then by division code. */
    public List<Tenant> all() {
        return all;
    }

    /** The centres directly below. */
    public List<Tenant> children(TenantId id) {
        return List.copyOf(below.getOrDefault(id, List.of()));
    }

    /** The centre and those above it, the nearest first. */
    public List<Tenant> lineage(TenantId id) {
        List<Tenant> lineage = new ArrayList<>();
        Optional<Tenant> next = find(id);
        while (next.isPresent()) {
            lineage.add(next.get());
            next = next.get().parent().flatMap(this::find);
        }
        return List.copyOf(lineage);
    }
}
