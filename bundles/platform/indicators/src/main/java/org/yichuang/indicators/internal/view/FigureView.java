package org.yichuang.indicators.internal.view;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Plot;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** A figure as people read it. */
public final class FigureView {
    /** What stands for the value of a quotient of nothing. */
    private static final String NOTHING = "—";

    private final IndicatorReport report;
    private final IndicatorDefinition definition;
    private final Dimension by;
    private final Ui ui;

    public FigureView(IndicatorReport report, Ui ui) {
        this(report, null, ui);
    }

    /** The same, taken apart by a dimension, or by none. */
    public FigureView(IndicatorReport report, Dimension by, Ui ui) {
        this.report = report;
        this.by = by;
        this.definition = report.definition();
        this.ui = ui;
    }

    /** What it is called. */
    public String name() {
        return ui.localize(definition.name());
    }

    /** Its value with its unit. */
    public String value() {
        return shown(report.value());
    }

    /** The days that it is of, or the day on which it is so. */
    public String period() {
        LocalDate to = report.scope().period().to();
        return definition.present()
                ? ui.t("indicators.asof", ui.date(to))
                : ui.date(report.scope().period().from()) + " – " + ui.date(to);
    }

    /** What is known about it. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("indicators.formula", ui.localize(definition.formula())));
        facts.add(fact("indicators.period", period()));
        report.scope()
                .only()
                .forEach((dimension, only) -> facts.add(new Fact(
                        ui.localize(dimension.name()), ui.text(String.join(ui.t("list.comma"), new TreeSet<>(only))))));
        facts.add(fact("indicators.as-of", ui.moment(report.asOf())));
        if (isQuotient()) {
            facts.add(fact("indicators.fraction", fraction(report.fraction())));
        }
        if (!definition.present()) {
            facts.add(fact("indicators.last-year", shown(report.valueLastYear())));
            facts.add(fact("indicators.change", change()));
        }
        facts.add(new Fact(ui.t("indicators.target"), target()));
        return facts;
    }

    private String change() {
        String change = report.change().map(FigureView::signed).orElse(NOTHING);
        return report.changePercent()
                .map(percent -> change + "（" + signed(percent) + "%）")
                .orElse(change);
    }

    private Content target() {
        Target target = definition.target();
        if (!target.isSet()) {
            return ui.text(ui.t("indicators.no-target"));
        }
        String words = (target.atLeast() ? "≥ " : "≤ ")
                + shown(Optional.of(target.value()))
                + report.shareOfTarget()
                        .map(share -> ui.t("indicators.share", share.toPlainString()))
                        .orElse("");
        return report.isTargetReached()
                .map(reached -> ui.badge(reached ? Tone.DONE : Tone.WRONG, words))
                .orElseGet(() -> ui.text(words));
    }

    /**
     * A part of it.
     *
     * @param name what it is called
     * @param value its value with its unit
     * @param fraction numerator and denominator; empty for what is no quotient
     */
    public record Part(String name, String value, String fraction) {}

    /** Its parts; none when it was not taken apart. */
    public List<Part> parts() {
        return report.groups().stream()
                .map(group -> new Part(
                        ui.localize(group.name()),
                        shown(report.value(group.fraction())),
                        isQuotient() ? fraction(group.fraction()) : ""))
                .toList();
    }

    /** Whether there are smaller parts that are not shown. */
    public boolean isCut() {
        return report.cut();
    }

    /** Whether it is one number through another. */
    public boolean isQuotient() {
        return definition.kind() == Kind.RATE || definition.kind() == Kind.MEAN;
    }

    private static String fraction(Fraction of) {
        return of.numerator() + " ÷ " + of.denominator();
    }

    /** Its days or months, drawn, also those in which nothing was; null when it was not taken apart by them. */
    public Plot plot() {
        boolean isByTime = Dimension.DAY.equals(by) || Dimension.MONTH.equals(by);
        if (!isByTime || definition.kind() != Kind.COUNT && definition.kind() != Kind.SUM) {
            return null;
        }
        Map<String, Long> counts = report.groups().stream()
                .collect(Collectors.toMap(Group::key, group -> group.fraction().numerator()));
        Period period = report.scope().period();
        List<String> times = period.from()
                .datesUntil(period.to().plusDays(1))
                .map(day -> Dimension.DAY.equals(by)
                        ? day.toString()
                        : YearMonth.from(day).toString())
                .distinct()
                .toList();
        List<Long> values =
                times.stream().map(time -> counts.getOrDefault(time, 0L)).toList();
        return new Plot(name(), ui.localize(by.name()), times, List.of(new Plot.Series(name(), values)));
    }

    /** What its rows show. */
    public List<String> columns() {
        return definition.columns().stream().map(ui::localize).toList();
    }

    /** Its rows. */
    public Table rows(List<Row> rows, String next) {
        List<Table.Column> columns = new ArrayList<>();
        columns().forEach(column -> columns.add(Table.Column.of(column)));
        if (isQuotient()) {
            columns.add(Table.Column.of(ui.t("indicators.counted")));
        }
        List<Table.Row> shown = rows.stream().map(this::row).toList();
        return new Table(ui.t("indicators.rows"), columns, shown, next, ui.t("indicators.none"));
    }

    private Table.Row row(Row row) {
        List<Content> cells = new ArrayList<>();
        for (Object cell : row.cells()) {
            String words = cell(cell);
            cells.add(cells.isEmpty() && !row.path().isEmpty() ? ui.link(row.path(), words) : ui.text(words));
        }
        if (isQuotient()) {
            cells.add(ui.badge(
                    row.counted() ? Tone.DONE : Tone.CARE, ui.t(row.counted() ? "indicators.yes" : "indicators.no")));
        }
        return new Table.Row(cells);
    }

    private String cell(Object cell) {
        if (cell instanceof LocalizedMessage words) {
            return ui.localize(words);
        }
        if (cell instanceof LocalDate day) {
            return ui.date(day);
        }
        if (cell instanceof Instant moment) {
            return ui.date(moment.atZone(CallContext.ZONE).toLocalDate());
        }
        return cell == null ? "" : cell.toString();
    }

    private String shown(Optional<BigDecimal> value) {
        if (value.isEmpty()) {
            return NOTHING;
        }
        if (definition.kind() == Kind.MONEY) {
            return ui.money(new Money(value.get().longValueExact()));
        }
        String number = value.get().toPlainString();
        String unit = ui.localize(definition.unit());
        boolean isRate = definition.kind() == Kind.RATE || definition.kind() == Kind.MEAN_OF_RATES;
        return isRate || unit.isEmpty() ? number + unit : number + " " + unit;
    }

    private static String signed(BigDecimal number) {
        return number.signum() > 0 ? "+" + number.toPlainString() : number.toPlainString();
    }

    private Fact fact(String key, String words) {
        return new Fact(ui.t(key), ui.text(words));
    }
}
