package org.yichuang.shell.internal.health;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a container of several leaves without anybody's noticing: told to end (SIGTERM), it says that it is not ready,
 * and serves on until balancers have heard that and ask others. Only then does what the signal has meant before take
 * place. Where nobody has asked lately whether it is ready there is nobody to wait for; who tells it twice does not
 * want to wait.
 */
public final class Departure {
    private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
    /** Balancers ask every few seconds. */
    private static final long LATELY = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<Duration> patience;
    private final LongSupplier nanos;
    private final AtomicBoolean isLeaving = new AtomicBoolean();
    private final CountDownLatch hurried = new CountDownLatch(1);
    private volatile Long asked;
    private TerminationSignal signal;

    /** Takes what operators have set. */
    public Departure(DepartureSettings settings) {
        this(() -> settings.now().patience(), System::nanoTime);
    }

    /**
     * @param patience how long it goes on serving
     * @param nanos a clock that only ever grows
     */
    Departure(Supplier<Duration> patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
    }

    /** Hears the signal from now on. */
    public void start() {
        try {
            signal = TerminationSignal.heardBy(this::leave);
        } catch (ReflectiveOperationException e) {
            LOG.info("The signal to end is not heard: balancers are not told of it before", e);
        }
    }

    /** Leaves the signal to those who heard it before. */
    public void stop() {
        if (signal != null) {
            signal.giveBack();
        }
    }

    /** Whether it has been told to end; to be asked by whoever tells balancers. */
    boolean isLeaving() {
        asked = nanos.getAsLong();
        return isLeaving.get();
    }

    /** Runs what is to be done when balancers have heard. */
    void leave(Runnable end) {
        Long last = asked;
        if (isLeaving.getAndSet(true)) {
            hurried.countDown();
            return;
        }
        Duration left = patience.get();
        if (last != null && nanos.getAsLong() - last <= LATELY && !left.isZero()) {
            LOG.info("Told to end: says that it is not ready, and serves for {} more", left);
            awaitEnd(left);
        }
        end.run();
    }

    private void awaitEnd(Duration left) {
        try {
            if (hurried.await(left.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.info("Told twice: does not wait");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
