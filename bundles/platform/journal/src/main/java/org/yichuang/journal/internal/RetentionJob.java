package org.yichuang.journal.internal;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Leases;
import org.yichuang.kernel.api.TenantId;

/** Forgets what is old every hour, in one container at a time; apart from the anchoring, which must not wait for it. */
public class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);
    private static final String LEASE = "journal-retention";
    private static final int FIRST_MINUTE = 2;
    private static final int EVERY_MINUTES = 60;
    /** Until the next time: a lease that has lapsed tells operators that nobody does the work. */
    private static final Duration HOLD = Duration.ofMinutes(EVERY_MINUTES + 10);

    private final Retention retention;
    private final Leases leases;
    private final KnownTenants tenants;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "yichuang-" + LEASE);
        thread.setDaemon(true);
        return thread;
    });

    public RetentionJob(Retention retention, Leases leases, KnownTenants tenants) {
        this.retention = retention;
        this.leases = leases;
        this.tenants = tenants;
    }

    /** Begins. */
    public void start() {
        timer.scheduleWithFixedDelay(this::attempt, FIRST_MINUTE, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Ends; a part that is under way is finished or undone. */
    public void stop() {
        timer.shutdownNow();
    }

    private void attempt() {
        try {
            run();
        } catch (RuntimeException e) { // an escaping exception would end the timer for good
            LOG.warn("Old rows could not be forgotten, trying again in {} minutes", EVERY_MINUTES, e);
        }
    }

    /** Forgets what is old at every centre, as long as the lease is ours. */
    void run() {
        for (TenantId tenant : tenants.all()) {
            if (leases.acquire(LEASE, HOLD).isEmpty()) {
                return;
            }
            retention.forgetOld(tenant);
        }
    }
}
