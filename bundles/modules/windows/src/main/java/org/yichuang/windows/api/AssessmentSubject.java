package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Who is assessed. */
public enum AssessmentSubject {
    /** A department that works at the centre (部门). */
    DEPARTMENT,
    /** A window (窗口). */
    WINDOW;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(AssessmentSubject.class, "assessed." + name());
    }
}
