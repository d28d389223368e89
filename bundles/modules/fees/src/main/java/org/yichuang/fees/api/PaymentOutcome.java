package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What has become of money that came; all of it is kept. */
public enum PaymentOutcome {
    /** It pays a demand. */
    MATCHED,
    /** Nobody knows its code. */
    UNKNOWN,
    /** The demand is of another amount. */
    AMOUNT,
    /** The demand is paid already. */
    DOUBLE,
    /** The demand has been voided, exempted or refunded. */
    NOT_DUE;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(PaymentOutcome.class, "outcome." + name());
    }
}
