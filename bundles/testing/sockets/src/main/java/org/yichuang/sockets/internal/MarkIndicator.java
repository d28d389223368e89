package org.yichuang.sockets.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** The marks of a period, each of them a row that can be looked at. */
public class MarkIndicator implements IndicatorProvider, Indicator {
    static final String ID = "sockets.marks";

    private final MarkRows rows;

    public MarkIndicator(MarkRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Indicator> indicators() {
        return List.of(this, new LengthIndicator(rows));
    }

    @Override
    public IndicatorDefinition definition() {
        return IndicatorDefinition.count(
                ID,
                words("indicator.name"),
                words("indicator.formula"),
                words("indicator.unit"),
                Set.of(),
                List.of(words("indicator.subject"), words("indicator.day")));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(MarkIndicator.class, key);
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return Fraction.of(rows.marked(
                scope.period().from().toString(), scope.period().to().toString(), unit));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        return List.of();
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        String from = scope.period().from().toString();
        String to = scope.period().to().toString();
        return rows.marked(from, to, after, most, unit).stream()
                .map(mark -> new Row(mark.id, "", true, List.of(mark.subject, mark.day)))
                .toList();
    }
}
