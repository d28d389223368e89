package org.yichuang.linkage.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Gives each centre of this deployment its key soon after it appears, or is to sign by another algorithm, so that the
 * first message need not wait for it. News of a centre only hasten that: they may come before this listener is known,
 * or while the database is away, so it also looks by itself.
 */
public class KeyMaker implements TenancyListener {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMaker.class);
    private static final int EVERY_SECONDS = 10;

    private final Tenants tenants;
    private final KeyRing keys;
    private final Whereabouts whereabouts;
    private final CentreAlgorithms algorithms;
    private final Set<Made> made = ConcurrentHashMap.newKeySet();
    private final Set<TenantId> failed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService maker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "yichuang-linkage-keys");
        thread.setDaemon(true);
        return thread;
    });

    public KeyMaker(Tenants tenants, KeyRing keys, Whereabouts whereabouts) {
        this.tenants = tenants;
        this.keys = keys;
        this.whereabouts = whereabouts;
        this.algorithms = new CentreAlgorithms(tenants);
    }

    /** Begins to look after the centres. */
    public void start() {
        maker.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends with the bundle. */
    public void stop() {
        maker.shutdownNow();
    }

    @Override
    public void tenantChanged(Tenant tenant) {
        try {
            maker.execute(() -> provide(tenant));
        } catch (RejectedExecutionException e) {
            LOG.debug("It ends: {} gets its key at the next start", tenant.id());
        }
    }

    /** Looks after every centre that has no key yet, as far as this node knows. */
    void look() {
        try {
            tenants.all().forEach(this::provide);
        } catch (RuntimeException e) {
            LOG.debug("The centres are not there yet: {}", e.getMessage());
        }
    }

    private void provide(Tenant tenant) {
        TenantId id = tenant.id();
        Made its = new Made(id, algorithms.of(id));
        if (!tenant.has("linkage")
                || made.contains(its)
                || Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            if (!whereabouts.isHere(id)) {
                return; // it has its key where it lives
            }
            keys.signing(id);
            made.add(its);
            failed.remove(id);
        } catch (RuntimeException e) {
            if (failed.add(id)) {
                LOG.warn("{} has no signing key yet; it is tried again: {}", id, e.toString());
            }
        }
    }

    /** Who has a key, and for what. */
    private record Made(TenantId centre, SignatureAlgorithm algorithm) {}
}
