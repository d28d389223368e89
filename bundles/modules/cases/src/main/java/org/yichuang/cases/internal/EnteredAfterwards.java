package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenants;

/**
 * An application that is entered afterwards, as when it came the system was not there: the day on which it had come is
 * that from which its limits count, and the case is marked as not captured step by step (M-CAS-12). A day that is only
 * said would be a favour: what shows it is kept with the case, and an early one is a chief representative's to enter.
 */
final class EnteredAfterwards {
    /** How many working days ago whoever takes in may enter; a chief representative beyond them. */
    static final SettingDefinition DAYS = SettingDefinition.number("policy.cases.afterwards.days", 5, 1, 60);

    private static final int LONGEST_AGO = 1;

    private EnteredAfterwards() {}

    /**
     * Refuses a day that cannot be so, that nothing shows, or that somebody else has to answer for.
     *
     * @param entered the day; null where the application is taken in as it comes
     * @throws ProblemException {@link CommonError#FIELDS_INVALID}
     */
    static void require(Afterwards entered, Tenants tenants, CallContext context) {
        if (entered == null) {
            return;
        }
        if (!Staff.isStaff(context.actor())) {
            throw refusal("cameOn", "came-on.staff");
        }
        requireDay(entered.cameOn(), context.today());
        if (entered.reason() == null || entered.reason().isBlank()) {
            throw refusal("reason", "came-on.reason");
        }
        if (entered.proof() == null || !entered.proof().given()) {
            throw refusal("proof.file", "came-on.proof");
        }
        if (!Staff.isChief(context.actor()) && isEarly(entered.cameOn(), tenants, context)) {
            throw refusal("cameOn", "came-on.chief", days(tenants, context));
        }
    }

    private static void requireDay(LocalDate cameOn, LocalDate today) {
        boolean isBefore = cameOn != null && cameOn.isBefore(today);
        if (!isBefore || cameOn.isBefore(today.minusYears(LONGEST_AGO))) {
            throw refusal("cameOn", "came-on.day");
        }
    }

    private static boolean isEarly(LocalDate cameOn, Tenants tenants, CallContext context) {
        Limit own = Limit.working(days(tenants, context));
        return Deadlines.due(cameOn, own, List.of(), null, tenants.calendar(context.tenant()))
                .due()
                .filter(context.today()::isAfter)
                .isPresent();
    }

    private static int days(Tenants tenants, CallContext context) {
        return Integer.parseInt(tenants.get(context.tenant()).policy(DAYS.key(), DAYS.usual()));
    }

    private static ProblemException refusal(String field, String key, Object... values) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID,
                "afterwards." + field,
                LocalizedMessage.of(EnteredAfterwards.class, key, values));
    }
}
