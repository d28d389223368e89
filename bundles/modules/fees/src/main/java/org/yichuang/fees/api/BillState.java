package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a demand of payment stands. */
public enum BillState {
    /** 待赋码: demanded, while the treasury is asked for the code by which it is paid. */
    CODE_PENDING,
    /** 已开具. */
    DUE,
    /** 缓缴: to be paid by a later day. */
    DEFERRED,
    /** 已免. */
    EXEMPT,
    /** 已缴. */
    PAID,
    /** 已核销: demand, bank and treasury agree. */
    SETTLED,
    /** 冲红. */
    REFUNDED,
    /** 作废; its number stays used. */
    VOID;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(BillState.class, "bill-state." + name());
    }
}
