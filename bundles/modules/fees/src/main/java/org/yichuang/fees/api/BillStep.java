package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done with a demand. */
public enum BillStep {
    /** 开具. */
    BILL,
    /** 赋码: the treasury has given the code. */
    CODE,
    /** 申请减缓免. */
    ASK_RELIEF,
    /** 批准减缓免. */
    RELIEVE,
    /** 不予减缓免. */
    REFUSE_RELIEF,
    /** 缴款. */
    PAY,
    /** 作废. */
    VOID,
    /** 办件终止: its case has ended without a result. */
    END,
    /** 核销. */
    SETTLE,
    /** 退付. */
    REFUND,
    /** 冲正: it was not paid, though somebody had typed so. */
    REVERSE,
    /** 与财政办结: somebody has settled with the treasury what it does not take from us. */
    TELL;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(BillStep.class, "bill-step." + name());
    }
}
