package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.need.NeedGraph;
import org.yichuang.catalogue.internal.domain.need.Road;
import org.yichuang.catalogue.internal.domain.need.Road.Bring;
import org.yichuang.catalogue.internal.domain.need.Road.Step;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** The road to an item, as tables. */
public final class RoadTables {
    private RoadTables() {}

    /** How long it is. */
    public static List<Fact> facts(Road road, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return List.of(
                new Fact(words.say("road.until"), ui.text(until(road, ui))),
                new Fact(
                        words.say("road.count"),
                        ui.text(String.valueOf(road.steps().size()))),
                new Fact(words.say("road.chain"), ui.text(chain(road))));
    }

    private static String until(Road road, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return words.say(road.isOpen() ? "road.open" : "road.earliest", ui.date(road.until()), road.workingDays());
    }

    /** The longest chain, what is needed first at its beginning. */
    public static String chain(Road road) {
        return road.chain().stream().map(ItemDefinition::name).collect(Collectors.joining(" → "));
    }

    /** A circle in words. */
    public static String circle(Road road, Ui ui) {
        return ui.localize(NeedGraph.words(road.circle()));
    }

    /** What is applied for, one after the other. */
    public static Table steps(Road road, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return new Table(
                words.say("road.steps"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.department")),
                        Column.of(words.say("road.needs")),
                        Column.of(ui.t("item.promised")),
                        Column.of(words.say("road.step-until")),
                        Column.of(ui.t("item.fee"))),
                road.steps().stream().map(step -> row(step, road, ui)).toList(),
                null,
                words.say("road.none"));
    }

    private static Table.Row row(Step step, Road road, Ui ui) {
        String needs =
                step.needs().stream().map(code -> name(code, road)).collect(Collectors.joining(ui.t("list.comma")));
        return Table.Row.of(
                ui.link("/items/" + step.item().code(), step.item().name()),
                ui.text(step.item().department()),
                ui.text(needs),
                ui.text(
                        step.limit() == null
                                ? ui.t("guide.no-limit")
                                : ui.localize(step.limit().label())),
                ui.text(step.limit() == null ? "" : ui.date(step.until())),
                ui.text(
                        step.item().fee().isEmpty()
                                ? ui.t("guide.fee-untold")
                                : step.item().fee()));
    }

    private static String name(String code, Road road) {
        return road.steps().stream()
                .map(Step::item)
                .filter(item -> item.code().equals(code))
                .map(ItemDefinition::name)
                .findFirst()
                .orElse(code);
    }

    /** What is needed of others. */
    public static Table elsewhere(Road road, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return new Table(
                words.say("road.elsewhere"),
                List.of(
                        Column.of(ui.t("item.result")),
                        Column.of(words.say("road.organ")),
                        Column.of(words.say("road.reason"))),
                road.elsewhere().stream()
                        .map(each ->
                                Table.Row.of(ui.text(each.result()), ui.text(each.organ()), ui.text(each.reason())))
                        .toList(),
                null,
                words.say("road.none"));
    }

    /** What is to be brought, each once. */
    public static Table materials(Road road, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return new Table(
                words.say("road.materials"),
                List.of(
                        Column.of(ui.t("material.name")),
                        Column.of(ui.t("material.required")),
                        Column.of(ui.t("material.form")),
                        Column.number(ui.t("material.copies")),
                        Column.of(words.say("road.leads-to"))),
                road.materials().stream().map(bring -> row(bring, road, ui)).toList(),
                null,
                ui.t("guide.none"));
    }

    private static Table.Row row(Bring bring, Road road, Ui ui) {
        return Table.Row.of(
                ui.text(bring.material().name()),
                ui.text(ui.t(bring.material().required() ? "material.must" : "material.may")),
                ui.text(bring.material().form()),
                ui.text(String.valueOf(bring.material().copies())),
                ui.text(
                        bring.leadsTo().isEmpty()
                                ? ""
                                : new ViewWords(ui).say("road.from", name(bring.leadsTo(), road))));
    }
}
