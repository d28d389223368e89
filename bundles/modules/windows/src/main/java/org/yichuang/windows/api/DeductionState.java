package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where a finding stands. */
public enum DeductionState {
    /** It is written down, and not told yet (已记录). */
    NOTED,
    /** It was told to the window, which can appeal (已告知). */
    NOTIFIED,
    /** The window has appealed (已申诉). */
    APPEALED,
    /** It counts (已成立). */
    STANDS,
    /** It does not count; it stays visible (已撤销). */
    LIFTED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(DeductionState.class, "deduction." + name());
    }
}
