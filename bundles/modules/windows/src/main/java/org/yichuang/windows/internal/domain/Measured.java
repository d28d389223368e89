package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;

/**
 * What was counted of an indicator for one subject.
 *
 * @param value in its own unit; null where there is no base
 */
public record Measured(BigDecimal value, long numerator, long denominator) {
    /** Nothing can be counted. */
    public static final Measured NONE = new Measured(null, 0, 0);

    /** Whether something was counted, be it 0. */
    public boolean hasBase() {
        return value != null;
    }
}
