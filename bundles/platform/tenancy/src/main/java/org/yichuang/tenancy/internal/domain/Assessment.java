package org.yichuang.tenancy.internal.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants.Refusal;

/**
 * Decides which centres are in force, looking at all configurations at once, so that the order in which files come does
 * not matter. What breaks a rule is refused; a centre that was in force keeps its old values then.
 */
public final class Assessment {
    private final Map<String, InForce> before;
    private final Map<String, InForce> chosen = new TreeMap<>();
    private final Map<String, InForce> removed = new TreeMap<>();
    private final Map<String, Refusal> refusals = new TreeMap<>();

    /**
     * @param files all configurations, by PID
     * @param before the centres in force, by PID
     */
    public Assessment(Map<String, TenantFile> files, Map<String, InForce> before) {
        this.before = Map.copyOf(before);
        files.forEach(this::choose);
        before.forEach((pid, old) -> {
            if (!files.containsKey(pid)) {
                removed.put(pid, old);
            }
        });
        keepParents();
        for (Optional<Conflict> next = firstConflict(); next.isPresent(); next = firstConflict()) {
            fallBack(next.get());
            keepParents();
        }
    }

    /**
     * A centre and the configuration it comes from.
     *
     * @param source the configuration's name for people
     */
    public record InForce(String source, Tenant tenant) {}

    private record Conflict(String pid, Objection objection) {}

    /** The centres in force, by PID. */
    public Map<String, InForce> inForce() {
        return Map.copyOf(chosen);
    }

    /** What was refused, in the order of the configurations' names. */
    public List<Refusal> refusals() {
        return refusals.values().stream()
                .sorted(Comparator.comparing(Refusal::source))
                .toList();
    }

    private void choose(String pid, TenantFile file) {
        try {
            chosen.put(pid, new InForce(file.source(), TenantForm.read(file.values())));
        } catch (Objection objection) {
            refusals.put(pid, objection.against(file.source()));
            if (before.containsKey(pid)) {
                chosen.put(pid, before.get(pid));
            }
        }
    }

    private void fallBack(Conflict conflict) {
        String pid = conflict.pid;
        refusals.putIfAbsent(pid, conflict.objection.against(chosen.get(pid).source()));
        if (isChanged(pid) && before.containsKey(pid)) {
            chosen.put(pid, before.get(pid));
        } else {
            chosen.remove(pid);
            removed.remove(pid);
        }
    }

    /** A centre whose configuration is gone stays while others stand below it. */
    private void keepParents() {
        boolean again = true;
        while (again) {
            again = false;
            for (Map.Entry<String, InForce> gone : removed.entrySet()) {
                List<String> children = childrenOf(gone.getValue().tenant().id());
                if (!chosen.containsKey(gone.getKey()) && !children.isEmpty() && !isTaken(gone.getValue())) {
                    chosen.put(gone.getKey(), gone.getValue());
                    Objection objection = new Objection(
                            "id",
                            "该中心仍有下级中心（" + String.join("、", children) + "），不能移除",
                            "It cannot be removed while centres stand below it: " + String.join(", ", children));
                    refusals.putIfAbsent(gone.getKey(), objection.against(gone.getValue().source()));
                    again = true;
                }
            }
        }
    }

    private boolean isTaken(InForce gone) {
        return chosen.values().stream().anyMatch(it -> it.tenant().id().equals(gone.tenant().id()));
    }

    private List<String> childrenOf(TenantId id) {
        return tenants().stream()
                .filter(tenant -> tenant.parent().filter(id::equals).isPresent())
                .map(tenant -> tenant.id().value())
                .sorted()
                .toList();
    }

