package org.yichuang.tenancy.internal.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;

/**
 * All configurations as they are wanted, and what of them is in force. Files come in any order, so the whole set is
 * weighed after a change: what does not fit falls back to the values it had in force, or waits outside.
 */
public final class TenantConfigSet {
    private final Map<String, Wanted> wanted = new TreeMap<>();
    private final Map<String, Tenant> inForce = new HashMap<>();
    /** Names of all configurations, also of those that are gone while their centre stays. */
    private final Map<String, String> sources = new HashMap<>();

    private final SettingRules rules;
    private List<Refusal> refusals = List.of();
    private boolean isWeighed = true;

    /** @param rules which settings make sense */
    public TenantConfigSet(SettingRules rules) {
        this.rules = rules;
    }

    /** A configuration as it was read: a centre, or the reason why it is none. */
    private record Wanted(String source, Map<String, String> values, Tenant tenant, InvalidSettingException fault) {}

    /** Takes a new or changed configuration. */
    public void put(String pid, String source, Map<String, String> values) {
        wanted.put(pid, read(source, Map.copyOf(values)));
        sources.put(pid, source);
        isWeighed = false;
    }

    /** Takes what is in force already, as the database has it. */
    public void putInForce(String pid, Tenant tenant, Map<String, String> values) {
        wanted.put(pid, new Wanted(pid, values, tenant, null));
        sources.put(pid, pid);
        inForce.put(pid, tenant);
        isWeighed = false;
    }

    /** Tells whether a configuration is in force as it is wanted. */
    public boolean isTaken(String pid) {
        weighOnce();
        return inForce.containsKey(pid) && inForce.get(pid).equals(wanted.get(pid).tenant);
    }

    private Wanted read(String source, Map<String, String> values) {
        try {
            return new Wanted(source, values, judged(values), null);
        } catch (InvalidSettingException fault) {
            return new Wanted(source, values, null, fault);
        }
    }

    private Tenant judged(Map<String, String> values) throws InvalidSettingException {
        Tenant tenant = TenantSettings.read(values);
        for (InvalidSettingException fault : rules.faults(tenant).values()) {
            throw fault;
        }
        return tenant;
    }

    /** Takes a configuration away; a centre that others stand on stays until they are gone. */
    public void remove(String pid) {
        wanted.remove(pid);
        isWeighed = false;
    }

    /** What is refused at present. */
    public List<Refusal> refusals() {
        weighOnce();
        return refusals;
    }

    /** The tree in force. */
    public TenantTree tree() {
        weighOnce();
        return TenantTree.of(List.copyOf(inForce.values()));
    }

