package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a paper receipt is (票据登记簿). */
public enum StockState {
    /** 库存. */
    BLANK,
    /** 已领用: somebody has it in hand. */
    ISSUED,
    /** 已用: given to a payer. */
    USED,
    /** 作废. */
    VOIDED,
    /** 遗失. */
    LOST,
    /** 缴销: back at finance. */
    RETURNED;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(StockState.class, "stock-state." + name());
    }
}
