package org.yichuang.web.internal;

import java.util.List;
import org.yichuang.journal.api.Journal;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.RefusalRecorder;
import org.yichuang.web.api.RequestFilter;

/** Puts the chain together. */
public final class RequestChain {
    private final RequestFilter filter;
    private final RefusalRecorder refusals;

    /** Takes what the chain stands on. */
    public RequestChain(
            Tenants tenants,
            ModuleRegistry registry,
            Journal journal,
            List<Authenticator> authenticators,
            WebSettings settings) {
        refusals = new DefaultRefusalRecorder(journal);
        RateLimiter rates = new RateLimiter(settings, System::nanoTime);
        filter = new DefaultRequestFilter(
                tenants, authenticators, new ModuleSwitch(registry), rates, settings, System::nanoTime);
    }

    /** The chain. */
    public RequestFilter filter() {
        return filter;
    }

    /** What becomes of refusals. */
    public RefusalRecorder refusals() {
        return refusals;
    }
}
