package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a fee is (R7-01); deed tax is collected at the hall as well. */
public enum FeeKind {
    /** 行政事业性收费. */
    ADMINISTRATIVE_CHARGE,
    /** 政府性基金. */
    GOVERNMENT_FUND,
    /** 国有资源（资产）有偿使用收入. */
    RESOURCE_USE,
    /** 税, e.g. 契税. */
    TAX;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FeeKind.class, "kind." + name());
    }
}
