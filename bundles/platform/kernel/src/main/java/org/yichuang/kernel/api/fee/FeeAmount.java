package org.yichuang.kernel.api.fee;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a standard comes to, and how.
 *
 * @param fen the amount; rounded half up once, at the end
 * @param terms what it is the sum of, before it is rounded
 */
public record FeeAmount(long fen, List<Term> terms) {
    public FeeAmount {
        terms = List.copyOf(terms);
    }

    /**
     * A product.
     *
     * @param quantity how many units, or the value in yuan of a rate
     * @param price fen for each, or the share of a rate
     * @param fen what they come to, with fractions
     */
    public record Term(BigDecimal quantity, BigDecimal price, BigDecimal fen) {}

    /** How it was reckoned, in yuan, e.g. {@code 20000 × 10.00 = 200000.00}. */
    public String arithmetic() {
        String sum = terms.stream()
                .map(term -> plain(term.quantity()) + " × " + price(term))
                .collect(Collectors.joining(" + "));
        return sum + " = " + yuan(BigDecimal.valueOf(fen));
    }

    /** The price as people say it: yuan for a unit, or the share. */
    private static String price(Term term) {
        boolean isShare = term.quantity().signum() != 0
                && term.quantity().multiply(term.price()).compareTo(term.fen()) != 0;
        return isShare ? plain(term.price()) : yuan(term.price());
    }

    private static String yuan(BigDecimal fen) {
        BigDecimal yuan = fen.movePointLeft(2).stripTrailingZeros();
        return yuan.setScale(Math.max(2, yuan.scale())).toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
