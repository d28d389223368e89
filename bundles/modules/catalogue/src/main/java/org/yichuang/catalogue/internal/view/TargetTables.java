package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.catalogue.internal.CompressionTargets.Report;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking.Ranked;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Targets of compression and what has been reached, as tables. */
public final class TargetTables {
    private TargetTables() {}

    /** The target, this centre, and all below together. */
    public static List<Fact> facts(Report report, Ui ui) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                ui.t("target.holding"),
                ui.text(report.target()
                        .map(each -> ui.t(
                                "target.of",
                                each.target().percent(),
                                each.setBy().name(),
                                each.target().document()))
                        .orElse(ui.t("target.none")))));
        facts.add(new Fact(ui.t("target.own"), ui.text(cut(report.own(), ui))));
        if (!report.centres().isEmpty()) {
            facts.add(new Fact(
                    ui.t("target.reached"),
                    ui.text(ui.t(
                            "target.centres", report.reached(), report.centres().size()))));
            facts.add(new Fact(
                    ui.t("target.sum"),
                    ui.text(RoundTables.percent(
                            TargetRanking.sum(report.centres()).percent(), ui))));
            facts.add(new Fact(
                    ui.t("target.mean"), ui.text(RoundTables.percent(TargetRanking.mean(report.centres()), ui))));
        }
        return facts;
    }

    private static String cut(Ranked ranked, Ui ui) {
        return ranked.gain() == null
                ? ui.t("target.no-round")
                : ui.t(
                        "target.cut",
                        ranked.gain().from(),
                        ranked.gain().to(),
                        RoundTables.percent(ranked.gain().percent(), ui));
    }

    /** The centres below, level by level, the best first. */
    public static Table centres(Report report, Tenants tenants, Ui ui) {
        return new Table(
                ui.t("target.title"),
                List.of(
                        Column.of(ui.t("entry.centre")),
                        Column.of(ui.t("item.level")),
                        Column.number(ui.t("entry.rank")),
                        Column.of(ui.t("target.gain")),
                        Column.of(ui.t("target.is-reached"))),
                report.centres().stream()
                        .map(ranked -> row(
                                ranked,
                                tenants.get(ranked.centre()),
                                report.target().isPresent(),
                                ui))
                        .toList(),
                null,
                ui.t("target.nobody-below"));
    }

    private static Table.Row row(Ranked ranked, Tenant centre, boolean isSet, Ui ui) {
        return Table.Row.of(
                ui.text(centre.name()),
                ui.text(ui.t("level." + centre.level().key())),
                ui.text(ranked.rank() == 0 ? "–" : String.valueOf(ranked.rank())),
                ui.text(cut(ranked, ui)),
                isSet
                        ? ui.badge(
                                ranked.reached() ? Tone.DONE : Tone.CARE,
                                ui.t(ranked.reached() ? "target.yes" : "target.no"))
                        : ui.text("–"));
    }
}
