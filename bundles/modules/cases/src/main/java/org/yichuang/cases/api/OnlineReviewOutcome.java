package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What has come of the review of an application that came in online (网上预审). */
public enum OnlineReviewOutcome {
    /** It can be accepted. */
    READY,
    /** Something is missing, and the applicant was told all of it. */
    MISSING,
    /** It needs no acceptance, or is another organ's. */
    NOT_OURS;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                OnlineReviewOutcome.class,
                "online-review." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
