package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** For what a leader has come to the hall. */
public enum VisitPurpose {
    /** To look at the work (检查). */
    INSPECT,
    /** On duty (值班). */
    DUTY,
    /** To sit at the window (坐班). */
    SIT,
    /** To decide on the spot (现场办公). */
    ON_SITE,
    /** To countersign (补批). */
    COUNTERSIGN;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(VisitPurpose.class, "visit." + name());
    }
}
