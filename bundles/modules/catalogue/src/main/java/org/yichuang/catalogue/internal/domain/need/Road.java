package org.yichuang.catalogue.internal.domain.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.internal.domain.joint.MaterialUnion;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * The whole road to an item: all that has to be had before, one set of materials, and when it can be done at the
 * earliest, where everything that can be done beside each other is.
 *
 * @param goal the item
 * @param steps what is applied for, what is needed before first, the goal last
 * @param elsewhere what is needed of whom this centre does not speak for
 * @param chain the longest chain of items, each of which needs the one before
 * @param circle items each of which needs the next, and the last the first; empty where there is none
 * @param materials what is to be brought, each once
 * @param until the day by which it is done when nothing takes longer than promised
 * @param workingDays how many working days that are from today
 */
public record Road(
        ItemDefinition goal,
        List<Step> steps,
        List<Prerequisite> elsewhere,
        List<ItemDefinition> chain,
        List<ItemDefinition> circle,
        List<Bring> materials,
        LocalDate until,
        int workingDays) {
    /**
     * An application on the road.
     *
     * @param needs the items among the steps whose results it needs
     * @param limit the promise, else what the law allows; null where neither says anything
     */
    public record Step(ItemDefinition item, List<String> needs, LocalDate from, LocalDate until, Limit limit) {}

    /**
     * A material.
     *
     * @param leadsTo the item on the road that leads to it; empty for what is to be brought
     */
    public record Bring(Material material, String leadsTo) {}

    /** Reckons it from a day. */
    public static Road of(ItemDefinition goal, NeedGraph graph, LocalDate today, WorkingCalendar calendar) {
        Map<String, LocalDate> ends = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        MaterialUnion materials = new MaterialUnion(null);
        Map<String, String> results = new HashMap<>();
        for (ItemDefinition item : graph.inOrder()) {
            List<String> needs = graph.needs(item.code()).stream()
                    .map(Prerequisite::code)
                    .filter(ends::containsKey)
                    .distinct()
                    .toList();
            LocalDate from =
                    needs.stream().map(ends::get).max(LocalDate::compareTo).orElse(today);
            Limit limit = item.promisedLimit() == null ? item.statutoryLimit() : item.promisedLimit();
            LocalDate until = limit == null
                    ? from
                    : Deadlines.due(from, limit, List.of(), null, calendar)
                            .due()
                            .orElse(from);
            ends.put(item.code(), until);
            steps.add(new Step(item, needs, from, until, limit));
            materials.add(item.name(), item.materials(), true);
            graph.needs(item.code()).forEach(need -> note(need, ends, results));
        }
        LocalDate last = ends.get(goal.code());
        return new Road(
                goal,
                steps,
                graph.elsewhere(),
                graph.chain(),
                graph.circle(),
                materials.materials().stream()
                        .map(each -> new Bring(each, results.getOrDefault(MaterialUnion.key(each.name()), "")))
                        .toList(),
                last,
                Deadlines.workdaysLeft(today, last, calendar));
    }

    private static void note(Prerequisite need, Map<String, LocalDate> ends, Map<String, String> results) {
        if (ends.containsKey(need.code())) {
            results.put(MaterialUnion.key(need.result()), need.code());
        }
    }

    /** Whether some step has no limit, so that nobody can tell when it ends. */
    public boolean isOpen() {
        return steps.stream().anyMatch(step -> step.limit() == null);
    }
}
