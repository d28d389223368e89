package org.yichuang.web.internal;

import io.prometheus.metrics.model.registry.MultiCollector;
import java.util.List;
import java.util.Map;
import javax.servlet.Filter;
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
    private final Filter rateFilter;
    private final ConcurrencyLimit streamPlaces;
    private final RequestMetrics metrics;

    /** Takes what the chain stands on. */
    public RequestChain(
            Tenants tenants,
            ModuleRegistry registry,
            Journal journal,
            List<Authenticator> authenticators,
            WebSettings settings,
            SpoolFolder spool) {
        refusals = new DefaultRefusalRecorder(journal);
        RateLimiter rates = new RateLimiter(settings, System::nanoTime);
        streamPlaces = new ConcurrencyLimit(
                settings, WebSettings.Values::concurrentStreams, WebSettings.Values::concurrentStreamsOfAccount);
        rateFilter = new AddressRateFilter(rates, settings);
        RequestBodies bodies = new RequestBodies(settings, spool, System::nanoTime);
        DefaultRequestFilter unmeasured =
                new DefaultRequestFilter(tenants, authenticators, new ModuleSwitch(registry), rates, settings, bodies);
        metrics = new RequestMetrics(Map.of(
                "requests", unmeasured::running, "slow_bodies", bodies::waiting, "streams", streamPlaces::running));
        filter = new MeasuredRequestFilter(unmeasured, metrics, System::nanoTime);
    }

    /** The chain. */
    public RequestFilter filter() {
        return filter;
    }

    /** Holds to their rate those who ask for what is not behind the chain. */
    public Filter rateFilter() {
        return rateFilter;
    }

    /** How many long-lived answers there may be, in all and for one account. */
    public ConcurrencyLimit streamPlaces() {
        return streamPlaces;
    }

    /** The figures of requests. */
    public MultiCollector metrics() {
        return metrics;
    }

    /** What becomes of refusals. */
    public RefusalRecorder refusals() {
        return refusals;
    }
}
