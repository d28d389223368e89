package org.yichuang.cases.internal.rest;

import java.util.List;
import org.yichuang.cases.api.GateFact;

/**
 * What a gate wants to know with a command.
 *
 * @param name its name in {@code facts}
 * @param zh what people call it
 * @param en the same in English
 * @param required whether the command is refused without it
 * @param choices what is chosen among; empty where it is a line of text
 */
public record FactView(String name, String zh, String en, boolean required, List<ChoiceView> choices) {
    /** What may be chosen: what is said, and what people call it. */
    public record ChoiceView(String value, String zh, String en) {}

    static FactView of(GateFact fact) {
        List<ChoiceView> choices = fact.choices().stream()
                .map(choice -> new ChoiceView(
                        choice.value(), choice.label().zh(), choice.label().en()))
                .toList();
        return new FactView(fact.name(), fact.label().zh(), fact.label().en(), fact.required(), choices);
    }
}
