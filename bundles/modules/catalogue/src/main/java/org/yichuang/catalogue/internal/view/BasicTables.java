package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.BasicCatalogue.Listed;
import org.yichuang.catalogue.internal.BasicCatalogue.Standing;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** The basic catalogue, and how far a centre is with it, as tables. */
public final class BasicTables {
    private static final int MOST_SHOWN = 200;

    private BasicTables() {}

    /** How far the centre is. */
    public static List<Fact> facts(Standing standing, Ui ui) {
        return List.of(
                new Fact(ui.t("basic.due"), ui.text(String.valueOf(standing.due()))),
                new Fact(ui.t("basic.implemented"), ui.text(String.valueOf(standing.implemented()))),
                new Fact(
                        ui.t("basic.missing"),
                        ui.text(String.valueOf(standing.missing().size()))),
                new Fact(
                        ui.t("basic.unnamed"),
                        ui.text(String.valueOf(standing.unnamed().size()))));
    }

    /** Which items there are. */
    public static Table entries(Page<Listed> page, Ui ui) {
        return table(ui.t("basic.title"), page.items(), page.next(), ui.t("basic.none"), ui);
    }

    /** Which of them the centre does not publish. */
    public static Table missing(Standing standing, Ui ui) {
        return table(
                ui.t("basic.missing"),
                standing.missing().stream().limit(MOST_SHOWN).toList(),
                null,
                ui.t("basic.missing.none"),
                ui);
    }

    private static Table table(String caption, List<Listed> rows, String next, String none, Ui ui) {
        return new Table(
                caption,
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.type")),
                        Column.of(ui.t("item.basis")),
                        Column.of(ui.t("basic.levels")),
                        Column.of(ui.t("basic.centre"))),
                rows.stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.item().name()),
                                ui.text(each.item().code()),
                                ui.text(ui.localize(each.item().type().label())),
                                ui.text(each.item().basis()),
                                ui.text(each.item().levels().stream()
                                        .map(level -> ui.t("level." + level.key()))
                                        .collect(Collectors.joining(ui.t("list.comma")))),
                                ui.text(each.centre().name())))
                        .toList(),
                next,
                none);
    }

    /** What the centre publishes and no basic catalogue names. */
    public static Table unnamed(Standing standing, Ui ui) {
        return new Table(
                ui.t("basic.unnamed"),
                List.of(Column.of(ui.t("item.name")), Column.of(ui.t("item.code"))),
                standing.unnamed().stream()
                        .limit(MOST_SHOWN)
                        .map(ref ->
                                Table.Row.of(ui.link("/editor/items/" + ref.code(), ref.name()), ui.text(ref.code())))
                        .toList(),
                null,
                ui.t("basic.unnamed.none"));
    }
}
