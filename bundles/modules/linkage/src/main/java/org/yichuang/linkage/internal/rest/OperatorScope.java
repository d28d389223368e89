package org.yichuang.linkage.internal.rest;

import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** How far a call reaches: its own centre, and for the operator of the root centre the one that is named. */
public class OperatorScope {
    private final Tenants tenants;

    public OperatorScope(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Returns the context in which the named centre is served.
     *
     * @param centre the name, or null for the call's own
     * @throws ProblemException {@code other-tenant}, {@code tenant-unknown}, {@code module-off}
     */
    public CallContext of(String centre, CallContext context) {
        if (centre == null || centre.isBlank() || centre.equals(context.tenant().value())) {
            return context;
        }
        if (!context.actor().has(Role.OPERATOR.key())
                || tenants.get(context.tenant()).parent().isPresent()) {
            throw new ProblemException(
                    CommonError.OTHER_TENANT, LocalizedMessage.of(OperatorScope.class, "centre.root-only"));
        }
        Tenant other = find(centre);
        if (!other.has("linkage")) {
            throw new ProblemException(
                    CommonError.MODULE_OFF,
                    LocalizedMessage.of(OperatorScope.class, "linkage.off", other.name(), centre));
        }
        return elsewhere(other.id(), context);
    }

    private Tenant find(String centre) {
        if (!TenantId.isWellFormed(centre)) {
            throw new ProblemException(
                    CommonError.TENANT_UNKNOWN, LocalizedMessage.of(OperatorScope.class, "centre.unknown", centre));
        }
        return tenants.get(new TenantId(centre));
    }

    /** The journal of the other centre names the operator with the centre that the account belongs to. */
    private static CallContext elsewhere(TenantId centre, CallContext context) {
        Actor actor = context.actor();
        Actor guest = actor.named(actor.account() + "@" + context.tenant());
        return new CallContext(
                centre, guest, context.at(), context.requestId(), context.idempotencyKey(), context.expectedVersion());
    }
}
