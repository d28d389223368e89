package org.yichuang.cases.internal;

import java.time.LocalDate;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * An application that is entered afterwards, as when it came the system was not there: the day on which it had come is
 * that from which its limits count, and the case is marked as not captured step by step (M-CAS-12).
 */
final class EnteredAfterwards {
    private static final int LONGEST_AGO = 1;

    private EnteredAfterwards() {}

    /**
     * Refuses a day that cannot be so.
     *
     * @param cameOn the day; null where the application is taken in as it comes
     * @throws ProblemException {@link CommonError#FIELDS_INVALID}
     */
    static void require(LocalDate cameOn, CallContext context) {
        if (cameOn == null) {
            return;
        }
        if (!Staff.isStaff(context.actor())) {
            throw refusal("came-on.staff");
        }
        boolean isBefore = cameOn.isBefore(context.today());
        if (!isBefore || cameOn.isBefore(context.today().minusYears(LONGEST_AGO))) {
            throw refusal("came-on.day");
        }
    }

    private static ProblemException refusal(String key) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, "cameOn", LocalizedMessage.of(EnteredAfterwards.class, key));
    }
}
