package org.yichuang.cases.internal.domain;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a proposal to remove cases stands. */
public enum RemovalState {
    /** Somebody has proposed it. */
    PROPOSED,
    /** Somebody else has confirmed it; the cases are being removed. */
    CONFIRMED,
    /** It was turned down: nothing is removed. */
    REJECTED,
    /** Each case is removed, or it is said why it is kept. */
    DONE;

    /** The word for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RemovalState.class, "removal." + name().toLowerCase(Locale.ROOT));
    }
}
