package org.yichuang.catalogue.internal.domain.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Per cent with two decimals, rounded half up, once, at the end (K6, K7). */
public final class Percent {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Percent() {}

    /** Returns part ÷ whole in per cent; absent where the whole is 0, which is neither 0 nor 100 %. */
    public static Optional<BigDecimal> of(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP));
    }
}
