package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Why a centre follows something up. */
public enum FollowUpKind {
    /** Somebody was not content. */
    BAD_RATING,
    /** A case has been concluded: whoever had it is called, content or not. */
    CALL_BACK,
    /** Somebody complains. */
    COMPLAINT,
    /** Somebody asks the centre to look at a refusal again, which is no remedy of the law. */
    REVIEW;

    /** Whether somebody has asked for it and is told of it. */
    public boolean isLodged() {
        return this == COMPLAINT || this == REVIEW;
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FollowUpKind.class, "kind." + name());
    }
}
