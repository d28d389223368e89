package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.ReviewRounds.Comparison;
import org.yichuang.catalogue.internal.domain.round.ApprovalLevels;
import org.yichuang.catalogue.internal.domain.round.Percent;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.domain.round.RoundTotals;
import org.yichuang.catalogue.internal.domain.round.RoundView;
import org.yichuang.catalogue.internal.domain.round.SpeedUp;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** Review rounds as tables. */
public final class RoundTables {
    private static final List<RoundOutcome> OUTCOMES = List.of(RoundOutcome.values());

    private RoundTables() {}

    /**
     * An item in the form of a new round.
     *
     * @param hidden what is posted unchanged, by name
     */
    public record Row(String code, String name, List<String[]> hidden, List<Field> fields) {}

    /** The fields of an item. */
    public static Row row(RoundItem item, int index, Ui ui) {
        String path = "items[" + index + "].";
        List<Field.Option> outcomes = Arrays.stream(RoundOutcome.values())
                .map(outcome -> new Field.Option(outcome.key(), ui.localize(outcome.label())))
                .toList();
        return new Row(
                item.code(),
                item.name(),
                List.of(
                        new String[] {path + "code", item.code()},
                        new String[] {path + "name", item.name()},
                        new String[] {
                            path + "type",
                            item.type() == null ? "" : item.type().code()
                        }),
                List.of(
                        Field.select(path + "outcome", ui.t("round.outcome"), outcomes)
                                .value(item.outcome().key())
                                .required(),
                        Field.text(path + "reason", ui.t("round.reason"))
                                .value(item.reason())
                                .maxLength(500)
                                .conditionallyRequired(),
                        days(path + "statutoryDays", "item.statutory", item.statutoryDays(), ui),
                        days(path + "promisedDays", "item.promised", item.promisedDays(), ui),
                        days(path + "approvalLevels", "item.approval", item.approvalLevels(), ui)));
    }

    private static Field days(String name, String label, Integer days, Ui ui) {
        return Field.of(Field.Kind.NUMBER, name, ui.t(label)).value(days).small();
    }

    /** The rounds, each with what it adds up to. */
    public static Table rounds(Page<RoundView> page, Ui ui) {
        List<Column> columns = List.of(
                Column.of(ui.t("round.name")),
                Column.of(ui.t("round.date")),
                Column.number(ui.t("round.before")),
                Column.number(ui.t("round.remaining")),
                Column.number(ui.t("round.reduced")),
                Column.number(ui.t("item.statutory")),
                Column.number(ui.t("item.promised")),
                Column.number(ui.t("round.cut")),
                Column.number(ui.t("round.speed-up")));
        return new Table(
                ui.t("rounds.title"),
                columns,
                page.items().stream().map(round -> row(round, ui)).toList(),
                page.next(),
                ui.t("rounds.none"));
    }

    private static Table.Row row(RoundView round, Ui ui) {
        RoundTotals totals = round.totals();
        SpeedUp gain = totals.againstLaw();
        return Table.Row.of(
                ui.link(
                        "/catalogue/rounds/" + round.id(),
                        round.isTakenBack() ? ui.t("round.taken-back.mark", round.name()) : round.name()),
                ui.text(ui.date(round.heldOn())),
                ui.text(String.valueOf(totals.before())),
                ui.text(String.valueOf(totals.remaining())),
                ui.text(percent(Percent.of(totals.reduced(), totals.before()), ui)),
                ui.text(String.valueOf(totals.statutoryDays())),
                ui.text(String.valueOf(totals.promisedDays())),
                ui.text(String.valueOf(gain.daysCut())),
                ui.text(percent(gain.percent(), ui)));
    }

