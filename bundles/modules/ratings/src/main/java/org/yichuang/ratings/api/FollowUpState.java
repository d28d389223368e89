package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** Where a follow-up stands, by what is to be done next. */
public enum FollowUpState {
    /** Whoever was not content is to be contacted, and what they say looked into. */
    TO_CONTACT,
    /** It is to be put right. */
    TO_RECTIFY,
    /** Somebody else is to look whether it is so. */
    TO_VERIFY,
    /** They have been asked again. */
    ASKED_AGAIN,
    /** They are to be called. */
    TO_CALL,
    /** It is to be said whether it is taken up. */
    RECEIVED,
    /** It is to be answered. */
    ACCEPTED,
    /** Nothing is to be done any more. */
    CLOSED;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FollowUpState.class, "follow-up." + name());
    }
}
