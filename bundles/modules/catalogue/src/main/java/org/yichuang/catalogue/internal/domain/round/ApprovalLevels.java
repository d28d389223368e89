package org.yichuang.catalogue.internal.domain.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * By how many levels items are approved inside (M-CAT-14).
 *
 * @param items of how many items it is told
 * @param levels added up
 */
public record ApprovalLevels(int items, long levels) {
    /** Of nothing. */
    public static final ApprovalLevels NONE = new ApprovalLevels(0, 0);

    /** The same with one more item; null is not told. */
    public ApprovalLevels and(Integer told) {
        return told == null ? this : new ApprovalLevels(items + 1, levels + told);
    }

    /** The mean, with two decimals; absent where nothing is told. */
    public Optional<BigDecimal> mean() {
        return items == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(levels).divide(BigDecimal.valueOf(items), 2, RoundingMode.HALF_UP));
    }
}