    /** The figures of a round. */
    public static List<Fact> facts(Comparison comparison, Ui ui) {
        RoundView round = comparison.round();
        RoundTotals totals = round.totals();
        List<Fact> facts = new ArrayList<>();
        fact(facts, "round.date", ui.date(round.heldOn()), ui);
        fact(facts, "round.before", ui.t("round.of-items", totals.before()), ui);
        fact(facts, "round.remaining", ui.t("round.of-items", totals.remaining()), ui);
        fact(facts, "round.reduced", percent(Percent.of(totals.reduced(), totals.before()), ui), ui);
        fact(facts, "round.statutory", ui.t("round.days", totals.statutoryDays()), ui);
        fact(facts, "round.promised", ui.t("round.days", totals.promisedDays()), ui);
        if (totals.unlimited() > 0) {
            fact(
                    facts,
                    "round.unlimited",
                    ui.t("round.unlimited.of", totals.unlimited(), totals.promisedUnlimited()),
                    ui);
        }
        fact(facts, "round.against-law", gain(totals.againstLaw(), ui), ui);
        if (comparison.levels().items() > 0) {
            fact(facts, "round.levels", levels(comparison.levels(), ui), ui);
        }
        comparison.against().ifPresent(earlier -> {
            String label = ui.t("round.against-earlier", earlier.name());
            facts.add(new Fact(label, ui.text(gain(comparison.speedUp().orElseThrow(), ui))));
            if (comparison.commonItems() > 0) {
                facts.add(new Fact(
                        ui.t("round.common", comparison.commonItems()),
                        ui.text(gain(comparison.common().orElseThrow(), ui))));
            }
            if (comparison.before().items() > 0) {
                String change =
                        ui.t("round.levels.change", levels(comparison.before(), ui), levels(comparison.now(), ui));
                fact(facts, "round.levels.common", change, ui);
            }
        });
        return facts;
    }

    private static void fact(List<Fact> facts, String label, String value, Ui ui) {
        facts.add(new Fact(ui.t(label), ui.text(value)));
    }

    private static String levels(ApprovalLevels levels, Ui ui) {
        return ui.t(
                "round.levels.of",
                levels.levels(),
                levels.items(),
                levels.mean().map(BigDecimal::toPlainString).orElse("–"));
    }

    private static String gain(SpeedUp gain, Ui ui) {
        return ui.t("round.gain", gain.from(), gain.to(), gain.daysCut(), percent(gain.percent(), ui));
    }

    /** Outcomes by type, with a line for all. */
    public static Table types(RoundView round, Ui ui) {
        List<RoundOutcome> shown =
                OUTCOMES.stream().filter(each -> round.totals().count(each) > 0).toList();
        List<Column> columns = new ArrayList<>(List.of(Column.of(ui.t("item.type"))));
        shown.forEach(outcome -> columns.add(Column.number(ui.localize(outcome.label()))));
        for (String heading : List.of("item.statutory", "item.promised", "round.cut", "round.speed-up")) {
            columns.add(Column.number(ui.t(heading)));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (ItemType type : round.totals().types()) {
            String name = type == null ? ui.t("round.type-untold") : ui.localize(type.label());
            rows.add(line(name, round.totals().of(type), shown, ui));
        }
        rows.add(line(ui.t("round.all"), round.totals(), shown, ui));
        return new Table(ui.t("round.types"), columns, rows, null, ui.t("rounds.none"));
    }

    private static Table.Row line(String name, RoundTotals totals, List<RoundOutcome> shown, Ui ui) {
        List<Content> cells = new ArrayList<>(List.of(ui.text(name)));
        shown.forEach(outcome -> cells.add(ui.text(String.valueOf(totals.count(outcome)))));
        SpeedUp gain = totals.againstLaw();
        cells.add(ui.text(String.valueOf(totals.statutoryDays())));
        cells.add(ui.text(String.valueOf(totals.promisedDays())));
        cells.add(ui.text(String.valueOf(gain.daysCut())));
        cells.add(ui.text(percent(gain.percent(), ui)));
        return new Table.Row(cells);
    }

    /** What a round decided about each item. */
    public static Table items(Page<RoundItem> page, Ui ui) {
        return new Table(
                ui.t("round.items"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.type")),
                        Column.of(ui.t("round.outcome")),
                        Column.number(ui.t("item.statutory")),
                        Column.number(ui.t("item.promised")),
                        Column.of(ui.t("round.reason"))),
                page.items().stream().map(item -> row(item, ui)).toList(),
                page.next(),
                ui.t("round.items.none"));
    }

    private static Table.Row row(RoundItem item, Ui ui) {
        return Table.Row.of(
                ui.text(item.name().isEmpty() ? item.code() : item.name()),
                ui.text(item.code()),
                ui.text(item.type() == null ? "" : ui.localize(item.type().label())),
                ui.badge(
                        item.outcome().isRemaining() ? Tone.DONE : Tone.CARE,
                        ui.localize(item.outcome().label())),
                ui.text(item.statutoryDays() == null ? ui.t("guide.no-limit") : String.valueOf(item.statutoryDays())),
                ui.text(item.promisedDays() == null ? ui.t("guide.no-promise") : String.valueOf(item.promisedDays())),
                ui.text(item.reason()));
    }

    /** A share in per cent with two decimals; of nothing there is none. */
    public static String percent(Optional<BigDecimal> percent, Ui ui) {
        return percent.map(value -> value.toPlainString() + "%").orElseGet(() -> ui.t("round.no-share"));
    }
}
