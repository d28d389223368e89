package org.yichuang.kernel.api;

import java.util.List;
import java.util.function.Function;

/**
 * A bounded part of a list.
 *
 * @param items the rows, at most {@link PageRequest#MAXIMUM}
 * @param next the cursor of the following part, or null when this is the last
 * @param <T> what the rows are
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /** The same part with every row turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> turn) {
        return new Page<>(items.stream().<R>map(turn).toList(), next);
    }

    /**
     * Cuts a part out of rows of which one more than asked was read.
     *
     * @param rows at most {@code limit + 1} rows
     * @param cursorOf gives the cursor that continues after a row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, String> cursorOf) {
        boolean more = rows.size() > limit;
        List<T> part = more ? rows.subList(0, limit) : rows;
        return new Page<>(part, more ? cursorOf.apply(part.get(part.size() - 1)) : null);
    }
}
