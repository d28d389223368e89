package org.yichuang.indicators.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is counted: the rows of one centre in a period, all of them or those of an item, of some departments …
 *
 * @param period the days; of a figure of the present state, only its last day matters, which is today
 * @param only what it is narrowed to, by dimension: any of these values; never {@link Dimension#DAY}, which the period
 *     narrows
 */
public record Scope(Period period, Map<Dimension, Set<String>> only) {
    public Scope {
        Map<Dimension, Set<String>> copy = new LinkedHashMap<>();
        only.forEach((dimension, values) -> copy.put(dimension, Set.copyOf(values)));
        only = Collections.unmodifiableMap(copy);
    }

    /** Everything in a period. */
    public static Scope all(Period period) {
        return new Scope(period, Map.of());
    }

    /** The same, narrowed further to one value. */
    public Scope with(Dimension dimension, String value) {
        return with(dimension, Set.of(value));
    }

    /** The same, narrowed further to any of some values, at least one. */
    public Scope with(Dimension dimension, Set<String> values) {
        Map<Dimension, Set<String>> narrower = new LinkedHashMap<>(only);
        narrower.put(dimension, values);
        return new Scope(period, narrower);
    }

    /** The same in another period. */
    public Scope in(Period other) {
        return new Scope(other, only);
    }

    /** What it is narrowed to in a dimension: any of these values; none where it is not narrowed. */
    public Set<String> only(Dimension dimension) {
        return only.getOrDefault(dimension, Set.of());
    }
}
