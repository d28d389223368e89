package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a fee rests on (R1-36, R7-02). */
public enum BasisRank {
    /** 法律. */
    LAW,
    /** 行政法规. */
    ADMIN_REGULATION,
    /** 国务院批准. */
    STATE_COUNCIL,
    /** Rules of departments, local regulations, and what is below. */
    LOWER;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(BasisRank.class, "rank." + name());
    }
}
