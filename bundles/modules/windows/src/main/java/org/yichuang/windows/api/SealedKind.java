package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** What the seal of a window is put to (K11). */
public enum SealedKind {
    /** A form of a licence (办证表格). */
    FORM,
    /** What was decided: a licence, an approval, a refusal (批文). */
    APPROVAL,
    /** A notice to pay (缴费通知). */
    PAYMENT_NOTICE,
    /** Something else. */
    OTHER;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(SealedKind.class, "sealed." + name());
    }
}
