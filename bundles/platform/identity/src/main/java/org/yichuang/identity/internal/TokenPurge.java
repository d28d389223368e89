package org.yichuang.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Removes tokens and sessions that are over; one container at a time does it for all. */
public final class TokenPurge {
    private static final Logger LOG = LoggerFactory.getLogger(TokenPurge.class);
    private static final String LEASE = "identity-purge";
    private static final int MINUTES = 10;

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Leases leases;
    private final Tenants tenants;
    private final Settings settings;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(job -> new Thread(job, LEASE));

    public TokenPurge(
            EntityManagerFactory entities,
            Transactions transactions,
            Leases leases,
            Tenants tenants,
            Settings settings) {
        this.settings = settings;
        this.entities = entities;
        this.transactions = transactions;
        this.leases = leases;
        this.tenants = tenants;
    }

    public void start() {
        worker.scheduleWithFixedDelay(this::attempt, MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    public void stop() {
        worker.shutdownNow();
    }

    private void attempt() {
        try {
            purge();
        } catch (RuntimeException e) { // an escaping exception would end the timer for good
            LOG.warn("Expired sessions could not be removed, trying again in {} minutes", MINUTES, e);
        }
    }

    /** Removes what has expired, if no other container is at it. */
    int purge() {
        Optional<UnitOfWork.Lease> lease = leases.acquire(LEASE, Duration.ofMinutes(MINUTES));
        int removed = 0;
        if (lease.isPresent()) {
            for (Tenant tenant : tenants.all()) {
                Instant now = tenants.clock().instant();
                removed += transactions.write(CallContext.system(tenant.id(), now, LEASE), Integer.class, unit -> {
                    unit.require(lease.get());
                    return new IdentityRepository(unit.entities(entities))
                            .removeExpired(now, now.minus(settings.now().idle()));
                });
            }
        }
        return removed;
    }
}
