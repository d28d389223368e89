package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Why a payment that somebody has typed is reversed (冲正). */
public enum ReversalGround {
    /** The code of payment was mistyped. */
    CODE,
    /** The amount was mistyped. */
    AMOUNT,
    /** The account was mistyped. */
    ACCOUNT,
    /** It was entered twice. */
    TWICE,
    /** Something else was wrong, in words. */
    OTHER;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ReversalGround.class, "reversal-ground." + name());
    }
}
