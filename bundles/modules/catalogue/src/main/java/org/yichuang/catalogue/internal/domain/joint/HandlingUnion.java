package org.yichuang.catalogue.internal.domain.joint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/**
 * How a bundle is handled: it asks no less of an applicant than each of its members, and no more of them than the most
 * demanding one.
 */
final class HandlingUnion {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 100;

    private HandlingUnion() {}

    /** Puts it together of the members' items. */
    static Handling of(List<ItemDefinition> items) {
        return new Handling(
                inPerson(items),
                !items.isEmpty()
                        && items.stream().allMatch(item -> item.handling().onlinePreReview()),
                visits(items),
                correctionDays(items),
                null,
                steps(items));
    }

    /**
     * The steps of all. What is called alike and is not the same, in time, fee or basis, is told with the member whose
     * step it is.
     */
    private static List<SpecialStep> steps(List<ItemDefinition> items) {
        Map<String, Set<SpecialStep>> byName = new HashMap<>();
        items.forEach(item -> item.handling().specialSteps().forEach(step -> byName.computeIfAbsent(
                        step.name(), name -> new HashSet<>())
                .add(step)));
        Map<String, SpecialStep> steps = new LinkedHashMap<>();
        for (ItemDefinition item : items) {
            for (SpecialStep step : item.handling().specialSteps()) {
                String name = byName.get(step.name()).size() == 1
                        ? step.name()
                        : TextRules.first(ofMember(item, step.name()), LONGEST_NAME);
                steps.putIfAbsent(
                        name,
                        new SpecialStep(
                                name, step.limit(), step.basis(), step.charged(), step.feeBasis(), step.counted()));
            }
        }
        return List.copyOf(steps.values());
    }

    private static String ofMember(ItemDefinition item, String text) {
        return LocalizedMessage.of(HandlingUnion.class, "text.of-member", item.name(), text)
                .zh();
    }

    private static InPerson inPerson(List<ItemDefinition> items) {
        boolean isRequired =
                items.stream().anyMatch(item -> item.handling().inPerson().required());
        return isRequired
                ? new InPerson(
                        true, lines(items, item -> item.handling().inPerson().reason()))
                : InPerson.NO;
    }

    /** As often as the member that asks for most visits; untold where one does not tell. */
    private static Visits visits(List<ItemDefinition> items) {
        List<Visits> told = items.stream()
                .map(item -> item.handling().visits())
                .filter(Objects::nonNull)
                .toList();
        if (items.isEmpty() || told.size() < items.size()) {
            return null;
        }
        return new Visits(
                told.stream().mapToInt(Visits::number).max().orElseThrow(),
                lines(items, item -> item.handling().visits().reason()),
                lines(items, item -> item.handling().visits().basis()));
    }

    /** The longest; none where a member sets none. */
    private static Integer correctionDays(List<ItemDefinition> items) {
        List<Integer> days = items.stream()
                .map(item -> item.handling().correctionDays())
                .filter(Objects::nonNull)
                .toList();
        return days.size() < items.size()
                ? null
                : days.stream().max(Integer::compare).orElse(null);
    }

    private static String lines(List<ItemDefinition> items, Function<ItemDefinition, String> text) {
        List<String> lines = items.stream()
                .filter(item -> !text.apply(item).isBlank())
                .map(item -> ofMember(item, text.apply(item)))
                .toList();
        return TextRules.first(String.join("\n", lines), LONGEST_TEXT);
    }
}
