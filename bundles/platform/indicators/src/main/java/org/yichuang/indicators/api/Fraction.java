package org.yichuang.indicators.api;

/**
 * What was counted. A rate of several parts is Σ numerators ÷ Σ denominators, never a mean of their rates.
 *
 * @param numerator how many rows count; their sum in fen, days … where the figure adds up something
 * @param denominator out of how many rows; 1 for figures that are no quotient
 */
public record Fraction(long numerator, long denominator) {
    public Fraction {
        if (denominator < 0) {
            throw new IllegalArgumentException("A negative number of rows: " + denominator);
        }
    }

    /** A number of rows, or an amount in fen. */
    public static Fraction of(long number) {
        return new Fraction(number, 1);
    }
}
