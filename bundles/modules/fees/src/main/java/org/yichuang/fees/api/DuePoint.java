package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** From when on a fee may be demanded in a case. */
public enum DuePoint {
    /** As soon as the case has been accepted. */
    ACCEPTANCE,
    /** As soon as it has been granted. */
    DECISION,
    /** As soon as it has been granted, for what is made out then. */
    ISSUE;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(DuePoint.class, "due." + name());
    }
}
