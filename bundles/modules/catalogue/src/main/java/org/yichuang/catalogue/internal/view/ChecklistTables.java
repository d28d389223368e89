package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.Checklists.Delegated;
import org.yichuang.catalogue.internal.Checklists.Delegations;
import org.yichuang.catalogue.internal.Checklists.PreReviews;
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
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                ui.t("delegations.lines"),
                ui.text(String.valueOf(delegations.start().size()))));
        facts.add(new Fact(ui.t("delegations.begun"), ui.text(String.valueOf(delegations.begun()))));
        if (!delegations.elsewhere().isEmpty()) {
            String names = String.join(ui.t("list.comma"), delegations.elsewhere());
            facts.add(new Fact(ui.t("delegations.elsewhere"), ui.text(names)));
        }
        if (!delegations.isWhole()) {
            facts.add(new Fact(ui.t("delegations.looked"), ui.text(ui.t("delegations.part"))));
        }
        return facts;
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
        return ui.t("delegations.item", delegated.name(), who(delegated, ui), acts(delegated, ui));
    }

    /** A township, or all of those below a centre. */
    private static String who(Delegated delegated, Ui ui) {
        return delegated
                .township()
                .map(Tenant::name)
                .or(() -> delegated.owner().map(centre -> ui.t("delegations.all-of", centre.name())))
                .orElse(ui.t("delegations.all"));
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
                                ui.text(who(each, ui)),
                                ui.text(acts(each, ui))))
                        .toList(),
                null,
                ui.t("delegations.none"));
    }

    /** How many items can be pre-reviewed online. */
    public static List<Fact> preReviewed(List<PreReviews> departments, Ui ui) {
        int items = departments.stream().mapToInt(PreReviews::items).sum();
        int preReviewed = departments.stream().mapToInt(PreReviews::preReviewed).sum();
        long having =
                departments.stream().filter(each -> each.preReviewed() > 0).count();
        return List.of(
                new Fact(ui.t("pre-reviews.items"), ui.text(String.valueOf(items))),
                new Fact(ui.t("pre-reviews.reviewed"), ui.text(String.valueOf(preReviewed))),
                new Fact(ui.t("pre-reviews.departments"), ui.text(ui.t("pre-reviews.of", having, departments.size()))));
    }

    /** The same by department. */
    public static Table preReviews(List<PreReviews> departments, Ui ui) {
        return new Table(
                ui.t("pre-reviews.by-department"),
                List.of(
                        Column.of(ui.t("item.department")),
                        Column.of(ui.t("pre-reviews.items")),
                        Column.of(ui.t("pre-reviews.reviewed"))),
                departments.stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.department()),
                                ui.text(String.valueOf(each.items())),
                                ui.text(String.valueOf(each.preReviewed()))))
                        .toList(),
                null,
                ui.t("entry.none"));
    }
}
