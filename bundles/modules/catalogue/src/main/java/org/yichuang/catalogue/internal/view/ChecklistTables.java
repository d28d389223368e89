package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.Checklists.Delegated;
import org.yichuang.catalogue.internal.Checklists.Delegations;
import org.yichuang.catalogue.internal.Checklists.Service;
import org.yichuang.catalogue.internal.Checklists.Services;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;

/** Usual lists held against what is done, as tables. */
public final class ChecklistTables {
    private ChecklistTables() {}

    /** How many public services have entered. */
    public static List<Fact> facts(Services services, Ui ui) {
        return List.of(
                new Fact(ui.t("entry.due"), ui.text(String.valueOf(services.due()))),
                new Fact(ui.t("entry.entered"), ui.text(String.valueOf(services.actual()))));
    }

    /** The public services. */
    public static Table services(Services services, Ui ui) {
        return new Table(
                ui.t("services.title"),
                List.of(
                        Column.of(ui.t("services.name")),
                        Column.of(ui.t("services.listed")),
                        Column.of(ui.t("item.state"))),
                services.services().stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.name()),
                                ui.text(each.listed().stream()
                                        .map(entry -> entry.name() + " " + entry.code())
                                        .collect(Collectors.joining(ui.t("list.comma")))),
                                ui.badge(each.entered() ? Tone.DONE : Tone.CARE, ui.t(state(each)))))
                        .toList(),
                null,
                ui.t("entry.none"));
    }

    private static String state(Service service) {
        return service.entered()
                ? "services.entered"
                : service.listed().isEmpty() ? "services.unlisted" : "services.outside";
    }

    /** How much of the start list townships do. */
    public static List<Fact> facts(Delegations delegations, Ui ui) {
        return List.of(
                new Fact(
                        ui.t("delegations.lines"),
                        ui.text(String.valueOf(delegations.start().size()))),
                new Fact(ui.t("delegations.begun"), ui.text(String.valueOf(delegations.begun()))));
    }

    /** The start list. */
    public static Table start(Delegations delegations, Ui ui) {
        return new Table(
                ui.t("delegations.start"),
                List.of(
                        Column.of(ui.t("services.name")),
                        Column.of(ui.t("delegations.items")),
                        Column.of(ui.t("item.state"))),
                delegations.start().stream()
                        .map(line -> Table.Row.of(
                                ui.text(line.name()),
                                ui.text(line.delegated().stream()
                                        .map(each -> words(each, ui))
                                        .collect(Collectors.joining(ui.t("list.comma")))),
                                ui.badge(
                                        line.delegated().isEmpty() ? Tone.CARE : Tone.DONE,
                                        ui.t(line.delegated().isEmpty() ? "delegations.open" : "delegations.done"))))
                        .toList(),
                null,
                ui.t("entry.none"));
    }

    private static String words(Delegated delegated, Ui ui) {
        return ui.t(
                "delegations.item",
                delegated.name(),
                delegated.township().map(Tenant::name).orElse(ui.t("delegations.all")),
                acts(delegated, ui));
    }

    private static String acts(Delegated delegated, Ui ui) {
        return delegated.acts().stream()
                .sorted()
                .map(act -> ui.t("stage." + act.toString().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(ui.t("list.comma")));
    }

    /** What townships do besides. */
    public static Table others(Delegations delegations, Ui ui) {
        return new Table(
                ui.t("delegations.others"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("delegations.township")),
                        Column.of(ui.t("delegations.acts"))),
                delegations.others().stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.name()),
                                ui.text(each.code()),
                                ui.text(each.township().map(Tenant::name).orElse(ui.t("delegations.all"))),
                                ui.text(acts(each, ui))))
                        .toList(),
                null,
                ui.t("delegations.none"));
    }
}
