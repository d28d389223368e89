package org.yichuang.linkage.internal.routes;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.ForeignCode;

/**
 * Claims what is due, as soon as a commit tells of it and from time to time as a net, and has workers carry it. Once it
 * is suspended it claims nothing more; what it has claimed is carried to its end.
 */
class OutboxConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {
    /** What is claimed and waits for a worker; more would only let claims lapse. */
    private static final int QUEUED = 64;

    private final OutboxComponent outbox;
    private final OutboxEndpoint.Pace pace;
    private final Semaphore wakes = new Semaphore(0);
    private final Semaphore room;
    private final AtomicInteger queued = new AtomicInteger();
    private volatile boolean claims;
    private volatile boolean over;
    private ExecutorService claiming;
    private ExecutorService carrying;
    private AutoCloseable telling;

    OutboxConsumer(OutboxEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.outbox = endpoint.outboxComponent();
        this.pace = endpoint.pace();
        this.room = new Semaphore(QUEUED + pace.workers());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        over = false;
        claims = true;
        carrying = threads().newFixedThreadPool(this, "linkage-carry", pace.workers());
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

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        claims = false;
    }

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
            for (String topic : outbox.modules().topics()) {
                for (Pending pending : outbox.outbox().claim(topic, pace.most(), Duration.ofMillis(pace.claim()))) {
                    found = true;
                    hand(pending);
                }
            }
            outbox.outage().ended();
        }
    }

    private void hand(Pending pending) {
        room.acquireUninterruptibly();
        queued.incrementAndGet();
        try {
            carrying.execute(() -> {
                queued.decrementAndGet();
                try {
                    carry(pending);
                } finally {
                    room.release();
                }
            });
        } catch (RejectedExecutionException e) {
            queued.decrementAndGet();
            room.release();
            throw e;
        }
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
