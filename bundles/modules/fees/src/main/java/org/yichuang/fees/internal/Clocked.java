package org.yichuang.fees.internal;

import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

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

    /**
     * Refuses a series of codes of which another centre that charges fees has some: the bank would not know whose one
     * is.
     */
    void requireOwn(String series, Tenant centre) {
        tenants.all().stream()
                .filter(other -> !other.id().equals(centre.id()) && other.has(FeeEvent.MODULE))
                .filter(other -> FeePolicy.isShared(series, FeePolicy.codeSeries(other)))
                .findFirst()
                .ifPresent(other -> {
                    throw ProblemException.of(FeeError.CODE_SERIES_SHARED, series, other.name());
                });
    }
}
