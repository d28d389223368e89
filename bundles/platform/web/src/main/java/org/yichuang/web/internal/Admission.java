package org.yichuang.web.internal;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Credentials;
import org.yichuang.web.api.RequestState;

/** Whether who asked some time ago would still be let in, as the same with the same rights. */
final class Admission implements BooleanSupplier {
    private final Tenants tenants;
    private final ModuleSwitch modules;
    private final BiFunction<Credentials, CallContext, Optional<Authentication>> authentication;
    private final TenantId centre;
    private final Credentials credentials;
    private final Actor actor;
    private final String requestId;
    private final String module;

    /** @param module the word of the module that answers */
    Admission(
            Tenants tenants,
            ModuleSwitch modules,
            BiFunction<Credentials, CallContext, Optional<Authentication>> authentication,
            RequestState state,
            String module) {
        this.tenants = tenants;
        this.modules = modules;
        this.authentication = authentication;
        this.centre = state.context().tenant();
        this.credentials = silent(state.credentials());
        this.actor = state.actor();
        this.requestId = state.requestId();
        this.module = module;
    }

    /** That somebody listens is no sign that somebody is at work. */
    private static Credentials silent(Credentials shown) {
        return shown instanceof Credentials.SessionSecret session
                ? new Credentials.SessionSecret(session.secret(), false)
                : shown;
    }

    @Override
    public boolean getAsBoolean() {
        Optional<Tenant> now = tenants.find(centre);
        return now.isPresent()
                && !now.get().isElsewhere()
                && !now.get().isSuspended()
                && modules.isOn(module, now.get())
                && (actor.equals(Actor.ANONYMOUS) || isSame());
    }

    private boolean isSame() {
        CallContext context = new CallContext(
                centre, Actor.ANONYMOUS, tenants.clock().instant(), requestId, Optional.empty(), Optional.empty());
        return authentication
                .apply(credentials, context)
                .filter(known -> known.validHere() && known.actor().equals(actor))
                .isPresent();
    }
}
