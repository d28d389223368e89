package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a refund stands, by what is to be done next. */
public enum RefundState {
    /** The unit is to check it. */
    APPLIED,
    /** Finance is to approve it. */
    CHECKED,
    /** The bank is to pay it. */
    APPROVED,
    /** The money has gone back. */
    PAID,
    /** It does not. */
    REFUSED;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RefundState.class, "refund-state." + name());
    }
}
