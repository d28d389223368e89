package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.CleanUp.Flagged;
import org.yichuang.catalogue.internal.domain.check.LimitCounts;
import org.yichuang.catalogue.internal.domain.check.LimitFinding;
import org.yichuang.catalogue.internal.domain.check.Severity;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** Checks of a catalogue as tables. */
public final class CheckTables {
    private CheckTables() {}

    /** What the limits add up to. */
    public static List<Fact> facts(LimitCounts counts, Ui ui) {
        return List.of(
                new Fact(ui.t("compression.items"), ui.text(ui.t("round.of-items", counts.items()))),
                new Fact(
                        ui.t("compression.short", counts.policy().longDays()),
                        ui.text(ui.t(
                                "compression.share",
                                counts.shortItems(),
                                RoundTables.percent(counts.shortShare(), ui)))),
                new Fact(ui.t("compression.instant"), ui.text(ui.t("round.of-items", counts.instantItems()))),
                new Fact(
                        ui.t("compression.breaches"),
                        ui.text(ui.t(
                                "compression.breaches.of",
                                counts.count(Severity.HARD),
                                counts.count(Severity.ADVICE),
                                counts.count(Severity.PRINCIPLE),
                                counts.excepted()))));
    }

    /** The limits that should be shorter. */
    public static Table findings(Page<LimitFinding> page, Ui ui) {
        return new Table(
                ui.t("compression.title"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("compression.rule")),
                        Column.of(ui.t("compression.severity")),
                        Column.of(ui.t("compression.finding"))),
                page.items().stream()
                        .map(finding -> Table.Row.of(
                                ui.text(finding.name().isEmpty() ? finding.code() : finding.name()),
                                ui.text(finding.code()),
                                ui.text(ui.localize(finding.rule().label())),
                                finding.excepted()
                                        ? ui.badge(Tone.INFO, ui.t("compression.excepted"))
                                        : ui.badge(
                                                finding.severity() == Severity.HARD ? Tone.WRONG : Tone.CARE,
                                                ui.localize(finding.severity().label())),
                                ui.text(ui.localize(finding.message()))))
                        .toList(),
                page.next(),
                ui.t("compression.none"));
    }

    /** The clean-up flags. */
    public static Table flags(Page<Flagged> page, Ui ui) {
        return new Table(
                ui.t("cleanup.title"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("cleanup.flag")),
                        Column.of(ui.t("cleanup.finding")),
                        Column.of(ui.t("cleanup.outcome")),
                        Column.of(ui.t("cleanup.since"))),
                page.items().stream()
                        .map(flagged -> Table.Row.of(
                                ui.text(flagged.name()),
                                ui.text(flagged.code()),
                                ui.text(ui.localize(flagged.flag().label())),
                                ui.text(ui.localize(flagged.finding())),
                                ui.text(flagged.proposed().stream()
                                        .map(outcome -> ui.localize(outcome.label()))
                                        .collect(Collectors.joining(ui.t("list.comma")))),
                                ui.text(flagged.raisedOn() == null ? "" : ui.date(flagged.raisedOn()))))
                        .toList(),
                page.next(),
                ui.t("cleanup.none"));
    }
}
