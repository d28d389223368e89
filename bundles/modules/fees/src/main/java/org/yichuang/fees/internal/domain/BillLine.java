package org.yichuang.fees.internal.domain;

import java.math.BigDecimal;
import org.yichuang.fees.api.FeeKind;

/**
 * A line of a demand: what it rests on, and how it was reckoned.
 *
 * @param item code of the item
 * @param fee code of the fee item
 * @param version its version
 * @param name its name
 * @param unit 执收单位
 * @param quantity of what there is a quantity, null where there is none
 * @param measure its unit, e.g. ㎡
 * @param source the expression over the form, {@code window} where it was counted there; empty where there is none
 * @param arithmetic how it was reckoned
 * @param gross what it comes to, in fen
 * @param relief what of that is not to be paid
 * @param refunded what of what was paid has gone back
 */
public record BillLine(
        String item,
        String fee,
        int version,
        String name,
        FeeKind kind,
        String unit,
        BigDecimal quantity,
        String measure,
        String source,
        String arithmetic,
        long gross,
        long relief,
        long refunded) {
    public BillLine {
        measure = measure == null ? "" : measure;
        source = source == null ? "" : source;
    }

    /** What the window has counted. */
    public static final String AT_WINDOW = "window";

    /** What is to be paid. */
    public long net() {
        return gross - relief;
    }

    /** What is left of that when some of it has gone back. */
    public long left() {
        return net() - refunded;
    }

    BillLine relieved(long by) {
        return with(relief + by, refunded);
    }

    BillLine refunded(long by) {
        return with(relief, refunded + by);
    }

    private BillLine with(long less, long back) {
        return new BillLine(
                item, fee, version, name, kind, unit, quantity, measure, source, arithmetic, gross, less, back);
    }
}
