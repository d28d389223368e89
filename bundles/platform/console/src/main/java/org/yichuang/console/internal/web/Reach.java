package org.yichuang.console.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.PageCall;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.tenancy.api.TenancyPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** How far a person reaches: operators the centres below theirs, system administrators their own. */
final class Reach {
    private final Tenants tenants;

    Reach(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The centre of an address. */
    Tenant centre(PageCall call, String id) {
        Tenant centre = Optional.of(id)
                .filter(TenantId::isWellFormed)
                .flatMap(name -> tenants.find(new TenantId(name)))
                .orElseThrow(() -> new ProblemException(
                        TenancyError.TENANT_UNKNOWN, LocalizedMessage.of(Reach.class, "centre.unknown")));
        boolean own = centre.id().equals(call.tenant().id());
        if (own || isBelow(centre.id(), call) && call.context().actor().isPermitted(TenancyPermission.BELOW)) {
            return centre;
        }
        throw new ProblemException(CommonError.OTHER_TENANT, LocalizedMessage.of(Reach.class, "centre.out-of-reach"));
    }

    /** All centres that an operator reaches, those above before those below. */
    List<Tenant> all(PageCall call) {
        List<Tenant> all = new ArrayList<>();
        collect(call.tenant(), all);
        return all;
    }

    /** Tells whether a centre is the one that is asked, or one below it. */
    boolean isReached(PageCall call, TenantId centre) {
        return tenants.find(centre).isPresent() && isBelow(centre, call);
    }

    /** Refuses to touch a centre that lies outside, when its name comes with a form. */
    void require(PageCall call, String id) {
        if (TenantId.isWellFormed(id) && tenants.find(new TenantId(id)).isPresent()) {
            centre(call, id);
        }
    }

    private void collect(Tenant centre, List<Tenant> all) {
        all.add(centre);
        tenants.children(centre.id()).forEach(child -> collect(child, all));
    }

    private boolean isBelow(TenantId centre, PageCall call) {
        return tenants.lineage(centre).stream()
                .anyMatch(each -> each.id().equals(call.tenant().id()));
    }
}
