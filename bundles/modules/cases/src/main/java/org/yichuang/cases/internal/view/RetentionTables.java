package org.yichuang.cases.internal.view;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.cases.internal.RetentionViews.DueView;
import org.yichuang.cases.internal.RetentionViews.HoldView;
import org.yichuang.cases.internal.RetentionViews.RemovalSummary;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.cases.internal.domain.RemovalContent.Fate;
import org.yichuang.cases.internal.domain.RemovalState;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** What is kept for its years, and then no longer, as tables. */
public final class RetentionTables {
    private RetentionTables() {}

    /** The cases whose years have passed. */
    public static Table due(Page<DueView> page, Ui ui) {
        return new Table(
                ui.t("retention.title"),
                List.of(
                        Column.of(ui.t("retention.number")),
                        Column.of(ui.t("retention.item")),
                        Column.of(ui.t("retention.received")),
                        Column.of(ui.t("retention.over")),
                        Column.of(ui.t("retention.until")),
                        Column.of(ui.t("retention.outcome")),
                        Column.of(ui.t("retention.holds"))),
                page.items().stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.number()),
                                ui.text(each.itemName()),
                                ui.text(ui.date(each.receivedOn())),
                                ui.text(each.over() == null ? "" : ui.date(each.over())),
                                ui.text(
                                        each.keptUntil() == null
                                                ? ui.t("retention.permanent")
                                                : ui.date(each.keptUntil())),
                                ui.text(ui.localize(each.outcome().label())),
                                each.holds().isEmpty()
                                        ? ui.badge(Tone.DONE, ui.t("retention.free"))
                                        : ui.text(holds(each.holds(), ui))))
                        .toList(),
                page.next(),
                ui.t("retention.none"));
    }

    private static String holds(Collection<RetentionHold> holds, Ui ui) {
        return holds.stream().map(each -> ui.localize(each.label())).collect(Collectors.joining(ui.t("retention.and")));
    }

    /** What was proposed. */
    public static Table removals(Page<RemovalSummary> page, Ui ui) {
        return new Table(
                ui.t("removals.title"),
                List.of(
                        Column.of(ui.t("removals.proposed")),
                        Column.of(ui.t("removals.by")),
                        Column.of(ui.t("removals.state")),
                        Column.of(ui.t("removals.answered-by")),
                        Column.number(ui.t("removals.cases")),
                        Column.number(ui.t("removals.removed")),
                        Column.number(ui.t("removals.kept"))),
                page.items().stream()
                        .map(each -> Table.Row.of(
                                ui.link("/retention/removals/" + each.id(), ui.moment(each.proposedAt())),
                                ui.text(each.proposedBy()),
                                ui.badge(
                                        tone(each.state()),
                                        ui.localize(each.state().label())),
                                ui.text(each.answeredBy()),
                                ui.text(String.valueOf(each.counts().cases())),
                                ui.text(String.valueOf(each.counts().removed())),
                                ui.text(String.valueOf(each.counts().kept()))))
                        .toList(),
                page.next(),
                ui.t("removals.none"));
    }

    /** How a proposal stands, as a colour. */
    public static Tone tone(RemovalState state) {
        return switch (state) {
            case PROPOSED -> Tone.INFO;
            case CONFIRMED -> Tone.CARE;
            default -> Tone.DONE;
        };
    }

    /** The cases of a proposal. */
    public static Table cases(RemovalView view, Ui ui) {
        return new Table(
                ui.t("removals.cases"),
                List.of(
                        Column.of(ui.t("retention.number")),
                        Column.of(ui.t("retention.item")),
                        Column.of(ui.t("retention.received")),
                        Column.of(ui.t("retention.over")),
                        Column.of(ui.t("retention.until")),
                        Column.of(ui.t("retention.outcome")),
                        Column.of(ui.t("removals.fate"))),
                view.cases().stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.number()),
                                ui.text(each.itemName()),
                                ui.text(ui.date(each.receivedOn())),
                                ui.text(ui.date(each.over())),
                                ui.text(ui.date(each.keptUntil())),
                                ui.text(ui.localize(each.outcome().label())),
                                ui.text(fate(each.fate(), each.holds(), ui))))
                        .toList(),
                null,
                "");
    }

    private static String fate(Fate fate, Collection<RetentionHold> holds, Ui ui) {
        if (fate == null) {
            return ui.t("removals.waits");
        }
        String word = ui.t("removals.fate." + fate.name());
        return holds.isEmpty() ? word : ui.t("removals.fate.because", word, holds(holds, ui));
    }

    /** The cases that are held. */
    public static Table holds(Page<HoldView> page, Ui ui) {
        return new Table(
                ui.t("holds.title"),
                List.of(
                        Column.of(ui.t("retention.number")),
                        Column.of(ui.t("holds.basis")),
                        Column.of(ui.t("holds.by")),
                        Column.of(ui.t("holds.since"))),
                page.items().stream()
                        .map(each -> Table.Row.of(
                                ui.link("/retention/holds/" + each.number(), each.number()),
                                ui.text(each.basis()),
                                ui.text(each.setBy()),
                                ui.text(ui.date(each.setOn()))))
                        .toList(),
                page.next(),
                ui.t("holds.none"));
    }
}
