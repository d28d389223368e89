package org.yichuang.windows.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** A figure whose rows are few enough to be looked at one by one. */
class ListedIndicator implements Indicator, GroupedKeys {
    private final IndicatorDefinition definition;
    private final Rows rows;

    ListedIndicator(IndicatorDefinition definition, Rows rows) {
        this.definition = definition;
        this.rows = rows;
    }

    /** Where its rows come from. */
    @FunctionalInterface
    interface Rows {
        List<Line> of(Period period, UnitOfWork unit);
    }

    /** What a row is of: as a scope names it, and as people call it. */
    record Part(String key, LocalizedMessage name) {
        static Part of(String name) {
            return new Part(name, LocalizedMessage.verbatim(name));
        }
    }

    /**
     * A row.
     *
     * @param path the page of what it is about; empty for none
     * @param many for how many it stands
     * @param of what it is of, for each of the dimensions
     */
    record Line(String key, String path, boolean counted, long many, Map<Dimension, Part> of, List<Object> cells) {
        /** One that stands for itself. */
        Line(String key, String path, boolean counted, Map<Dimension, Part> of, List<Object> cells) {
            this(key, path, counted, 1, of, cells);
        }

        /** What it is of in a dimension, as a scope names it. */
        private String value(Dimension by) {
            return of.get(by).key();
        }
    }

    @Override
    public IndicatorDefinition definition() {
        return definition;
    }

    private List<Line> lines(Scope scope, UnitOfWork unit) {
        return rows.of(scope.period(), unit).stream()
                .filter(line -> definition.dimensions().stream()
                        .allMatch(
                                by -> scope.only(by).isEmpty() || scope.only(by).contains(line.value(by))))
                .sorted(Comparator.comparing(Line::key))
                .toList();
    }

    private Fraction fraction(List<Line> lines) {
        long counted =
                lines.stream().filter(Line::counted).mapToLong(Line::many).sum();
        return definition.kind() == Kind.COUNT
                ? Fraction.of(counted)
                : new Fraction(counted, lines.stream().mapToLong(Line::many).sum());
    }

    @Override
    public Fraction count(Scope scope, UnitOfWork unit) {
        return fraction(lines(scope, unit));
    }

    @Override
    public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
        Map<String, List<Line>> parts =
                lines(scope, unit).stream().collect(Collectors.groupingBy(line -> line.value(by)));
        return parts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Line>> part) ->
                                -part.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(part -> new Group(
                        part.getKey(), part.getValue().get(0).of().get(by).name(), fraction(part.getValue())))
                .toList();
    }

    @Override
    public Map<String, List<String>> keys(Dimension by, Scope scope, UnitOfWork unit) {
        return lines(scope, unit).stream()
                .collect(Collectors.groupingBy(
                        line -> line.value(by), Collectors.mapping(Line::key, Collectors.toList())));
    }

    @Override
    public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
        return lines(scope, unit).stream()
                .filter(line -> line.key().compareTo(after) > 0)
                .limit(most)
                .map(line -> new Row(line.key(), line.path(), line.counted(), line.cells()))
                .toList();
    }
}
