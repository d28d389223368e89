package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where an enquiry stands. */
public enum EnquiryState {
    /** Nobody has answered yet (待答复). */
    OPEN,
    /** It was answered (已答复). */
    ANSWERED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(EnquiryState.class, "enquiry.state." + name());
    }
}
