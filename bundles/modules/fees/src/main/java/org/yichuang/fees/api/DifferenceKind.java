package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How books do not agree. */
public enum DifferenceKind {
    /** Paid by our books alone. */
    BILL_ONLY,
    /** The bank alone has it. */
    BANK_ONLY,
    /** The treasury alone has it. */
    TREASURY_ONLY,
    /** The amounts differ. */
    AMOUNT,
    /** Paid more than once. */
    DOUBLE,
    /** One of the three has not got it yet. */
    LATE;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(DifferenceKind.class, "difference." + name());
    }
}
