package org.yichuang.catalogue.internal.view;

import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.Demands.Entry;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** What may be demanded, as a table and as a form. */
public final class DemandTables {
    private DemandTables() {}

    /** The entries of one kind. */
    public static Table entries(Demand.Kind kind, List<Entry> entries, Ui ui) {
        return new Table(
                ui.localize(kind.label()),
                List.of(
                        Column.of(ui.t("demand.name")),
                        Column.of(ui.t("demand.code")),
                        Column.of(ui.t("demand.basis")),
                        Column.of(ui.t("demand.issuer")),
                        Column.of(ui.t("demand.centre"))),
                entries.stream()
                        .filter(entry -> entry.demand().kind() == kind)
                        .map(entry -> Table.Row.of(
                                ui.text(entry.demand().name()),
                                ui.text(entry.demand().code()),
                                ui.text(entry.demand().basis()),
                                ui.text(entry.demand().issuer()),
                                ui.text(entry.centre().name())))
                        .toList(),
                null,
                ui.t("demand.none"));
    }

    /** The form of an entry. */
    public static List<Field> fields(Ui ui) {
        return List.of(
                Field.text("code", ui.t("demand.code")).maxLength(40).required(),
                Field.select(
                                "kind",
                                ui.t("demand.kind"),
                                Arrays.stream(Demand.Kind.values())
                                        .map(kind -> new Option(kind.name(), ui.localize(kind.label())))
                                        .toList())
                        .required(),
                Field.text("name", ui.t("demand.name")).maxLength(200).required(),
                Field.text("issuer", ui.t("demand.issuer")).maxLength(200).required(),
                Field.area("basis", ui.t("demand.basis")).maxLength(1000).required());
    }
}
