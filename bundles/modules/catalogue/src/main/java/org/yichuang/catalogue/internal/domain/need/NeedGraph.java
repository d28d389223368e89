package org.yichuang.catalogue.internal.domain.need;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * All that is needed before an item, and before that, and so on (M-CAT-3). The members of a bundle are handled beside
 * each other: what they need of each other is no prerequisite of the bundle, what else they need is.
 */
public final class NeedGraph {
    /** More items than this are not followed. */
    public static final int MOST_ITEMS = 300;

    private final String goal;
    private final Function<String, Optional<ItemDefinition>> offered;
    private final Map<String, ItemDefinition> underWay = new LinkedHashMap<>();
    private final Map<String, ItemDefinition> done = new LinkedHashMap<>();
    private final Map<String, List<Prerequisite>> needs = new HashMap<>();
    private final Map<String, List<ItemDefinition>> chains = new HashMap<>();
    private final List<Prerequisite> elsewhere = new ArrayList<>();
    private List<ItemDefinition> circle = List.of();
    private boolean closed;

    private NeedGraph(String goal, Function<String, Optional<ItemDefinition>> offered) {
        this.goal = goal;
        this.offered = offered;
    }

    /** @param offered what a centre offers under a code, if anything */
    public static NeedGraph of(ItemDefinition goal, Function<String, Optional<ItemDefinition>> offered) {
        NeedGraph graph = new NeedGraph(goal.code(), offered);
        graph.visit(goal);
        return graph;
    }

    private void visit(ItemDefinition item) {
        List<Prerequisite> wanted = needsOf(item);
        needs.put(item.code(), wanted);
        underWay.put(item.code(), item);
        List<ItemDefinition> longest = List.of();
        for (Prerequisite need : wanted) {
            List<ItemDefinition> chain = follow(need);
            longest = chain.size() > longest.size() ? chain : longest;
        }
        underWay.remove(item.code());
        done.put(item.code(), item);
        List<ItemDefinition> chain = new ArrayList<>(longest);
        chain.add(item);
        chains.put(item.code(), chain);
    }

    /** The longest chain that ends with the item that a prerequisite names; none where no such item is offered. */
    private List<ItemDefinition> follow(Prerequisite need) {
        if (underWay.containsKey(need.code())) {
            note(need.code());
            return List.of();
        }
        if (!done.containsKey(need.code())) {
            Optional<ItemDefinition> item = need.code().isEmpty() || done.size() + underWay.size() >= MOST_ITEMS
                    ? Optional.empty()
                    : offered.apply(need.code());
            if (item.isEmpty()) {
                elsewhere.add(need);
                return List.of();
            }
            visit(item.get());
        }
        return chains.get(need.code());
    }

    /** A circle that the goal itself stands in counts more than one farther down. */
    private void note(String code) {
        if (closed || !circle.isEmpty() && !code.equals(goal)) {
            return;
        }
        List<ItemDefinition> found = new ArrayList<>();
        underWay.forEach((each, item) -> {
            if (each.equals(code) || !found.isEmpty()) {
                found.add(item);
            }
        });
        circle = List.copyOf(found);
        closed = code.equals(goal);
    }

    private List<Prerequisite> needsOf(ItemDefinition item) {
        if (!item.bundled()) {
            return item.prerequisites();
        }
        Set<String> members = item.joint().members().stream()
                .map(JointMember::item)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        List<Prerequisite> all = new ArrayList<>(item.prerequisites());
        for (String member : members.stream().sorted().toList()) {
            offered.apply(member).map(ItemDefinition::prerequisites).orElse(List.of()).stream()
                    .filter(need -> !members.contains(need.code()) && !all.contains(need))
                    .forEach(all::add);
        }
        return all;
    }

    /** The items, what is needed before first, the goal last. */
    public List<ItemDefinition> inOrder() {
        return List.copyOf(done.values());
    }

    /** What an item needs. */
    public List<Prerequisite> needs(String code) {
        return needs.get(code);
    }

    /** What is needed of whom no catalogue knows, or that this centre does not offer. */
    public List<Prerequisite> elsewhere() {
        return elsewhere.stream().distinct().toList();
    }

    /** The longest chain of items, each of which needs the one before; the goal is the last. */
    public List<ItemDefinition> chain() {
        return chains.get(goal);
    }

    /** Items each of which needs the next, and the last the first; empty where there is no circle. */
    public List<ItemDefinition> circle() {
        return circle;
    }

    /** Why the goal cannot be published: it would have to wait for itself. */
    public Problems problems() {
        Problems problems = new Problems();
        problems.when(closed, "prerequisites", LocalizedMessage.of(NeedGraph.class, "needs.circle", words(circle)));
        return problems;
    }

    /** A circle in words: every item with its department, and the first once more. */
    public static LocalizedMessage words(List<ItemDefinition> circle) {
        List<ItemDefinition> round = new ArrayList<>(circle);
        circle.stream().findFirst().ifPresent(round::add);
        return LocalizedMessage.verbatim(round.stream()
                .map(item -> LocalizedMessage.of(NeedGraph.class, "needs.item", item.name(), item.department())
                        .zh())
                .collect(Collectors.joining(" → ")));
    }
}
