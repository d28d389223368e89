package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** How somebody has asked. */
public enum EnquiryChannel {
    /** At a window (窗口). */
    DESK,
    /** By telephone (电话). */
    PHONE,
    /** From home (网上). */
    ONLINE,
    /** By letter (来信). */
    LETTER;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(EnquiryChannel.class, "enquiry." + name());
    }
}
