package org.yichuang.kernel.api;

/**
 * An amount of money.
 *
 * @param fen hundredths of a yuan; never a fraction
 */
public record Money(long fen) {
    /** The sum. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** In yuan with two decimals, e.g. {@code 12.30}. */
    public String yuan() {
        return String.format("%s%d.%02d", fen < 0 ? "-" : "", Math.abs(fen / 100), Math.abs(fen % 100));
    }
}
