package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** When, by whom and where a step is taken. */
public record Now(CallContext context, Tenant centre, WorkingCalendar calendar) {
    /** The day. */
    public LocalDate today() {
        return context.today();
    }

    /** Who acts. */
    String account() {
        return context.actor().account();
    }

    /** The last day of a limit that begins today, in working days. */
    /** Until which last day payers are reminded today. */
    public LocalDate reminded() {
        return within(FeePolicy.REMIND);
    }

    LocalDate within(SettingDefinition workingDays) {
        int days = (int) FeePolicy.number(centre, workingDays);
        return Deadlines.addWorkdays(today(), days, calendar);
    }
}
