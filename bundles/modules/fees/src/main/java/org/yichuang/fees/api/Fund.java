package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where the money goes (资金管理方式). */
public enum Fund {
    /** 缴入国库. */
    TREASURY,
    /** 缴入财政专户. */
    SPECIAL_ACCOUNT;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Fund.class, "fund." + name());
    }
}
