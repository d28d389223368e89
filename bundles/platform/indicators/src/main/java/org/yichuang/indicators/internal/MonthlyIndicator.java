package org.yichuang.indicators.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** A figure that a module tells apart by days, told apart by months too: each is counted as a period of its own. */
final class MonthlyIndicator implements Indicator {
    private final Indicator daily;
    private final IndicatorDefinition definition;

    private MonthlyIndicator(Indicator daily, IndicatorDefinition definition) {
        this.daily = daily;
        this.definition = definition;
    }

    /** The same figure, by months where it is told apart by days. */
    static Indicator of(Indicator indicator) {
        IndicatorDefinition of = indicator.definition();
        if (!of.dimensions().contains(Dimension.DAY)) {
            return indicator;
        }
        Set<Dimension> dimensions = new LinkedHashSet<>(of.dimensions());
        dimensions.add(Dimension.MONTH);
        return new MonthlyIndicator(
                indicator,
                new IndicatorDefinition(
                        of.id(),
                        of.name(),
                        of.formula(),
                        of.kind(),
                        of.unit(),
                        of.decimals(),
                        of.present(),
                        dimensions,
                        of.columns(),
                        of.target()));
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return daily.count(scope, unit);
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        return by.equals(Dimension.MONTH) ? months(scope, unit) : daily.groups(by, scope, most, unit);
    }

    private List<Group> months(Scope scope, UnitOfWork unit) {
        List<Group> groups = new ArrayList<>();
        LocalDate last = scope.period().to();
        for (LocalDate from = scope.period().from();
                !from.isAfter(last);
                from = end(from).plusDays(1)) {
            LocalDate to = end(from).isBefore(last) ? end(from) : last;
            Fraction found = daily.count(scope.in(new Period(from, to)), unit);
            boolean isThere = definition.kind().isQuotient() ? found.denominator() != 0 : found.numerator() != 0;
            if (isThere) {
                String month = YearMonth.from(from).toString();
                groups.add(new Group(month, LocalizedMessage.verbatim(month), found));
            }
        }
        return groups;
    }

    private static LocalDate end(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return daily.rows(scope, after, most, unit);
    }
}
