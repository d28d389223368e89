package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a branch of a joint case stands. */
public enum BranchState {
    /** The application has not been accepted yet. */
    WAITING,
    /** The department is examining. */
    OPEN,
    /** The department agrees. */
    AGREED,
    /** The department does not agree. */
    REFUSED,
    /** The case has ended before the department has said anything. */
    STOPPED,
    /** The centre above that decides it has it. */
    ABOVE;

    /** Whether the department has said what it thinks. */
    public boolean isIn() {
        return this == AGREED || this == REFUSED;
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(BranchState.class, "branch-state." + name().toLowerCase(Locale.ROOT));
    }
}
