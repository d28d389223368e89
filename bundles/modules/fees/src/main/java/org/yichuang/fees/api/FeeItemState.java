package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a version of a fee item stands. */
public enum FeeItemState {
    /** Somebody else is to publish it. */
    DRAFT,
    /** Demands rest on it, from its first day to its last one. */
    PUBLISHED;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FeeItemState.class, "item-state." + name());
    }
}
