package org.yichuang.catalogue.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How an item's cases are handled (办件类型, R3-11). */
public enum CaseKind {
    /** 即办件: decided on the spot or the same day. */
    INSTANT,
    /** 承诺件: decided within the promised limit. */
    COMMITTED;

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(CaseKind.class, "case-kind." + name().toLowerCase(Locale.ROOT));
    }
}
