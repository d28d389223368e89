package org.yichuang.linkage.internal.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.ForeignCode;

/**
 * Claims what is due, as soon as a commit tells of it and from time to time as a net, and has workers carry it. Once it
 * is suspended it claims nothing more; what it has claimed is carried to its end.
 */
class OutboxConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {
    /** What is claimed and waits for a worker; more would only let claims lapse. */
    private static final int QUEUED = 64;

    /**
     * Threads that may be on long ways at a time: begun when they are needed, so that receivers which hang, each with
     * as many as its lane is wide, take none away from others.
     */
    private static final int FAR = 128;

    private static final long FAR_IDLE_SECONDS = 30;
    private static final int UNLIMITED = -1;

    private final OutboxComponent outbox;
    private final OutboxEndpoint.Pace pace;
    private final Semaphore wakes = new Semaphore(0);
    /** For what stays in this deployment; what leaves it has its lanes. */
    private volatile Semaphore room;

    private final AtomicInteger queued = new AtomicInteger();
    private final Set<String> going = ConcurrentHashMap.newKeySet();
    private volatile Lanes lanes;
    private volatile boolean claims;
    private volatile boolean over;
    private ExecutorService claiming;
    private ExecutorService carrying;
    /** Threads of their own for long ways: one that hangs holds up nobody who lives here. */
    private ExecutorService carryingFar;

    private AutoCloseable telling;

    OutboxConsumer(OutboxEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.outbox = endpoint.outboxComponent();
        this.pace = endpoint.pace();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        room = new Semaphore(QUEUED + 2 * pace.workers());
        lanes = new Lanes(Math.max(1, pace.workers() / 2));
        over = false;
        claims = true;
        carrying = threads().newFixedThreadPool(this, "linkage-carry", pace.workers());
        carryingFar = threads()
                .newThreadPool(
                        this,
                        "linkage-carry-far",
                        new ThreadPoolProfileBuilder("linkage-carry-far")
                                .poolSize(FAR)
                                .maxPoolSize(FAR)
                                .maxQueueSize(UNLIMITED)
                                .keepAliveTime(FAR_IDLE_SECONDS)
                                .allowCoreThreadTimeOut(true)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                                .build());
        claiming = threads().newSingleThreadExecutor(this, "linkage-claim");
        telling = outbox.signal().listen(this::wake);
        claiming.execute(this::claimFromTimeToTime);
    }

    @Override
    protected void doSuspend() throws Exception {
        claims = false;
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        claims = true;
        wake();
    }

    @Override
    protected void doStop() throws Exception {
        claims = false;
        over = true;
        if (telling != null) {
            telling.close();
        }
        wake();
        threads().shutdownGraceful(claiming);
        threads().shutdownGraceful(carrying);
        threads().shutdownGraceful(carryingFar);
        super.doStop();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return queued.get();
    }

    /**
     * Nothing is left to prepare for what was suspended. Camel also calls this, once a stop has taken too long and ends
     * late, upon the consumer with which the route has begun anew since: that one goes on claiming.
     */
    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {}

    private void wake() {
        wakes.release();
    }

    private void claimFromTimeToTime() {
        try {
            while (!over) {
                ForeignCode.run(this::claimAll, outbox.outage()::began);
                wakes.tryAcquire(pace.poll(), TimeUnit.MILLISECONDS);
                wakes.drainPermits(); // several wakes say no more than one
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claimAll() {
        boolean found = claims;
        while (found && claims) {
            found = false;
            Set<String> probes = outbox.endpoints().probes();
            for (String topic : outbox.modules().topics()) {
                List<Pending> due = due(topic, probes);
                due.forEach(this::hand);
                found |= !due.isEmpty();
            }
            outbox.outage().ended();
        }
    }

    /** Nothing to where the way is shut or as full as it may be; to where a probe is due, one message. */
    private List<Pending> due(String topic, Set<String> probes) {
        Duration claim = Duration.ofMillis(pace.claim());
        Set<String> except = new HashSet<>(outbox.endpoints().shut());
        except.addAll(lanes.full());
        int form = outbox.modules().form(topic);
        List<Pending> due = new ArrayList<>(outbox.outbox().claim(topic, form, except, pace.most(), claim));
        probes.forEach(receiver -> due.addAll(outbox.outbox().claimFor(topic, form, receiver, 1, claim)));
        return due;
    }

    /** What is claimed again while it is still on its way from here has its claim prolonged by that. */
    private void hand(Pending pending) {
        if (going.contains(name(pending))) {
            return;
        }
        Claimed claimed = Claimed.now(pending, Duration.ofMillis(pace.claim()));
        if (!outbox.endpoints().isElsewhere(claimed.receiver())) {
            if (hasRoom()) {
                go(claimed, carrying, room::release);
            }
        } else if (lanes.enter(claimed)) {
            goFar(claimed);
        }
    }

    /** Waits for it, but for no longer than this consumer is there: what it has claimed lapses then. */
    private boolean hasRoom() {
        try {
            while (!over) {
                if (room.tryAcquire(1, TimeUnit.SECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void goFar(Claimed claimed) {
        go(claimed, carryingFar, () -> backFromFar(claimed));
    }

    private void go(Claimed claimed, ExecutorService threads, Runnable back) {
        queued.incrementAndGet();
        try {
            threads.execute(() -> {
                queued.decrementAndGet();
                try {
                    carry(claimed);
                } finally {
                    back.run();
                }
            });
        } catch (RejectedExecutionException e) {
            queued.decrementAndGet();
            back.run();
            throw e;
        }
    }

    private void backFromFar(Claimed claimed) {
        Claimed next = over ? null : lanes.leave(claimed);
        if (next != null) {
            goFar(next);
        } else {
            wake(); // there is room in its lane, for which nothing was claimed
        }
    }

    /** What has waited too long for its turn is somebody else's by now, and has not been tried. */
    private void carry(Claimed claimed) {
        String name = name(claimed.pending());
        if (claimed.isLapsed()) {
            ForeignCode.run(() -> outbox.outbox().release(claimed.pending()), outbox.outage()::began);
        } else if (going.add(name)) {
            try {
                carry(claimed.pending());
            } finally {
                going.remove(name);
            }
        }
    }

    private static String name(Pending pending) {
        return pending.tenant() + "/" + pending.message().id();
    }

    private void carry(Pending pending) {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setBody(pending);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        } finally {
            if (exchange.getException() != null) {
                getExceptionHandler().handleException("A message was not carried", exchange, exchange.getException());
            }
            releaseExchange(exchange, false);
        }
    }

    private ExecutorServiceManager threads() {
        return getEndpoint().getCamelContext().getExecutorServiceManager();
    }
}
