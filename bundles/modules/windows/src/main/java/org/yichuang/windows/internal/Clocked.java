package org.yichuang.windows.internal;

import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.internal.domain.Now;

/** Knows when, by whom and where a step is taken, with the centre's settings and its calendar. */
class Clocked {
    private final Tenants tenants;

    Clocked(Tenants tenants) {
        this.tenants = tenants;
    }

    Now now(UnitOfWork unit) {
        TenantId tenant = unit.context().tenant();
        return new Now(unit.context(), tenants.get(tenant), tenants.calendar(tenant));
    }

    Tenant centre(TenantId tenant) {
        return tenants.get(tenant);
    }
}
