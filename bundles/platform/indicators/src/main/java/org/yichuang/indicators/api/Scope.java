package org.yichuang.indicators.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is counted: the rows of one centre in a period, all of them or those of an item, a department …
 *
 * @param period the days; of a figure of the present state, only its last day matters, which is today
 * @param only what it is narrowed to, by dimension; never {@link Dimension#DAY}, which the period narrows
 */
public record Scope(Period period, Map<Dimension, String> only) {
    public Scope {
        only = Map.copyOf(only);
    }

    /** Everything in a period. */
    public static Scope all(Period period) {
        return new Scope(period, Map.of());
    }

    /** The same, narrowed further. */
    public Scope with(Dimension dimension, String value) {
        Map<Dimension, String> narrower = new EnumMap<>(Dimension.class);
        narrower.putAll(only);
        narrower.put(dimension, value);
        return new Scope(period, narrower);
    }

    /** The same in another period. */
    public Scope in(Period other) {
        return new Scope(other, only);
    }

    /** What it is narrowed to in a dimension. */
    public Optional<String> only(Dimension dimension) {
        return Optional.ofNullable(only.get(dimension));
    }
}
