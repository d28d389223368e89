package org.yichuang.indicators.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How a figure's value comes of its numerator and its denominator; rounded half up, once, at the end. */
public enum Kind {
    /** The numerator: so many rows. */
    COUNT,
    /** Numerator ÷ denominator in per cent: so many of those rows. */
    RATE,
    /** Numerator ÷ denominator: e.g. working days per case. */
    MEAN,
    /** The numerator, which is an amount in fen. */
    MONEY;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Returns the value with so many decimals; absent where the denominator is 0, which is neither 0 nor 100 %. */
    public Optional<BigDecimal> value(Fraction fraction, int decimals) {
        BigDecimal numerator = BigDecimal.valueOf(fraction.numerator());
        return switch (this) {
            case COUNT, MONEY -> Optional.of(numerator);
            case RATE -> quotient(numerator.multiply(HUNDRED), fraction.denominator(), decimals);
            case MEAN -> quotient(numerator, fraction.denominator(), decimals);
        };
    }

    private static Optional<BigDecimal> quotient(BigDecimal numerator, long denominator, int decimals) {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(numerator.divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP));
    }
}
