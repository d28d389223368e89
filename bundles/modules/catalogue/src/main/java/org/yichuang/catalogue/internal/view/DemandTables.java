package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.Demands.Entry;
import org.yichuang.catalogue.internal.domain.demand.ListedDemand;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** What may be demanded, as a table and as a form. */
public final class DemandTables {
    private DemandTables() {}

    /**
     * What may be demanded.
     *
     * @param keeper the centre whose entries lead to their forms; null where nobody may change them
     */
    public static Table entries(Page<Entry> page, TenantId keeper, Ui ui) {
        return new Table(
                ui.t("demand.list"),
                List.of(
                        Column.of(ui.t("demand.name")),
                        Column.of(ui.t("demand.kind")),
                        Column.of(ui.t("demand.code")),
                        Column.of(ui.t("demand.basis")),
                        Column.of(ui.t("demand.issuer")),
                        Column.of(ui.t("demand.centre"))),
                page.items().stream()
                        .map(entry -> Table.Row.of(
                                name(entry, keeper, ui),
                                ui.text(ui.localize(entry.demand().kind().label())),
                                ui.text(entry.demand().code()),
                                ui.text(entry.demand().basis()),
                                ui.text(entry.demand().issuer()),
                                ui.text(entry.centre().name())))
                        .toList(),
                page.next(),
                ui.t("demand.none"));
    }

    private static Content name(Entry entry, TenantId keeper, Ui ui) {
        return entry.centre().id().equals(keeper)
                ? ui.link(
                        "/catalogue/demands?entry="
                                + URLEncoder.encode(entry.demand().code(), StandardCharsets.UTF_8),
                        entry.demand().name())
                : ui.text(entry.demand().name());
    }

    /** The form of an entry that is to be changed. */
    public static ChangedEntry changed(ListedDemand.View entry, Ui ui) {
        return new ChangedEntry(
                entry.code(),
                entry.revision(),
                fields(entry.kind().name(), entry.name(), entry.issuer(), entry.basis(), ui));
    }

    /**
     * The form of an entry that comes again, with what was typed; beside it stands what a colleague has made of the
     * entry since, if one has.
     *
     * @param seen in which state the entry was when the form was opened
     */
    public static ChangedEntry again(ListedDemand.View entry, long seen, Ui ui) {
        ChangedEntry opened = changed(entry, ui);
        return new ChangedEntry(
                entry.code(), entry.revision(), opened.fields(), entry.revision() == seen ? List.of() : of(entry, ui));
    }

    private static List<Fact> of(ListedDemand.View entry, Ui ui) {
        return List.of(
                new Fact(ui.t("demand.kind"), ui.text(ui.localize(entry.kind().label()))),
                new Fact(ui.t("demand.name"), ui.text(entry.name())),
                new Fact(ui.t("demand.issuer"), ui.text(entry.issuer())),
                new Fact(ui.t("demand.basis"), ui.text(entry.basis())));
    }

    /**
     * The form of a new entry.
     *
     * @param code which stands in it already; of an entry that a colleague has taken off meanwhile
     */
    public static ChangedEntry added(String code, Ui ui) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("code", ui.t("demand.code"))
                .maxLength(40)
                .value(code)
                .required());
        fields.addAll(fields("", "", "", "", ui));
        return new ChangedEntry("", 0, fields);
    }

    private static List<Field> fields(String kind, String name, String issuer, String basis, Ui ui) {
        return List.of(
                Field.select(
                                "kind",
                                ui.t("demand.kind"),
                                Arrays.stream(Demand.Kind.values())
                                        .map(each -> new Option(each.name(), ui.localize(each.label())))
                                        .toList())
                        .value(kind)
                        .required(),
                Field.text("name", ui.t("demand.name"))
                        .maxLength(200)
                        .value(name)
                        .required(),
                Field.text("issuer", ui.t("demand.issuer"))
                        .maxLength(200)
                        .value(issuer)
                        .required(),
                Field.area("basis", ui.t("demand.basis"))
                        .maxLength(1000)
                        .value(basis)
                        .required());
    }
}
