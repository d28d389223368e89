package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** How a follow-up has ended. */
public enum FollowUpOutcome {
    /** Put right, and whoever was asked again is content. */
    SATISFIED,
    /** Put right, and nobody could be asked again. */
    RECTIFIED,
    /** Put right, and whoever was asked again has not answered. */
    NOT_ANSWERED,
    /** Found to be mistaken, by two people: the rating counts neither as good nor as bad. */
    SET_ASIDE,
    /** Whoever had said it has said something else. */
    CHANGED,
    /** Called, and spoken to. */
    REACHED,
    /** Called as often as the centre does, and not reached. */
    NOT_REACHED,
    /** Called, and they wanted to say nothing. */
    DECLINED,
    /** Not taken up. */
    REFUSED,
    /** Whoever complains is right. */
    UPHELD,
    /** They are right in part. */
    PARTLY,
    /** They are not. */
    NOT_UPHELD;

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FollowUpOutcome.class, "outcome." + name());
    }
}
