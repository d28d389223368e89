package org.yichuang.catalogue.internal.domain.round;

import java.util.List;

/**
 * Some items of a round, as a row keeps them.
 *
 * @param items in the order in which they were entered
 */
public record RoundItems(List<RoundItem> items) {
    public RoundItems {
        items = List.copyOf(items);
    }
}
