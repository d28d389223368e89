package org.yichuang.tenancy.internal.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** An immutable, sound tree of centres: what the registry answers from. */
public final class TenantTree {
    /** The tree without any centre. */
    public static final TenantTree EMPTY = new TenantTree(List.of());

    private final Map<TenantId, Tenant> byId = new LinkedHashMap<>();
    private final Map<TenantId, List<Tenant>> below = new HashMap<>();
    private final List<Tenant> all;

    private TenantTree(List<Tenant> tenants) {
        tenants.stream()
                .sorted(Comparator.comparing(Tenant::level)
                        .thenComparing(tenant -> tenant.division().value())
                        .thenComparing(Tenant::id))
                .forEach(tenant -> {
                    byId.put(tenant.id(), tenant);
                    tenant.parent().ifPresent(parent -> below.computeIfAbsent(parent, key -> new ArrayList<>())
                            .add(tenant));
                });
        all = List.copyOf(byId.values());
    }

    /** A tree of centres that {@link #fault} finds nothing wrong with. */
    public static TenantTree of(List<Tenant> sound) {
        return new TenantTree(sound);
    }

    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Tenant> all() {
        return all;
    }

    public List<Tenant> children(TenantId id) {
        return List.copyOf(below.getOrDefault(id, List.of()));
    }

    public List<Tenant> lineage(TenantId id) {
        List<Tenant> lineage = new ArrayList<>();
        Optional<Tenant> step = find(id);
        while (step.isPresent()) {
            lineage.add(step.get());
            step = step.get().parent().flatMap(this::find);
        }
        return lineage;
    }

    /** Looks for what is wrong with one centre among others; empty when it fits. */
    public static Optional<InvalidSettingException> fault(Tenant tenant, Map<TenantId, Tenant> others) {
        try {
            checkDivisionOf(tenant);
            if (tenant.parent().isPresent()) {
                checkParent(tenant, others);
            }
            return Optional.empty();
        } catch (InvalidSettingException refused) {
            return Optional.of(refused);
        }
    }

    /** Whether the parents of a centre lead back to itself. */
    static boolean isOnRing(Tenant tenant, Map<TenantId, Tenant> others) {
        Set<TenantId> seen = new HashSet<>();
        Tenant step = tenant;
        while (step != null && seen.add(step.id())) {
            step = step.parent().map(others::get).orElse(null);
        }
        return step != null && step.id().equals(tenant.id());
    }

    private static void checkDivisionOf(Tenant tenant) throws InvalidSettingException {
        if (tenant.isFunctionalZone()) {
            return; // it lies in a division and is none
        }
        if (tenant.division().level() != tenant.level()) {
            throw new InvalidSettingException(
                    "division",
                    LocalizedMessage.of(
                            TenantTree.class,
                            "division-of-other-level",
                            tenant.division().value(),
                            tenant.division().level().label(),
                            tenant.level().label()));
        }
    }

    private static void checkParent(Tenant tenant, Map<TenantId, Tenant> others) throws InvalidSettingException {
        TenantId parentId = tenant.parent().orElseThrow();
        Tenant parent = others.get(parentId);
        if (parent == null) {
            throw new InvalidSettingException(
                    "parent", LocalizedMessage.of(TenantTree.class, "parent-unknown", parentId));
        }
        if (isCycle(tenant, others)) {
            throw new InvalidSettingException("parent", LocalizedMessage.of(TenantTree.class, "parents-form-a-ring"));
        }
        if (!parent.level().isAbove(tenant.level())) {
            throw new InvalidSettingException(
                    "level",
                    LocalizedMessage.of(
                            TenantTree.class,
                            "level-not-below-parent",
                            tenant.level().label(),
                            parentId,
                            parent.level().label()));
        }
        if (!parent.division().contains(tenant.division())) {
            throw new InvalidSettingException(
                    "division",
                    LocalizedMessage.of(
                            TenantTree.class,
                            "division-outside-parent",
                            tenant.division().value(),
                            parentId,
                            parent.division().value()));
        }
    }

    private static boolean isCycle(Tenant tenant, Map<TenantId, Tenant> others) {
        Set<TenantId> seen = new HashSet<>();
        Tenant step = tenant;
        while (step != null) {
            if (!seen.add(step.id())) {
                return true;
            }
            step = step.parent().map(others::get).orElse(null);
        }
        return false;
    }
}
