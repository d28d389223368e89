package org.yichuang.journal.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.LeasedJobs;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;

/** One job on this node: its timer, its thread, and the lease that it holds from one run to the next. */
final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** Beyond the period: a lease that has lapsed tells operators that nobody does the work. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);
    /** After so long a run is gone on with that the database ended, or sooner where its period is shorter. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private static final Duration STOP = Duration.ofSeconds(10);

    private final LeasedJob job;
    private final String name;
    private final Duration period;
    private final Leases leases;
    private final KnownTenants tenants;
    private final PlatformClock clock;
    private final Renewal renewal;
    private final Predicate<TenantId> isUnderProof;
    private final ScheduledExecutorService timer;
    private volatile boolean stopping;
    private volatile boolean lost;
    private volatile Optional<UnitOfWork.Lease> lease = Optional.empty();
    private volatile Optional<Instant> lastStart = Optional.empty();
    private volatile Optional<Duration> lastTook = Optional.empty();
    private volatile Map<String, String> failures = Map.of();
    private Optional<Long> endedNanos = Optional.empty();
    /** Behind whom a run goes on that was broken off; empty when the last one was whole. */
    private Optional<TenantId> brokenOffAt = Optional.empty();

    JobRunner(
            LeasedJob job,
            Leases leases,
            KnownTenants tenants,
            PlatformClock clock,
            Renewal renewal,
            Predicate<TenantId> isUnderProof) {
        this.isUnderProof = isUnderProof;
        this.job = job;
        this.name = job.name();
        this.period = job.period();
        this.leases = leases;
        this.tenants = tenants;
        this.clock = clock;
        this.renewal = renewal;
        this.timer = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "yichuang-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        long look = (period.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : period).toMillis();
        timer.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    /**
     * Ends after the present transaction and lets another node go on; work that goes on for ten seconds is interrupted.
     */
    void stop() {
        stopping = true;
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} is still at work; what it has not committed is done again", name);
                timer.shutdownNow();
            }
            lease.ifPresent(leases::release);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The lease could not be given back; it lapses by itself", e);
        }
    }

    LeasedJobs.Status status() {
        return new LeasedJobs.Status(name, period, lease.isPresent(), lastStart, lastTook, failures);
    }

    /** Whatever escaped would end the timer for good. */
    private void look() {
        try {
            Duration pause = brokenOffAt.isPresent() && RETRY.compareTo(period) < 0 ? RETRY : period;
            boolean due = endedNanos
                    .filter(ended -> System.nanoTime() - ended < pause.toNanos())
                    .isEmpty();
            if (due) {
                run();
            }
        } catch (Throwable e) {
            if (!Failures.isSurvivable(e)) {
                throw e;
            }
            failures = Map.of("", e.toString());
            LOG.warn("{} failed; it will run again", name, e);
        }
    }

    /** Runs once over everybody, if no other node is at it. */
    void run() {
        Duration hold = period.plus(GRACE);
        lease = lease.flatMap(leases::renew).or(() -> leases.acquire(name, hold));
        if (lease.isEmpty()) {
            return;
        }
        UnitOfWork.Lease held = lease.get();
        lost = false;
        lastStart = Optional.of(clock.machine().instant());
        lastTook = Optional.empty();
        long began = System.nanoTime();
        Future<?> renewing = renewal.start(() -> renew(held));
        try {
            failures = work(held);
        } finally {
            renewing.cancel(false);
            endedNanos = Optional.of(System.nanoTime());
            lastTook = Optional.of(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private Map<String, String> work(UnitOfWork.Lease held) {
        if (job.scope() == LeasedJob.Scope.ONCE) {
            job.run(new Run(Optional.empty(), held));
            return Map.of();
        }
        Map<String, String> failed = new TreeMap<>();
        for (TenantId tenant : inTurn()) {
            if (stopping || lost) {
                break;
            }
            try {
                if (!job.rewritesRows() || isUnderProof.test(tenant)) {
                    Run run = new Run(Optional.of(tenant), held);
                    job.run(run);
                    run.failed.ifPresent(what -> failed.put(tenant.value(), what));
                }
            } catch (Throwable e) {
                if (!Failures.isSurvivable(e) || Failures.isNobodysFault(e)) {
                    brokenOffAt = Optional.of(tenant);
                    throw e;
                }
                failed.put(tenant.value(), e.toString());
                LOG.warn("{} failed at {}; the next centre follows", name, tenant, e);
            }
        }
        brokenOffAt = Optional.empty();
        return failed;
    }

    /** All tenants, those first that a run which was broken off has not come to. */
    private List<TenantId> inTurn() {
        List<TenantId> all = new ArrayList<>(tenants.all());
        brokenOffAt.map(all::indexOf).filter(first -> first > 0).ifPresent(first -> Collections.rotate(all, -first));
        return all;
    }

    /** A lease that cannot be renewed has been somebody else's meanwhile. */
    private void renew(UnitOfWork.Lease held) {
        // Whatever escaped would end the renewals for good
        ForeignCode.run(
                () -> lost = leases.renew(held).isEmpty(),
                failure -> LOG.debug("The lease of {} could not be renewed; it is tried again", name, failure));
    }

    /** Who renews leases, and how often. */
    record Renewal(ScheduledExecutorService timer, Duration every) {
        Future<?> start(Runnable renew) {
            return timer.scheduleWithFixedDelay(renew, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One run for one tenant or none. */
    private final class Run implements JobRun {
        private final Optional<TenantId> tenant;
        private final UnitOfWork.Lease held;
        private Optional<String> failed = Optional.empty();

        Run(Optional<TenantId> tenant, UnitOfWork.Lease held) {
            this.tenant = tenant;
            this.held = held;
        }

        @Override
        public CallContext context() {
            return CallContext.system(
                    tenant.orElseThrow(() -> new IllegalStateException(name + " is done for no tenant")),
                    clock.clock().instant(),
                    name);
        }

        @Override
        public UnitOfWork.Lease lease() {
            return held;
        }

        @Override
        public boolean goesOn() {
            return !stopping && !lost;
        }

        @Override
        public void failed(String what) {
            failed = Optional.of(what);
        }
    }
}
