package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a body stands that is called to a joint annual inspection (联合年检, M-CAS-10). */
public enum InspectionState {
    /** It has been called and has not come. */
    CALLED,
    /** It has come; departments have still to say what they found. */
    CAME,
    /** All departments have found it in order. */
    PASSED,
    /** Something is to be put right. */
    TO_RIGHT,
    /** What was to be put right is. */
    RIGHTED;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(InspectionState.class, "inspection-state." + name());
    }
}
