package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done inside of an organ before it pre-reviews or decides. */
public enum ExaminationKind {
    /** Whoever handles the case examines it (承办人审查). */
    REVIEW,
    /** Somebody else verifies what they have found (审核). */
    VERIFICATION,
    /** At least two of the staff are named who go and see (R1-18). */
    SURVEY_ASSIGNMENT,
    /** They have gone and seen (现场勘验, R1-11). */
    SITE_SURVEY;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                ExaminationKind.class,
                "examination." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
