package org.yichuang.journal.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;

/** The thread of one listener on this node: it works while it holds the listener's lease. */
final class EventRunner {
    private static final Logger LOG = LoggerFactory.getLogger(EventRunner.class);
    private static final Duration LEASE_TIME = Duration.ofSeconds(30);
    private static final Duration RENEW_AFTER = Duration.ofSeconds(5);
    /** Without news; an event of another node's anchoring is heard this late at most. */
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Events that come one by one are gathered. */
    private static final Duration GATHER = Duration.ofMillis(100);
    /** As long as they keep coming, so that a busy house pays for few transactions. */
    private static final Duration GATHER_BUSY = Duration.ofMillis(400);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String name;
    private final EventFollower follower;
    private final Leases leases;
    private final Thread thread;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;
    private volatile String trouble = "";
    private Optional<UnitOfWork.Lease> lease = Optional.empty();
    private long leaseAsked;
    private long lastNews = System.nanoTime() - LOOK.toNanos();

    EventRunner(String name, EventFollower follower, Leases leases) {
        this.name = name;
        this.follower = follower;
        this.leases = leases;
        this.thread = new Thread(this::run, "yichuang-event-" + name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There may be something to do. Short. */
    void wake() {
        news.release();
    }

    /**
     * Ends after the present transaction and lets another node go on at once. A listener that goes on for ten seconds
     * is interrupted.
     */
    void stop() {
        stopping = true;
        wake();
        LockSupport.unpark(thread);
        try {
            thread.join(STOP.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it makes no headway, empty when all is well. */
    String trouble() {
        return trouble;
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!stopping) {
            try {
                boolean more = turn();
                trouble = "";
                pause = Duration.ZERO;
                if (!more) {
                    await(LOOK);
                }
            } catch (Throwable e) {
                if (!Failures.isSurvivable(e)) {
                    throw e;
                }
                pause = failed(e, pause);
                await(pause);
            }
        }
        release();
    }

    private boolean turn() {
        long now = System.nanoTime();
        if (lease.isEmpty() || now - leaseAsked > RENEW_AFTER.toNanos()) {
            lease = lease.flatMap(leases::renew).or(() -> leases.acquire("event-" + name, LEASE_TIME));
            leaseAsked = now;
        }
        if (lease.isEmpty()) {
            return false;
        }
        follower.register();
        return follower.follow(lease.get(), () -> stopping || System.nanoTime() - leaseAsked > RENEW_AFTER.toNanos());
    }

    private Duration failed(Throwable failure, Duration pause) {
        if (failure instanceof ProblemException problem && problem.code() == JournalError.LEASE_LOST) {
            lease = Optional.empty();
            return LOOK;
        }
        Duration next = pause.isZero() ? LOOK : pause.multipliedBy(2);
        if (!stopping) {
            if (trouble.isEmpty()) {
                LOG.warn("The event listener {} makes no headway; it is tried again", name, failure);
            }
            trouble = failure.toString();
        }
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private void await(Duration longest) {
        try {
            if (news.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS) && !stopping) {
                long now = System.nanoTime();
                boolean goesOn = now - lastNews < LOOK.toNanos();
                lastNews = now;
                LockSupport.parkNanos((goesOn ? GATHER_BUSY : GATHER).toNanos());
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void release() {
        try {
            lease.ifPresent(leases::release);
        } catch (RuntimeException e) {
            LOG.debug("The lease could not be given back; it lapses by itself", e);
        }
    }
}
