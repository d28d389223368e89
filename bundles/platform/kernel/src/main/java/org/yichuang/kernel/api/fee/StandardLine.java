package org.yichuang.kernel.api.fee;

import java.math.BigDecimal;

/**
 * A line of a standard.
 *
 * @param from the quantity above which it begins; null for 0
 * @param to the last quantity of it; null for all that is above
 * @param price fen for a unit, with fractions where the standard has them; of a fixed one the whole amount in fen; of a
 *     rate the share, e.g. 0.03; of a range its lower end
 * @param highest of a range its upper end, else null
 * @param point of a range what whoever has no floor pays, between its ends; null where that is not decided
 * @param step of an open tier: after each so many units the price grows; null where it stays
 * @param growth by how much then
 */
public record StandardLine(
        BigDecimal from,
        BigDecimal to,
        BigDecimal price,
        BigDecimal highest,
        BigDecimal point,
        BigDecimal step,
        BigDecimal growth) {
    public StandardLine {
        from = from == null ? BigDecimal.ZERO : from;
        growth = growth == null ? BigDecimal.ZERO : growth;
    }

    /** One price, whatever the quantity. */
    public static StandardLine of(String price) {
        return new StandardLine(null, null, new BigDecimal(price), null, null, null, null);
    }

    /** A tier; an open one has no end. */
    public static StandardLine tier(String from, String to, String price) {
        return new StandardLine(
                new BigDecimal(from),
                to == null ? null : new BigDecimal(to),
                new BigDecimal(price),
                null,
                null,
                null,
                null);
    }

    /** An open tier whose price grows. */
    public static StandardLine growing(String from, String price, String step, String growth) {
        return new StandardLine(
                new BigDecimal(from),
                null,
                new BigDecimal(price),
                null,
                null,
                new BigDecimal(step),
                new BigDecimal(growth));
    }

    /** A range; {@code point} is null where nobody has decided it. */
    public static StandardLine range(String lowest, String highest, String point) {
        return new StandardLine(
                null,
                null,
                new BigDecimal(lowest),
                new BigDecimal(highest),
                point == null ? null : new BigDecimal(point),
                null,
                null);
    }

    /** Whether its price grows. */
    boolean grows() {
        return step != null && growth.signum() != 0;
    }
}
