package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.catalogue.internal.HallEntries.Rates;
import org.yichuang.catalogue.internal.domain.entry.EntryCounts;
import org.yichuang.catalogue.internal.domain.entry.EntryRanking.Ranked;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.tenancy.api.Tenants;

/** What a hall should take in, as tables. */
public final class EntryTables {
    private EntryTables() {}

    /** The rates of a centre and of all below it. */
    public static List<Fact> facts(Rates rates, Ui ui) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("entry.own", rates.own(), ui));
        if (rates.own().verticalDue() > 0) {
            facts.add(new Fact(
                    ui.t("entry.vertical"),
                    ui.text(ui.t(
                            "entry.of",
                            rates.own().verticalEntered(),
                            rates.own().verticalDue()))));
        }
        if (rates.basic().due() > 0) {
            facts.add(new Fact(
                    ui.t("entry.basic"),
                    ui.text(ui.t(
                            "entry.basic.of",
                            rates.basic().implemented(),
                            rates.basic().due(),
                            rates.basic().missing()))));
        }
        if (!rates.below().equals(EntryCounts.NONE)) {
            facts.add(fact("entry.below", rates.below(), ui));
            facts.add(fact("entry.total", rates.own().plus(rates.below()), ui));
        }
        return facts;
    }

    private static Fact fact(String label, EntryCounts counts, Ui ui) {
        return new Fact(ui.t(label), ui.text(rate(counts, ui)));
    }

    private static String rate(EntryCounts counts, Ui ui) {
        return ui.t(
                "entry.rate-of",
                counts.entered(),
                counts.due(),
                RoundTables.percent(counts.rate(), ui),
                counts.exempt(),
                counts.takenBack());
    }

    /** The centres below, level by level, the best first. */
    public static Table centres(Rates rates, Tenants tenants, Ui ui) {
        return new Table(
                ui.t("entry.ranking"),
                List.of(
                        Column.of(ui.t("entry.centre")),
                        Column.of(ui.t("item.level")),
                        Column.number(ui.t("entry.rank")),
                        Column.number(ui.t("entry.entered")),
                        Column.number(ui.t("entry.due")),
                        Column.number(ui.t("entry.rate")),
                        Column.number(ui.t("entry.mistakes"))),
                rates.centres().stream()
                        .flatMap(ranked -> tenants.find(ranked.centre()).stream()
                                .map(centre -> row(
                                        ranked, centre.name(), centre.level().key(), ui)))
                        .toList(),
                null,
                ui.t("entry.ranking.none"));
    }

    private static Table.Row row(Ranked ranked, String name, String level, Ui ui) {
        return Table.Row.of(
                ui.text(name),
                ui.text(ui.t("level." + level)),
                ui.text(ranked.rank() == 0 ? "–" : String.valueOf(ranked.rank())),
                ui.text(String.valueOf(ranked.counts().entered())),
                ui.text(String.valueOf(ranked.counts().due())),
                ui.text(RoundTables.percent(ranked.counts().rate(), ui)),
                ui.text(String.valueOf(ranked.counts().takenBack())));
    }

    /** The items. */
    public static Table entries(Page<EntryView> page, Ui ui) {
        return new Table(
                ui.t("entry.items"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.department")),
                        Column.of(ui.t("item.state")),
                        Column.of(ui.t("entry.since"))),
                page.items().stream()
                        .map(entry -> Table.Row.of(
                                ui.link("/catalogue/entries/" + entry.code(), entry.name()),
                                ui.text(entry.code()),
                                ui.text(entry.department() + (entry.vertical() ? ui.t("entry.vertical.mark") : "")),
                                ui.badge(
                                        tone(entry.state()),
                                        ui.localize(entry.state().label())),
                                ui.text(ui.date(entry.since()))))
                        .toList(),
                page.next(),
                ui.t("entry.none"));
    }

    private static Tone tone(EntryState state) {
        return switch (state) {
            case ENTERED -> Tone.DONE;
            case OUTSIDE -> Tone.CARE;
            case EXEMPT, TAKEN_BACK -> Tone.INFO;
        };
    }

    /** An item. */
    public static List<Fact> facts(EntryView entry, Ui ui) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(ui.t("item.code"), ui.text(entry.code())));
        facts.add(new Fact(ui.t("item.department"), ui.text(entry.department())));
        facts.add(new Fact(ui.t("entry.vertical.is"), ui.text(ui.t(entry.vertical() ? "entry.yes" : "entry.no"))));
        facts.add(new Fact(
                ui.t("item.state"),
                ui.badge(tone(entry.state()), ui.localize(entry.state().label()))));
        facts.add(new Fact(ui.t("entry.since"), ui.text(ui.date(entry.since()))));
        if (!entry.document().isEmpty()) {
            facts.add(new Fact(ui.t("entry.decided-by"), ui.text(entry.decidedBy() + " " + entry.document())));
            facts.add(new Fact(ui.t("entry.decided-on"), ui.text(ui.date(entry.decidedOn()))));
            facts.add(new Fact(ui.t("entry.reason"), ui.text(entry.reason())));
        }
        if (!entry.opinionOf().isEmpty()) {
            facts.add(new Fact(ui.t("entry.opinion-of"), ui.text(entry.opinionOf() + " " + entry.opinionDocument())));
        }
        return facts;
    }
}
