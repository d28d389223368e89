package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.OperatorSetting;
import org.yichuang.kernel.api.ProblemException;

/** Anchors every fifth of a second, in one container at a time. */
public class AnchorJob {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorJob.class);
    private static final String LEASE = "journal-anchor";
    private static final Duration LEASE_TIME = Duration.ofSeconds(10);
    private static final Duration RENEW_AFTER = Duration.ofSeconds(4);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Anchoring anchoring;
    private final Leases leases;
    private final Clock machineClock;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "yichuang-journal-anchor");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<UnitOfWork.Lease> lease = Optional.empty();
    private Instant leaseAsked = Instant.MIN;
    private Instant pauseUntil = Instant.MIN;
    private Duration pause = Duration.ZERO;

    public AnchorJob(Anchoring anchoring, Leases leases, Clock machineClock, String intervalMillis) {
        this.anchoring = anchoring;
        this.leases = leases;
        this.machineClock = machineClock;
        this.interval = Duration.ofMillis(
                OperatorSetting.number("org.yichuang.journal.cfg anchor.interval", intervalMillis, 1, 200));
    }

    /** Begins. */
    public void start() {
        timer.scheduleWithFixedDelay(this::run, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends, and lets another container go on at once. */
    public void stop() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(LEASE_TIME.toSeconds(), TimeUnit.SECONDS)) {
            timer.shutdownNow();
        }
        try {
            lease.ifPresent(leases::release);
        } catch (RuntimeException e) {
            LOG.debug("The lease could not be given back; it lapses by itself", e);
        }
    }

    private void run() {
        Instant now = machineClock.instant();
        if (now.isBefore(pauseUntil)) {
            return;
        }
        try {
            turn(now);
            pause = Duration.ZERO;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) { // an escaping error would end the anchoring for good
            failed(e, now);
        }
    }

    private void turn(Instant now) {
        if (now.isAfter(leaseAsked.plus(RENEW_AFTER))) {
            boolean had = lease.isPresent();
            lease = leases.acquire(LEASE, LEASE_TIME);
            leaseAsked = now;
            if (lease.isPresent() && !had) {
                anchoring.anchored().forEach(anchoring::catchUp);
            }
        }
        if (lease.isEmpty()) {
            return;
        }
        anchoring.waiting().forEach(tenant -> anchoring.anchor(tenant, lease.get()));
    }

    private void failed(Throwable failure, Instant now) {
        if (failure instanceof ProblemException problem && problem.code() == JournalError.LEASE_LOST) {
            lease = Optional.empty();
            leaseAsked = Instant.MIN;
            return;
        }
        pause = pause.isZero() ? interval.multipliedBy(5) : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        pauseUntil = now.plus(pause);
        LOG.warn("Anchoring failed; it goes on in {} s", pause.toSeconds(), failure);
    }
}
