package org.yichuang.windows.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Whose mark it is besides what the system counts. */
public enum MarkKind {
    /** What the centre thinks of it (中心评议). */
    CENTRE,
    /** What other windows think of it (窗口互评). */
    PEER,
    /** What the daily patrol has seen (日常督查). */
    DAILY;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(MarkKind.class, "mark." + name());
    }
}
