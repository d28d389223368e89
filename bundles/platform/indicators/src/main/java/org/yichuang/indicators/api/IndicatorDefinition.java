package org.yichuang.indicators.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What a figure is; the same for all centres.
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
        Words name,
        Words formula,
        Kind kind,
        Words unit,
        int decimals,
        boolean present,
        Set<Dimension> dimensions,
        List<Words> columns,
        Target target) {
    public IndicatorDefinition {
        dimensions = Set.copyOf(dimensions);
        columns = List.copyOf(columns);
    }

    /** A number of rows in a period, without a target. */
    public static IndicatorDefinition count(
            String id, Words name, Words formula, Words unit, Set<Dimension> dimensions, List<Words> columns) {
        return new IndicatorDefinition(id, name, formula, Kind.COUNT, unit, 0, false, dimensions, columns, Target.NONE);
    }

    /** A rate in per cent with two decimals, in a period. */
    public static IndicatorDefinition rate(
            String id, Words name, Words formula, Set<Dimension> dimensions, List<Words> columns, Target target) {
        return new IndicatorDefinition(
                id, name, formula, Kind.RATE, Words.of("%", "%"), 2, false, dimensions, columns, target);
    }

    /** The same as a figure of the present state. */
    public IndicatorDefinition now() {
        return new IndicatorDefinition(id, name, formula, kind, unit, decimals, true, dimensions, columns, target);
    }

    /** The word of its module, which is the beginning of its id. */
    public String module() {
        return id.substring(0, id.indexOf('.'));
    }

    /**
     * What a figure ought to be.
     *
     * @param value the value that is aimed at, null for none
     * @param atLeast whether more is better; else less is
     */
    public record Target(BigDecimal value, boolean atLeast) {
        /** No target. */
        public static final Target NONE = new Target(null, true);

        /** At least so much. */
        public static Target atLeast(String value) {
            return new Target(new BigDecimal(value), true);
        }

        /** At most so much. */
        public static Target atMost(String value) {
            return new Target(new BigDecimal(value), false);
        }

        /** Tells whether there is one. */
        public boolean isSet() {
            return value != null;
        }

        /** Tells whether a value that compares so with the target's reaches it; anything does when there is none. */
        boolean isReached(int comparison) {
            return !isSet() || (atLeast ? comparison >= 0 : comparison <= 0);
        }
    }
}
