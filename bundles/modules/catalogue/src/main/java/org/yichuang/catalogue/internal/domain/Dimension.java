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
import org.yichuang.kernel.api.LocalizedMessage;

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
     * @param label all of them in words
     */
    record Cell(Object example, LocalizedMessage label) {
        private static final Cell ABSENT = new Cell(null, LocalizedMessage.of(Dimension.class, "value.absent"));
    }

    /** Cuts a field by the conditions that mention it. */
    static Dimension of(FormField field, List<Condition> conditions) {
        List<Cell> cells = new ArrayList<>(
                switch (field.type()) {
                    case CHOICE -> field.options().stream()
                            .map(option -> new Cell(option.value(), label(option)))
                            .toList();
                    case BOOLEAN -> List.of(
                            new Cell(true, LocalizedMessage.of(Dimension.class, "value.yes")),
                            new Cell(false, LocalizedMessage.of(Dimension.class, "value.no")));
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
            return new Cell(typed, LocalizedMessage.of(Dimension.class, "range.any"));
        }
        if (from == null) {
            return new Cell(
                    typed,
                    toIncluded
                            ? LocalizedMessage.of(Dimension.class, "range.at-most", plain(to))
                            : LocalizedMessage.of(Dimension.class, "range.below", plain(to)));
        }
        if (to == null) {
            return new Cell(typed, LocalizedMessage.of(Dimension.class, "range.from", plain(from)));
        }
        if (toIncluded || whole) {
            BigDecimal last = toIncluded ? to : to.subtract(BigDecimal.ONE);
            return from.compareTo(last) == 0
                    ? new Cell(typed, LocalizedMessage.verbatim(plain(from)))
                    : new Cell(typed, LocalizedMessage.of(Dimension.class, "range.closed", plain(from), plain(last)));
        }
        return new Cell(typed, LocalizedMessage.of(Dimension.class, "range.half-open", plain(from), plain(to)));
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

    /** Labels are in Chinese; a language that has none of them shows the value. */
    static LocalizedMessage label(FormField.Option option) {
        return LocalizedMessage.of(Dimension.class, "option.label", option.label(), option.value());
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
