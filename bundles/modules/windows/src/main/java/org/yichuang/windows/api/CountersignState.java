package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where the counter-signature of a decision stands. */
public enum CountersignState {
    /** It is on the list, and nobody has signed (待补批). */
    LISTED,
    /** The deputy has signed (已补批). */
    CONFIRMED,
    /** The deputy does not agree; the decision stands, and is put right within the department (有异议，待更正). */
    OBJECTED,
    /** It was put right, or said why it need not be (已更正). */
    CORRECTED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(CountersignState.class, "countersign." + name());
    }
}
