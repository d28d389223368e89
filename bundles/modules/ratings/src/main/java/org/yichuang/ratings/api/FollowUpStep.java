package org.yichuang.ratings.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done in a follow-up. */
public enum FollowUpStep {
    OPEN,
    CONTACT,
    RECTIFY,
    VERIFY,
    /** They have answered the question whether they are content now. */
    ANSWERED,
    /** They have not, and the days have passed. */
    LAPSE,
    /** They have said something else meanwhile. */
    CHANGED,
    CALL,
    ACCEPT,
    REFUSE,
    EXTEND,
    ANSWER,
    /** A telephone number was opened to call it. */
    OPEN_PHONE;

    /** The word of journal and paths. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(FollowUpStep.class, "step." + name());
    }
}
