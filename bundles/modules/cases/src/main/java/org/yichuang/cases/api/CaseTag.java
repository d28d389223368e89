package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What halls call a case besides instant or committed (R3-12): it follows from what has become of it and is never
 * typed, and stands apart from the kind that its item has by law.
 */
public enum CaseTag {
    /** 联办件: several departments examine it. */
    JOINT,
    /** 上报件: a centre above decides it. */
    UPWARD,
    /** 补办件: something was missing. */
    CORRECTED,
    /** 退回件: it was not accepted, refused, or handed back. */
    RETURNED,
    /** 特办件: it is handled specially. */
    SPECIAL,
    /** 明确答复件: it is answered in writing, as it cannot be done at once or at all. */
    ANSWER;

    /** What people call it where the centre has no name of its own for it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(CaseTag.class, "case-tag." + word());
    }

    /** The word in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
