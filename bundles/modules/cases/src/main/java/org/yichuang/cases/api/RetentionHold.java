package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Why a case is kept longer than its years. */
public enum RetentionHold {
    /** It is not over here, or its result has not reached the applicant. */
    OPEN,
    /** Its years have not passed. */
    NOT_DUE,
    /** Something that was promised is still to follow, or to be checked (R3-19, R3-20). */
    PROMISE,
    /** A letter about it has not reached the other centre. */
    LETTER,
    /** What figures count of it has not been taken over yet. */
    UNCOUNTED,
    /** Somebody has said that it is to be kept: a lawsuit, an inquiry. */
    LEGAL,
    /** A complaint, a review or another matter about it goes on. */
    COMPLAINT,
    /** A result that it has granted, or that it has changed, is in force. */
    LICENCE,
    /** Somebody who acts for the applicant, or a project that is tracked, still stands on it. */
    REQUEST,
    /** Another module needs it. */
    OTHER;

    /** The sentence for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                RetentionHold.class, "hold." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
