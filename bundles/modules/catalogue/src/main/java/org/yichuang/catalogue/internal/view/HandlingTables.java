package org.yichuang.catalogue.internal.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** How an item is handled, as its guide shows it. */
public final class HandlingTables {
    private HandlingTables() {}

    /** What is said of it; nothing that is usual. */
    public static List<Fact> facts(ItemDefinition item, Ui ui) {
        Handling handling = item.handling();
        Locale locale = ui.locale();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("item.hall-kinds", HandlingWords.kinds(item, locale));
        told.put("item.visits", HandlingWords.visits(handling.visits(), locale));
        told.put("item.in-person", HandlingWords.inPerson(handling.inPerson(), locale));
        told.put("item.pre-review", HandlingWords.preReview(handling, locale));
        told.put("item.registration", HandlingWords.registration(handling, locale));
        told.put("item.correction", HandlingWords.correction(handling, locale));
        told.put("item.delegation", HandlingWords.delegation(handling.delegation(), locale));
        return told.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Fact(ui.t(each.getKey()), ui.paragraphs(each.getValue())))
                .toList();
    }

    /** The steps that take time and money of their own. */
    public static Table steps(List<SpecialStep> steps, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return new Table(
                ui.t("item.steps"),
                List.of(
                        Column.of(words.say("handling.step.name")),
                        Column.of(words.say("handling.step.time")),
                        Column.of(words.say("handling.step.in-limit")),
                        Column.of(words.say("handling.step.fee")),
                        Column.of(words.say("handling.step.basis"))),
                steps.stream().map(step -> row(step, ui)).toList(),
                null,
                ui.t("guide.none"));
    }

    private static Table.Row row(SpecialStep step, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return Table.Row.of(
                ui.text(step.name()),
                ui.text(
                        step.limit() == null
                                ? words.say("handling.step.time-untold")
                                : ui.localize(step.limit().label())),
                ui.text(words.say(step.counted() ? "handling.step.counted" : "handling.step.not-counted")),
                ui.text(ui.localize(HandlingWords.fee(step))),
                ui.text(step.basis()));
    }
}
