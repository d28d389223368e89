package org.yichuang.tenancy.internal.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;

/**
 * All configurations as they are wanted, and what of them is in force. Files come in any order and one at a time, so the
 * whole set is weighed on each change: what does not fit falls back to the values it had in force, or waits outside.
 */
public final class Configurations {
    private final Map<String, Wanted> wanted = new TreeMap<>();
    private final Map<String, Tenant> inForce = new HashMap<>();
    private List<Refusal> refusals = List.of();

    private record Wanted(String source, Map<String, String> values) {}

    /** Takes a new or changed configuration. */
    public void put(String pid, String source, Map<String, String> values) {
        wanted.put(pid, new Wanted(source, Map.copyOf(values)));
        weigh();
    }

    /** Takes a configuration away; a centre that others stand on stays until they are gone. */
    public void remove(String pid) {
        wanted.remove(pid);
        weigh();
    }

    /** What is refused at present. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** The tree in force. */
    public TenantTree tree() {
        return TenantTree.of(List.copyOf(inForce.values()));
    }

    /** The configuration that sets a centre. */
    public Optional<String> pidOf(TenantId id) {
        return inForce.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The values as the file says them. */
    public Map<String, String> values(String pid) {
        return wanted.get(pid).values();
    }

    private void weigh() {
        List<Refusal> refused = new ArrayList<>();
        Map<String, Tenant> chosen = new TreeMap<>();
        wanted.forEach((pid, wish) -> {
            try {
                chosen.put(pid, TenantSettings.read(wish.values()));
            } catch (Refused reason) {
                refused.add(refusal(wish.source(), reason));
                keepOld(pid, chosen);
            }
        });
        inForce.keySet().stream().filter(pid -> !wanted.containsKey(pid)).forEach(pid -> keepOld(pid, chosen));
        while (dropOneMisfit(chosen, refused)) {
            continue;
        }
        dropUnneeded(chosen, refused);
        inForce.clear();
        inForce.putAll(chosen);
        refusals = List.copyOf(refused);
    }

    private void keepOld(String pid, Map<String, Tenant> chosen) {
        if (inForce.containsKey(pid)) {
            chosen.put(pid, inForce.get(pid));
        }
    }

    /** Finds one configuration that does not fit and puts its old values back, or takes it out. */
    private boolean dropOneMisfit(Map<String, Tenant> chosen, List<Refusal> refused) {
        Map<TenantId, Tenant> others = new HashMap<>();
        for (Map.Entry<String, Tenant> entry : inFavourOfTheOld(chosen)) {
            Tenant first = others.putIfAbsent(entry.getValue().id(), entry.getValue());
            if (first != null) {
                Refused reason = new Refused(
                        "id",
                        "标识“" + first.id() + "”已被另一个配置使用",
                        "'" + first.id() + "' is used by another configuration");
                return drop(entry.getKey(), reason, chosen, refused);
            }
        }
        for (Map.Entry<String, Tenant> entry : newcomersFirst(chosen)) {
            Optional<Refused> fault = TenantTree.fault(entry.getValue(), others);
            if (fault.isPresent()) {
                return drop(entry.getKey(), fault.get(), chosen, refused);
            }
        }
        return false;
    }

    private boolean drop(String pid, Refused reason, Map<String, Tenant> chosen, List<Refusal> refused) {
        Wanted wish = wanted.get(pid);
        Tenant old = inForce.get(pid);
        boolean isOldAlready = chosen.get(pid).equals(old);
        if (wish != null && refused.stream().noneMatch(earlier -> earlier.source().equals(wish.source()))) {
            refused.add(refusal(wish.source(), reason));
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
    private List<Map.Entry<String, Tenant>> newcomersFirst(Map<String, Tenant> chosen) {
        List<Map.Entry<String, Tenant>> ordered = new ArrayList<>(chosen.entrySet());
        ordered.sort((a, b) -> Boolean.compare(isUnchanged(a), isUnchanged(b)));
        return ordered;
    }

    private boolean isUnchanged(Map.Entry<String, Tenant> entry) {
        return entry.getValue().equals(inForce.get(entry.getKey()));
    }

    private boolean holds(Map.Entry<String, Tenant> entry) {
        Tenant old = inForce.get(entry.getKey());
        return old != null && old.id().equals(entry.getValue().id());
    }

    /** A centre whose file is gone stays only while another stands below it, and that is told. */
    private void dropUnneeded(Map<String, Tenant> chosen, List<Refusal> refused) {
        boolean again = true;
        while (again) {
            again = chosen.entrySet().removeIf(entry -> !wanted.containsKey(entry.getKey())
                    && chosen.values().stream()
                            .noneMatch(other ->
                                    other.parent().filter(entry.getValue().id()::equals).isPresent()));
        }
        chosen.forEach((pid, tenant) -> {
            if (!wanted.containsKey(pid)) {
                refused.add(new Refusal(
                        pid,
                        "id",
                        "中心“" + tenant.id() + "”还有下级中心，配置删除暂不生效",
                        "centre '" + tenant.id() + "' still has centres below it: its removal waits"));
            }
        });
    }

    private static Refusal refusal(String source, Refused reason) {
        return new Refusal(source, reason.key(), reason.zh(), reason.en());
    }
}
