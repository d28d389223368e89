package org.yichuang.catalogue.internal.domain;

import java.util.Map;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What other modules say of an item.
 *
 * @param labels the fields that they may fill, and what people call them
 * @param values those that they do fill
 */
public record ForeignFields(Map<String, LocalizedMessage> labels, Map<String, String> values) {
    /** Nobody says anything. */
    public static final ForeignFields NONE = new ForeignFields(Map.of(), Map.of());

    public ForeignFields {
        labels = Map.copyOf(labels);
        values = Map.copyOf(values);
    }
}
