package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How the money came. */
public enum PaymentChannel {
    /** At the bank counter of the hall. */
    COUNTER,
    /** By transfer, or at another counter of the bank. */
    BANK,
    /** Online. */
    ONLINE;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PaymentChannel.class, "channel." + name());
    }
}