    private Optional<Conflict> firstConflict() {
        Optional<Conflict> duplicate = duplicate();
        if (duplicate.isPresent()) {
            return duplicate;
        }
        Map<TenantId, String> pids = chosen.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getValue().tenant().id(), Map.Entry::getKey));
        return chosen.keySet().stream()
                .map(pid -> cycle(pid, pids).or(() -> besideParent(pid, pids)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Conflict> duplicate() {
        Map<TenantId, List<String>> byId = chosen.keySet().stream()
                .collect(Collectors.groupingBy(pid -> chosen.get(pid).tenant().id(), TreeMap::new, Collectors.toList()));
        return byId.values().stream().filter(pids -> pids.size() > 1).findFirst().map(this::duplicate);
    }

    /** The one that was there first stays: the centre in force, else the first by name. */
    private Conflict duplicate(List<String> pids) {
        Comparator<String> firstComer = Comparator.comparing((String pid) -> !hadSameId(pid))
                .thenComparing(pid -> chosen.get(pid).source());
        List<String> ordered = pids.stream().sorted(firstComer).toList();
        String id = chosen.get(ordered.get(0)).tenant().id().value();
        String holder = chosen.get(ordered.get(0)).source();
        return new Conflict(
                ordered.get(1),
                new Objection(
                        "id",
                        "中心标识 " + id + " 已由 " + holder + " 使用",
                        "The id " + id + " is taken by " + holder));
    }

    private boolean hadSameId(String pid) {
        return before.containsKey(pid)
                && before.get(pid).tenant().id().equals(chosen.get(pid).tenant().id());
    }

    private Optional<Conflict> cycle(String start, Map<TenantId, String> pids) {
        Set<String> met = new LinkedHashSet<>();
        String pid = start;
        while (pid != null && met.add(pid)) {
            pid = chosen.get(pid).tenant().parent().map(pids::get).orElse(null);
        }
        if (!start.equals(pid)) {
            return Optional.empty();
        }
        String path = met.stream().map(it -> chosen.get(it).tenant().id().value()).collect(Collectors.joining(" → "));
        String culprit = met.stream().filter(this::isChanged).findFirst().orElse(start);
        return Optional.of(new Conflict(
                culprit,
                new Objection("parent", "上级关系成环：" + path, "The parents run in a circle: " + path)));
    }

    private Optional<Conflict> besideParent(String pid, Map<TenantId, String> pids) {
        Tenant child = chosen.get(pid).tenant();
        if (child.parent().isEmpty()) {
            return Optional.empty();
        }
        String above = pids.get(child.parent().get());
        if (above == null) {
            return Optional.of(withoutParent(pid, child));
        }
        Tenant parent = chosen.get(above).tenant();
        if (!parent.level().isAbove(child.level())) {
            return Optional.of(new Conflict(
                    culprit(pid, above),
                    new Objection(
                            "level",
                            "中心 " + child.id() + "（" + child.level().chinese() + "）必须低于其上级 " + parent.id() + "（"
                                    + parent.level().chinese() + "）",
                            "The centre " + child.id() + " (" + child.level().key() + ") must stand below its parent "
                                    + parent.id() + " (" + parent.level().key() + ")")));
        }
        if (!parent.division().contains(child.division())) {
            return Optional.of(new Conflict(
                    culprit(pid, above),
                    new Objection(
                            "division",
                            "中心 " + child.id() + " 的行政区划 " + child.division().value() + " 不在其上级 " + parent.id() + " 的 "
                                    + parent.division().value() + " 之内",
                            "The division " + child.division().value() + " of " + child.id() + " does not lie within "
                                    + parent.division().value() + " of its parent " + parent.id())));
        }
        return Optional.empty();
    }

    private Conflict withoutParent(String pid, Tenant child) {
        TenantId parent = child.parent().orElseThrow();
        Optional<String> renamed = chosen.keySet().stream()
                .filter(other -> before.containsKey(other)
                        && before.get(other).tenant().id().equals(parent)
                        && !isChanged(pid))
                .findFirst();
        if (renamed.isPresent()) {
            return new Conflict(
                    renamed.get(),
                    new Objection(
                            "id",
                            "中心 " + child.id() + " 的上级是 " + parent + "，标识不能更改",
                            "The id cannot change: " + child.id() + " stands below " + parent));
        }
        return new Conflict(
                pid,
                new Objection("parent", "上级中心 " + parent + " 不存在", "There is no parent centre " + parent));
    }

    /** Who is to blame: the child, unless it stands as before and its parent has moved. */
    private String culprit(String child, String parent) {
        boolean parentMoved = isChanged(parent) && before.containsKey(parent);
        return parentMoved && !isChanged(child) ? parent : child;
    }

    private boolean isChanged(String pid) {
        return !before.containsKey(pid)
                || !before.get(pid).tenant().equals(chosen.get(pid).tenant());
    }

    private Collection<Tenant> tenants() {
        List<Tenant> tenants = new ArrayList<>();
        chosen.values().forEach(it -> tenants.add(it.tenant()));
        return tenants;
    }
}
