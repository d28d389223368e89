package org.yichuang.catalogue.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A demand on one form field.
 *
 * @param field the field's name
 * @param in the value is one of these; null when numbers are compared
 * @param from the smallest number that holds, or null
 * @param below the first number that no longer holds, or null
 */
public record Condition(String field, List<String> in, BigDecimal from, BigDecimal below) {
    public Condition {
        in = in == null ? null : Collections.unmodifiableList(new ArrayList<>(in));
    }
}
