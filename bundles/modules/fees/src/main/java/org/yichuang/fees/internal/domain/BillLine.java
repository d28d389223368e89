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
        long relief) {
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

    BillLine relieved(long by) {
        return new BillLine(
                item, fee, version, name, kind, unit, quantity, measure, source, arithmetic, gross, relief + by);
    }
}