    /** The configuration that sets a centre. */
    public Optional<String> pidOf(TenantId id) {
        weighOnce();
        return inForce.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The values as the file says them; empty when the file is gone or is not what is in force. */
    public Optional<Map<String, String>> values(String pid) {
        weighOnce();
        boolean isRefused =
                refusals.stream().anyMatch(refusal -> refusal.source().equals(sources.get(pid)));
        return isRefused
                ? Optional.empty()
                : Optional.ofNullable(wanted.get(pid)).map(Wanted::values);
    }

    /** What would be wrong with a configuration that came now, or took the place of one. */
    public Optional<InvalidSettingException> fault(String pid, Map<String, String> values) {
        weighOnce();
        try {
            Tenant tenant = judged(values);
            Map<TenantId, Tenant> others = new HashMap<>();
            inForce.forEach((other, present) -> {
                if (!other.equals(pid)) {
                    others.put(present.id(), present);
                }
            });
            if (others.containsKey(tenant.id())) {
                return Optional.of(taken(tenant.id()));
            }
            others.put(tenant.id(), tenant);
            return TenantTree.fault(tenant, others);
        } catch (InvalidSettingException fault) {
            return Optional.of(fault);
        }
    }

    private static InvalidSettingException taken(TenantId id) {
        return new InvalidSettingException("id", LocalizedMessage.of(TenantConfigSet.class, "id-taken", id));
    }

    /** Many changes are weighed together, when somebody asks for the outcome. */
    private void weighOnce() {
        if (!isWeighed) {
            weigh();
            isWeighed = true;
        }
    }

    private void weigh() {
        followRenamed();
        List<Refusal> refused = new ArrayList<>();
        Map<String, Tenant> chosen = new TreeMap<>();
        wanted.forEach((pid, wish) -> {
            if (wish.fault == null) {
                chosen.put(pid, wish.tenant);
            } else {
                refused.add(refusal(wish.source, wish.fault));
                keepOld(pid, chosen);
            }
        });
        inForce.keySet().stream().filter(pid -> !wanted.containsKey(pid)).forEach(pid -> keepOld(pid, chosen));
        boolean isSound = false;
        while (!isSound) {
            isSound = !dropMisfits(chosen, refused);
        }
        dropUnneeded(chosen, refused);
        inForce.clear();
        inForce.putAll(chosen);
        refusals = firstOfEachSource(refused);
    }

    /** A centre whose description has moved to another file stays what it is, and is weighed by that file. */
    private void followRenamed() {
        for (String gone : List.copyOf(inForce.keySet())) {
            TenantId id = inForce.get(gone).id();
            if (!wanted.containsKey(gone)) {
                wanted.entrySet().stream()
                        .filter(entry -> !inForce.containsKey(entry.getKey()))
                        .filter(entry -> entry.getValue().tenant != null
                                && entry.getValue().tenant.id().equals(id))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(fresh -> inForce.put(fresh, inForce.remove(gone)));
            }
        }
    }

    /** What was found first is told; what follows from it is not. */
    private static List<Refusal> firstOfEachSource(List<Refusal> refused) {
        Map<String, Refusal> first = new TreeMap<>();
        refused.forEach(refusal -> first.putIfAbsent(refusal.source(), refusal));
        return List.copyOf(first.values());
    }

    private void keepOld(String pid, Map<String, Tenant> chosen) {
        if (inForce.containsKey(pid)) {
            chosen.put(pid, inForce.get(pid));
        }
    }

    /**
     * Finds what does not fit and puts its old values back, or takes it out. Of what is in force one at a time, for it
     * may be the only cause of other faults; only then the newcomers, all at once.
     */
    private boolean dropMisfits(Map<String, Tenant> chosen, List<Refusal> refused) {
        Map<TenantId, Tenant> others = new HashMap<>();
        for (Map.Entry<String, Tenant> entry : inFavourOfTheOld(chosen)) {
            Tenant first = others.putIfAbsent(entry.getValue().id(), entry.getValue());
            if (first != null) {
                return drop(entry.getKey(), taken(first.id()), chosen, refused);
            }
        }
        return dropRing(others, chosen, refused)
                || dropOneInForce(others, chosen, refused)
                || dropNewcomers(others, chosen, refused)
                || dropReplacement(others, chosen, refused);
    }

    /** A file that names another centre than before would take the former one away, which must be suspended for it. */
    private boolean dropReplacement(Map<TenantId, Tenant> others, Map<String, Tenant> chosen, List<Refusal> refused) {
        for (String pid : chosen.keySet()) {
            Tenant old = inForce.get(pid);
            if (old != null && !old.isSuspended() && !others.containsKey(old.id())) {
                return drop(pid, stillOpen(old.id()), chosen, refused);
            }
        }
        return false;
    }

    private static InvalidSettingException stillOpen(TenantId id) {
        return new InvalidSettingException(
                "state", LocalizedMessage.of(TenantConfigSet.class, "still-open", id.value()));
    }

    /** Of the centres on a ring those that have moved close it; the others stand as they stood, and may have faults. */
    private boolean dropRing(Map<TenantId, Tenant> others, Map<String, Tenant> chosen, List<Refusal> refused) {
        for (Map.Entry<String, Tenant> entry : changedFirst(chosen)) {
            Tenant tenant = entry.getValue();
            boolean hasMoved =
                    !tenant.parent().equals(inForce.get(entry.getKey()).parent());
            if (hasMoved && TenantTree.isOnRing(tenant, others)) {
                return drop(entry.getKey(), TenantTree.fault(tenant, others).orElseThrow(), chosen, refused);
            }
        }
        return false;
    }

    private boolean dropOneInForce(Map<TenantId, Tenant> others, Map<String, Tenant> chosen, List<Refusal> refused) {
        for (Map.Entry<String, Tenant> entry : changedFirst(chosen)) {
            Optional<InvalidSettingException> fault = TenantTree.fault(entry.getValue(), others);
            if (fault.isPresent()) {
                Optional<String> moved = movedParent(entry, chosen);
                return moved.isPresent()
                        ? drop(
                                moved.get(),
                                fault.get().causedBelow(entry.getValue().id()),
                                chosen,
                                refused)
                        : drop(entry.getKey(), fault.get(), chosen, refused);
            }
        }
        return false;
    }

    private boolean dropNewcomers(Map<TenantId, Tenant> others, Map<String, Tenant> chosen, List<Refusal> refused) {
        boolean isDropped = false;
        for (Map.Entry<String, Tenant> entry : List.copyOf(chosen.entrySet())) {
            Optional<InvalidSettingException> fault = TenantTree.fault(entry.getValue(), others);
            if (fault.isPresent()) {
                isDropped = drop(entry.getKey(), fault.get(), chosen, refused);
            }
        }
        return isDropped;
    }

    /** Whoever stands as before does not pay for a change of the centre above it: that change is the bad one. */
    private Optional<String> movedParent(Map.Entry<String, Tenant> child, Map<String, Tenant> chosen) {
        Optional<TenantId> parent = child.getValue().parent();
        if (parent.isEmpty() || !isUnchanged(child)) {
            return Optional.empty();
        }
        return chosen.entrySet().stream()
                .filter(other -> inForce.containsKey(other.getKey()) && !isUnchanged(other))
                .filter(other -> inForce.get(other.getKey()).id().equals(parent.get()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private boolean drop(
            String pid, InvalidSettingException reason, Map<String, Tenant> chosen, List<Refusal> refused) {
        Wanted wish = wanted.get(pid);
        Tenant old = inForce.get(pid);
        boolean isOldAlready = chosen.get(pid).equals(old);
        if (wish != null) {
            refused.add(refusal(wish.source, reason));
        }
        if (old == null || isOldAlready) {
            chosen.remove(pid);
        } else {
            chosen.put(pid, old);
        }
        return true;
    }

    /** Those already in force come first, so that a newcomer of the same id is the one refused. */
    private List<Map.Entry<String, Tenant>> inFavourOfTheOld(Map<String, Tenant> chosen) {
        List<Map.Entry<String, Tenant>> ordered = new ArrayList<>(chosen.entrySet());
        ordered.sort((a, b) -> Boolean.compare(holds(b), holds(a)));
        return ordered;
    }

    /** A change is blamed before those who stood soundly until it came. */
    private List<Map.Entry<String, Tenant>> changedFirst(Map<String, Tenant> chosen) {
        return chosen.entrySet().stream()
                .filter(entry -> inForce.containsKey(entry.getKey()))
                .sorted((a, b) -> Boolean.compare(isUnchanged(a), isUnchanged(b)))
                .toList();
    }

    private boolean isUnchanged(Map.Entry<String, Tenant> entry) {
        return entry.getValue().equals(inForce.get(entry.getKey()));
    }

    private boolean holds(Map.Entry<String, Tenant> entry) {
        Tenant old = inForce.get(entry.getKey());
        return old != null && old.id().equals(entry.getValue().id());
    }

    /**
     * A centre whose file is gone goes too, once it is suspended and none stands below it, for a file may be lost by
     * mistake. Until then it stays, and that is told.
     */
    private void dropUnneeded(Map<String, Tenant> chosen, List<Refusal> refused) {
        boolean again = true;
        while (again) {
            again = chosen.entrySet()
                    .removeIf(entry -> !wanted.containsKey(entry.getKey())
                            && entry.getValue().isSuspended()
                            && chosen.values().stream().noneMatch(other -> other.parent()
                                    .filter(entry.getValue().id()::equals)
                                    .isPresent()));
        }
        chosen.forEach((pid, tenant) -> {
            if (!wanted.containsKey(pid)) {
                refused.add(
                        tenant.isSuspended()
                                ? new Refusal(
                                        sources.get(pid),
                                        "id",
                                        LocalizedMessage.of(
                                                TenantConfigSet.class, "removal-waits-for-centres-below", tenant.id()))
                                : refusal(sources.get(pid), stillOpen(tenant.id())));
            }
        });
    }

    private static Refusal refusal(String source, InvalidSettingException reason) {
        return new Refusal(source, reason.key(), reason.message());
    }
}
