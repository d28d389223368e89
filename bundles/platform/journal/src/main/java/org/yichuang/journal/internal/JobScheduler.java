package org.yichuang.journal.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.journal.api.Leases;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;

/** The jobs of this node, from when they come until they go. */
public class JobScheduler implements LeasedJobs {
    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);

    private static final Duration RENEW = Duration.ofSeconds(10);

    private final Leases leases;
    private final KnownTenants tenants;
    private final PlatformClock clock;
    private final Predicate<TenantId> isUnderProof;
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "yichuang-job-leases");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Present> present = new ConcurrentSkipListMap<>();

    /** @param isUnderProof whether a tenant's rows may be written anew by themselves */
    public JobScheduler(Leases leases, KnownTenants tenants, PlatformClock clock, Predicate<TenantId> isUnderProof) {
        this.isUnderProof = isUnderProof;
        this.leases = leases;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A job has come. */
    public void bind(LeasedJob job) {
        if (job == null) {
            return;
        }
        JobRunner.Renewal renewal = new JobRunner.Renewal(renewals, RENEW);
        Present own = new Present(job, new JobRunner(job, leases, tenants, clock, renewal, isUnderProof));
        if (present.putIfAbsent(job.name(), own) != null) {
            LOG.error("Two jobs are called {}: the second is not run", job.name());
            return;
        }
        own.runner.start();
    }

    /**
     * A job goes. Returns when it is not run any more, but waits ten seconds at most: one that is at work for longer is
     * interrupted, and what it has not committed is done again by the next run.
     */
    public void unbind(LeasedJob job) {
        if (job == null) {
            return;
        }
        Present own = present.get(job.name());
        if (own != null && own.job.equals(job)) {
            own.runner.stop();
            present.remove(job.name(), own);
        }
    }

    /** Ends all jobs, one after the other, each as {@link #unbind} does. */
    public void stop() {
        present.values().forEach(own -> own.runner.stop());
        present.clear();
        renewals.shutdownNow();
    }

    @Override
    public List<Status> jobs() {
        return present.values().stream().map(own -> own.runner.status()).toList();
    }

    private record Present(LeasedJob job, JobRunner runner) {}
}
