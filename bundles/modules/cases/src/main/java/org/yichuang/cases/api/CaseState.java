package org.yichuang.cases.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a case (办件) stands at one centre; the transitions are in the module's state table. */
public enum CaseState {
    /** Taken in, or transferred here, and not yet answered: the five days of the notice run (R1-04). */
    RECEIVED,
    /** The one-time notice (一次性告知) is out, or a question went to the lower centre; something must be supplied. */
    CORRECTING,
    /** Not accepted (不予受理). The end. */
    NOT_ACCEPTED,
    /** Accepted and examined here: the clock of the decision runs. */
    ACCEPTED,
    /** With the centre above, for pre-review or decision. */
    FORWARDED,
    /** The centre above has asked something that is to be answered here. */
    QUESTIONED,
    /** The application is granted (准予). */
    GRANTED,
    /** The application is refused (不予). */
    REFUSED,
    /** The result has been made out (制证). */
    ISSUED,
    /** The result or the refusal has reached the applicant (送达). The end. */
    DELIVERED,
    /** The applicant withdraws, and the centre above has not yet confirmed. */
    WITHDRAWING,
    /** Withdrawn before a decision. The end. */
    WITHDRAWN,
    /** Not corrected by the last day that the item sets (补正逾期终止). The end. */
    LAPSED,
    /** Answered in writing, as it cannot be done now, or at all (明确答复). The end; of no licence. */
    ANSWERED,
    /** A transferred case that was handed back to the centre below. The end here. */
    RETURNED,
    /** Granted, but what was to be changed or renewed was taken back before the result was made out. The end. */
    GRANT_ENDED;

    /** Whether the case has come to its end here. */
    public boolean isEnd() {
        return switch (this) {
            case NOT_ACCEPTED, DELIVERED, WITHDRAWN, LAPSED, ANSWERED, RETURNED, GRANT_ENDED -> true;
            default -> false;
        };
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(
                CaseState.class, "state." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
