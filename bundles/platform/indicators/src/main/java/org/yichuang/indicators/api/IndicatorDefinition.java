package org.yichuang.indicators.api;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a figure is; the same for all centres but for its target.
 *
 * @param id its name for ever, beginning with its module's word, e.g. {@code cases.on-time}
 * @param name what people call it
 * @param formula what is counted, in words, exactly
 * @param kind how the value comes of numerator and denominator
 * @param unit of the value, e.g. 件; of a rate per cent, of an amount yuan
 * @param decimals of the value, 0 for counts
 * @param present whether it counts what is the case now, whatever the period, and so has no same period last year
 * @param dimensions what it can be taken apart by
 * @param columns what its rows show, one for each cell
 * @param target where and how it has a target
 */
public record IndicatorDefinition(
        String id,
        LocalizedMessage name,
        LocalizedMessage formula,
        Kind kind,
        LocalizedMessage unit,
        int decimals,
        boolean present,
        Set<Dimension> dimensions,
        List<LocalizedMessage> columns,
        Target target) {
    public IndicatorDefinition {
        dimensions = Set.copyOf(dimensions);
        columns = List.copyOf(columns);
    }

    /** A number of rows in a period, without a target. */
    public static IndicatorDefinition count(
            String id,
            LocalizedMessage name,
            LocalizedMessage formula,
            LocalizedMessage unit,
            Set<Dimension> dimensions,
            List<LocalizedMessage> columns) {
        return new IndicatorDefinition(id, name, formula, Kind.COUNT, unit, 0, false, dimensions, columns, Target.NONE);
    }

    /** A rate in per cent with two decimals, in a period. */
    public static IndicatorDefinition rate(
            String id,
            LocalizedMessage name,
            LocalizedMessage formula,
            Set<Dimension> dimensions,
            List<LocalizedMessage> columns,
            Target target) {
        return new IndicatorDefinition(
                id, name, formula, Kind.RATE, LocalizedMessage.verbatim("%"), 2, false, dimensions, columns, target);
    }

    /**
     * A value that so many of the rows in a period do not exceed.
     *
     * @param unit of the value
     * @param decimals of the value
     */
    public static IndicatorDefinition percentile(
            String id,
            Texts texts,
            LocalizedMessage unit,
            int decimals,
            Set<Dimension> dimensions,
            List<LocalizedMessage> columns) {
        return new IndicatorDefinition(
                id,
                texts.name(),
                texts.formula(),
                Kind.PERCENTILE,
                unit,
                decimals,
                false,
                dimensions,
                columns,
                Target.NONE);
    }

    /** What people call a figure, and what it counts. */
    public record Texts(LocalizedMessage name, LocalizedMessage formula) {}

    /** The same as a figure of the present state. */
    public IndicatorDefinition now() {
        return new IndicatorDefinition(id, name, formula, kind, unit, decimals, true, dimensions, columns, target);
    }

    /** The word of its module, which is the beginning of its id. */
    public String module() {
        return id.substring(0, id.indexOf('.'));
    }

    /** The same with another target. */
    public IndicatorDefinition with(Target other) {
        return new IndicatorDefinition(id, name, formula, kind, unit, decimals, present, dimensions, columns, other);
    }
}
