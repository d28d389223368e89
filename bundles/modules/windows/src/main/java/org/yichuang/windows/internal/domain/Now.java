package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;

/** When, by whom and where a step is taken. */
public record Now(CallContext context, Tenant centre, WorkingCalendar calendar) {
    /** The day. */
    public LocalDate today() {
        return context.today();
    }

    /** The account of whoever takes it. */
    public String account() {
        return context.actor().account();
    }
}
