package org.yichuang.indicators.api;

import java.util.List;

/**
 * What was counted. A rate of several parts is Σ numerators ÷ Σ denominators, never a mean of their rates.
 *
 * @param numerator how many rows count; their sum in fen, days … where the figure adds up something; the value of a
 *     percentile
 * @param denominator out of how many rows; 1 for figures that are no quotient
 */
public record Fraction(long numerator, long denominator) {
    /** With so many decimals the rates of rows are added up of which a mean is taken. */
    public static final int RATE_DECIMALS = 6;

    private static final int WHOLE = 100;

    public Fraction {
        if (denominator < 0) {
            throw new IllegalArgumentException("A negative number of rows: " + denominator);
        }
    }

    /**
     * The value at a rank, by the nearest-rank method: the smallest one that at least so many per cent of the rows do
     * not exceed.
     *
     * @param percent from 1 to 100, e.g. 90
     * @param values of all rows, in ascending order, in the last decimal of the figure's unit
     */
    public static Fraction percentile(int percent, List<Long> values) {
        if (percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("No percentile: " + percent);
        }
        int rank = (int) ((values.size() * (long) percent + WHOLE - 1) / WHOLE);
        return values.isEmpty() ? new Fraction(0, 0) : new Fraction(values.get(rank - 1), values.size());
    }

    /** A number of rows, or an amount in fen. */
    public static Fraction of(long number) {
        return new Fraction(number, 1);
    }
}
