package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Why somebody is on leave. */
public enum LeaveKind {
    /** Official business (公务). */
    OFFICIAL,
    /** Annual leave (年休假). */
    ANNUAL,
    /** Illness (病假). */
    SICK,
    /** Their own business (事假). */
    PERSONAL,
    /** Training (培训). */
    TRAINING;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(LeaveKind.class, "leave." + name());
    }
}
