package org.yichuang.indicators.internal.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorReport;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is answered about figures, as JSON. */
public final class IndicatorAnswers {
    private IndicatorAnswers() {}

    /** All figures, in {@code items} like every list. */
    public record All(List<Definition> items) {}

    /** What a figure is. */
    public record Definition(
            String id,
            String module,
            BilingualText name,
            BilingualText formula,
            String kind,
            BilingualText unit,
            int decimals,
            boolean present,
            List<String> dimensions,
            BigDecimal target) {
        static Definition of(IndicatorDefinition of) {
            return new Definition(
                    of.id(),
                    of.module(),
                    BilingualText.of(of.name()),
                    BilingualText.of(of.formula()),
                    of.kind().name(),
                    BilingualText.of(of.unit()),
                    of.decimals(),
                    of.present(),
                    of.dimensions().stream().map(Dimension::word).sorted().toList(),
                    of.target().value());
        }
    }

    /**
     * A figure.
     *
     * @param value null where the denominator is 0
     * @param cut whether there are smaller groups that are not among them
     */
    public record Value(
            String id,
            BigDecimal value,
            long numerator,
            long denominator,
            BilingualText formula,
            BilingualText unit,
            LocalDate from,
            LocalDate to,
            Map<String, Set<String>> only,
            Instant asOf,
            BigDecimal lastYear,
            BigDecimal change,
            BigDecimal changePercent,
            BigDecimal target,
            BigDecimal shareOfTarget,
            List<Part> groups,
            boolean cut) {
        static Value of(IndicatorReport report) {
            IndicatorDefinition definition = report.definition();
            Map<String, Set<String>> only = new TreeMap<>();
            report.scope().only().forEach((dimension, values) -> only.put(dimension.word(), new TreeSet<>(values)));
            return new Value(
                    definition.id(),
                    report.value().orElse(null),
                    report.fraction().numerator(),
                    report.fraction().denominator(),
                    BilingualText.of(definition.formula()),
                    BilingualText.of(definition.unit()),
                    report.scope().period().from(),
                    report.scope().period().to(),
                    only,
                    report.asOf(),
                    report.valueLastYear().orElse(null),
                    report.change().orElse(null),
                    report.changePercent().orElse(null),
                    definition.target().value(),
                    report.shareOfTarget().orElse(null),
                    report.groups().stream()
                            .map(group -> new Part(
                                    group.key(),
                                    BilingualText.of(group.name()),
                                    report.value(group.fraction()).orElse(null),
                                    group.fraction().numerator(),
                                    group.fraction().denominator()))
                            .toList(),
                    report.cut());
        }
    }

    /** A part of a figure. */
    public record Part(String key, BilingualText name, BigDecimal value, long numerator, long denominator) {}

    /** A row behind a figure; {@code counted} tells whether it is in the numerator too. */
    public record Behind(String key, boolean counted, List<Object> cells) {
        static Behind of(Row row) {
            return new Behind(
                    row.key(),
                    row.counted(),
                    row.cells().stream().map(Behind::cell).collect(Collectors.toCollection(ArrayList::new)));
        }

        private static Object cell(Object shown) {
            return shown instanceof LocalizedMessage words ? BilingualText.of(words) : shown;
        }
    }
}
