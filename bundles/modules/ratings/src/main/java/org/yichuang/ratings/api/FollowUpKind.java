package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Why a centre follows something up. */
public enum FollowUpKind {
    /** Somebody was not content. */
    BAD_RATING,
    /** A case has been concluded: whoever had it is called, content or not. */
    CALL_BACK;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FollowUpKind.class, "kind." + name());
    }
}
