package org.yichuang.fees.internal.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Divides fen so that nothing is lost. */
public final class Shares {
    private Shares() {}

    /**
     * Divides an amount in the proportion of others, each share at most as large as its other; together they are the
     * amount to the fen.
     *
     * @param amount at most the sum of the others
     */
    public static List<Long> of(long amount, List<Long> others) {
        long total = others.stream().mapToLong(Long::longValue).sum();
        if (amount < 0 || amount > total) {
            throw new IllegalArgumentException(amount + " is no part of " + total);
        }
        List<Long> shares = new ArrayList<>();
        long reached = 0;
        long given = 0;
        for (long other : others) {
            reached += other;
            long until = total == 0
                    ? 0
                    : BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(reached))
                            .divide(BigInteger.valueOf(total))
                            .longValueExact();
            shares.add(until - given);
            given = until;
        }
        return shares;
    }
}
