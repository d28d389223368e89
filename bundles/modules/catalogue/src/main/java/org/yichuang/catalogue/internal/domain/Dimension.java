package org.yichuang.catalogue.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Type;

/**
 * All values of one form field, cut into cells within which no condition can tell two values apart. Every numeric
 * condition is half-open, {@code from <= x < below}, so the bounds alone cut the line exactly, whole numbers and
 * decimals alike. An optional field has one more cell: not given.
 *
 * @param field the field
 * @param cells its cells, in order
 */
record Dimension(FormField field, List<Cell> cells) {

    /**
     * A set of values that all conditions treat alike.
     *
     * @param example one of them, null for "not given"
     * @param zh all of them in Chinese
     * @param en all of them in English
     */
    record Cell(Object example, String zh, String en) {
        private static final Cell ABSENT = new Cell(null, "未填写", "not given");
    }

    /** Cuts a field by the conditions that mention it. */
    static Dimension of(FormField field, List<Condition> conditions) {
        List<Cell> cells = new ArrayList<>(
                switch (field.type()) {
                    case CHOICE -> field.options().stream()
                            .map(option -> new Cell(option.value(), option.label(), option.value()))
                            .toList();
                    case BOOLEAN -> List.of(new Cell(true, "是", "yes"), new Cell(false, "否", "no"));
                    default -> intervals(field, conditions);
                });
        if (!field.required()) {
            cells.add(Cell.ABSENT);
        }
        return new Dimension(field, List.copyOf(cells));
    }

    private static List<Cell> intervals(FormField field, List<Condition> conditions) {
        boolean whole = field.type() == Type.INTEGER;
        BigDecimal first = field.minimum() == null || !whole ? field.minimum() : up(field.minimum());
        BigDecimal last = field.maximum() == null || !whole ? field.maximum() : down(field.maximum());
        SortedSet<BigDecimal> cuts = new TreeSet<>();
        conditions.stream()
                .flatMap(condition ->
                        Stream.of(condition.from(), condition.below()).filter(bound -> bound != null))
                .map(bound -> whole ? up(bound) : bound)
                .filter(bound -> first == null || bound.compareTo(first) > 0)
                .filter(bound -> last == null || bound.compareTo(last) <= 0)
                .forEach(cuts::add);
        List<Cell> cells = new ArrayList<>();
        BigDecimal from = first;
        for (BigDecimal cut : cuts) {
            cells.add(interval(from, cut, false, whole));
            from = cut;
        }
        cells.add(interval(from, last, true, whole));
        return cells;
    }

    private static Cell interval(BigDecimal from, BigDecimal to, boolean toIncluded, boolean whole) {
        BigDecimal example = example(from, to, toIncluded);
        Object typed = whole ? (Object) example.toBigInteger() : example;
        if (from == null && to == null) {
            return new Cell(typed, "任意数", "any number");
        }
        if (from == null) {
            return new Cell(
                    typed,
                    (toIncluded ? "不大于 " : "小于 ") + plain(to),
                    (toIncluded ? "at most " : "less than ") + plain(to));
        }
        if (to == null) {
            return new Cell(typed, plain(from) + " 及以上", plain(from) + " or more");
        }
        if (toIncluded || whole) {
            BigDecimal last = toIncluded ? to : to.subtract(BigDecimal.ONE);
            return from.compareTo(last) == 0
                    ? new Cell(typed, plain(from), plain(from))
                    : new Cell(typed, plain(from) + " 至 " + plain(last), plain(from) + " to " + plain(last));
        }
        return new Cell(typed, plain(from) + " 至不足 " + plain(to), plain(from) + " to less than " + plain(to));
    }

    private static BigDecimal example(BigDecimal from, BigDecimal to, boolean toIncluded) {
        if (from != null) {
            return from;
        }
        if (to == null) {
            return BigDecimal.ZERO;
        }
        return toIncluded ? to : to.subtract(BigDecimal.ONE);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal up(BigDecimal bound) {
        return bound.setScale(0, RoundingMode.CEILING);
    }

    private static BigDecimal down(BigDecimal bound) {
        return bound.setScale(0, RoundingMode.FLOOR);
    }
}
