package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Why money goes back (R7-14). */
public enum RefundGround {
    /** 多收. */
    OVERCHARGE,
    /** 误收. */
    ERROR,
    /** Other grounds that finance approves. */
    OTHER;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RefundGround.class, "ground." + name());
    }
}
