package org.yichuang.indicators.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How a figure's value comes of its numerator and its denominator; rounded half up, once, at the end
 * (but never onto a target that is missed: {@link IndicatorReport#value}).
 */
public enum Kind {
    /** The numerator: so many rows. */
    COUNT,
    /** Numerator ÷ denominator in per cent: so many of those rows. */
    RATE,
    /** The numerator, which is what its rows add up to, e.g. working days. */
    SUM,
    /** Numerator ÷ denominator: e.g. working days per case. */
    MEAN,
    /** The mean, in per cent, of the rates of its rows, e.g. of days: the numerator is their sum in millionths. */
    MEAN_OF_RATES,
    /** The numerator, which is an amount in fen. */
    MONEY,
    /**
     * The value at a rank of the rows, e.g. how long nine of ten wait at most: the numerator in the last decimal of the
     * unit; the denominator is the number of rows. It is counted of each part anew, as parts do not add up.
     */
    PERCENTILE;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Returns the value with so many decimals; absent where the denominator is 0, which is neither 0 nor 100 %. */
    public Optional<BigDecimal> value(Fraction fraction, int decimals) {
        return value(fraction, decimals, RoundingMode.HALF_UP);
    }

    /** The same, rounded another way. */
    Optional<BigDecimal> value(Fraction fraction, int decimals, RoundingMode rounding) {
        BigDecimal numerator = BigDecimal.valueOf(fraction.numerator());
        return switch (this) {
            case COUNT, MONEY, SUM -> Optional.of(numerator);
            case MEAN_OF_RATES -> quotient(perCent(numerator), fraction.denominator(), decimals, rounding);
            case RATE -> quotient(numerator.multiply(HUNDRED), fraction.denominator(), decimals, rounding);
            case MEAN -> quotient(numerator, fraction.denominator(), decimals, rounding);
            case PERCENTILE -> fraction.denominator() == 0
                    ? Optional.empty()
                    : Optional.of(numerator.movePointLeft(decimals));
        };
    }

    /** Compares the exact value, not the rounded one, with a number; the denominator is not 0. */
    int compare(Fraction fraction, int decimals, BigDecimal number) {
        BigDecimal numerator = BigDecimal.valueOf(fraction.numerator());
        BigDecimal denominator = BigDecimal.valueOf(fraction.denominator());
        return switch (this) {
            case COUNT, MONEY, SUM -> numerator.compareTo(number);
            case MEAN_OF_RATES -> perCent(numerator).compareTo(number.multiply(denominator));
            case RATE -> numerator.multiply(HUNDRED).compareTo(number.multiply(denominator));
            case MEAN -> numerator.compareTo(number.multiply(denominator));
            case PERCENTILE -> numerator.movePointLeft(decimals).compareTo(number);
        };
    }

    private static BigDecimal perCent(BigDecimal millionths) {
        return millionths.movePointLeft(Fraction.RATE_DECIMALS).multiply(HUNDRED);
    }

    /** Whether it is so much through so many rows; else its denominator is 1. */
    public boolean isQuotient() {
        return this != COUNT && this != MONEY && this != SUM;
    }

    private static Optional<BigDecimal> quotient(
            BigDecimal numerator, long denominator, int decimals, RoundingMode rounding) {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(numerator.divide(BigDecimal.valueOf(denominator), decimals, rounding));
    }
}
