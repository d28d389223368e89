package org.yichuang.journal.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Anchors every fifth of a second, in one container at a time. */
public class AnchorJob {
    private static final Logger LOG = LoggerFactory.getLogger(AnchorJob.class);
    private static final String LEASE = "journal-anchor";
    private static final Duration LEASE_TIME = Duration.ofSeconds(10);
    private static final Duration RENEW_AFTER = Duration.ofSeconds(4);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration CATCH_UP_EVERY = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Anchoring anchoring;
    private final AnchorWatch watch;
    private final AnchorHeads heads;
    private final Leases leases;
    private final LongSupplier nanos;
    private final Duration interval;
    private final Map<TenantId, Pause> pauses = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "yichuang-journal-anchor");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<UnitOfWork.Lease> lease = Optional.empty();
    private Optional<Long> leaseAsked = Optional.empty();
    private Optional<Long> lastLook = Optional.empty();
    private Optional<Long> lastCatchUp = Optional.empty();
    private Optional<Pause> pause = Optional.empty();

    /** @param settings how long it rests between two rounds */
    public AnchorJob(
            Anchoring anchoring, AnchorWatch watch, AnchorHeads heads, Leases leases, JournalSettings settings) {
        this(anchoring, watch, heads, leases, System::nanoTime, settings);
    }

    /** @param nanos measures how long things take: a machine's clock that is set must not stop the anchoring */
    AnchorJob(
            Anchoring anchoring,
            AnchorWatch watch,
            AnchorHeads heads,
            Leases leases,
            LongSupplier nanos,
            JournalSettings settings) {
        this.anchoring = anchoring;
        this.watch = watch;
        this.heads = heads;
        this.leases = leases;
        this.nanos = nanos;
        this.interval = Duration.ofMillis(settings.now().anchorInterval());
    }

    /** Begins. */
    public void start() {
        timer.scheduleWithFixedDelay(this::run, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for the round up to the length of the lease, then interrupts it, and lets another container go on. */
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

    /** One round, unless the last one has failed and rests. */
    void run() {
        if (pause.filter(this::isResting).isPresent()) {
            return;
        }
        // An escaping error would end the anchoring for good
        ForeignCode.run(
                () -> {
                    round();
                    pause = Optional.empty();
                },
                this::failed);
    }

    private void round() {
        if (isDue(lastLook, LOOK_EVERY)) {
            lastLook = Optional.of(nanos.getAsLong());
            watch.look(anchoring.waiting(), anchoring::lastAnchor, nanos.getAsLong());
        }
        if (holdsLease()) {
            for (TenantId tenant : anchoring.waiting()) {
                // A round over many centres takes longer than the lease: it is renewed on the way
                if (!holdsLease()) {
                    return;
                }
                apart(tenant, "Anchoring", () -> anchoring.anchor(tenant, lease.orElseThrow()));
            }
        }
        if (isDue(lastCatchUp, CATCH_UP_EVERY)) {
            lastCatchUp = Optional.of(nanos.getAsLong());
            anchoring.askAgain();
            catchUp();
        }
    }

    /** Every container keeps the heads, whoever anchors; a file that could not be written is completed here. */
    private void catchUp() {
        for (TenantId tenant : anchoring.anchored()) {
            holdsLease();
            apart(tenant, "Completing the anchor file", () -> anchoring.catchUp(tenant));
        }
        heads.keep();
    }

    private boolean holdsLease() {
        if (isDue(leaseAsked, RENEW_AFTER)) {
            leaseAsked = Optional.of(nanos.getAsLong());
            lease = lease.flatMap(leases::renew).or(() -> leases.acquire(LEASE, LEASE_TIME));
        }
        return lease.isPresent();
    }

    private boolean isDue(Optional<Long> last, Duration every) {
        return last.filter(then -> nanos.getAsLong() - then < every.toNanos()).isEmpty();
    }

    private boolean isResting(Pause present) {
        return nanos.getAsLong() - present.sinceNanos < present.length.toNanos();
    }

    /** What fails at one centre waits its turn there, and holds up no other. */
    private void apart(TenantId tenant, String what, Runnable work) {
        Optional<Pause> present = Optional.ofNullable(pauses.get(tenant));
        if (present.filter(this::isResting).isPresent()) {
            return;
        }
        try {
            work.run();
            pauses.remove(tenant);
        } catch (RuntimeException | Error e) {
            if (!Failures.isSurvivable(e)
                    || isProblem(e, JournalError.LEASE_LOST)
                    || isProblem(e, CommonError.UNAVAILABLE)) {
                throw e; // concerns all
            }
            Pause next = Pause.after(present, nanos.getAsLong());
            pauses.put(tenant, next);
            LOG.warn("{} failed at {}; it goes on there in {} s", what, tenant, next.length.toSeconds(), e);
        }
    }

    private void failed(Throwable failure) {
        if (isProblem(failure, JournalError.LEASE_LOST)) {
            lease = Optional.empty();
            leaseAsked = Optional.empty();
            return;
        }
        Pause next = Pause.after(pause, nanos.getAsLong());
        pause = Optional.of(next);
        LOG.warn("Anchoring failed; it goes on in {} s", next.length.toSeconds(), failure);
    }

    private static boolean isProblem(Throwable failure, ErrorCode code) {
        return failure instanceof ProblemException problem && problem.code() == code;
    }

    /** How long something rests that has failed: twice as long each time, a minute at most. */
    private record Pause(Duration length, long sinceNanos) {
        static Pause after(Optional<Pause> before, long nowNanos) {
            Duration length = before.map(last -> last.length.multipliedBy(2)).orElse(FIRST_PAUSE);
            return new Pause(length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length, nowNanos);
        }
    }
}
