package org.yichuang.tenancy.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** Writes refusals to the log once things have settled: while files arrive, a child often comes before its parent. */
public class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    private final Duration settle;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "yichuang-tenancy-refusals");
        thread.setDaemon(true);
        return thread;
    });
    private Future<?> waiting;
    private Set<Refusal> told = Set.of();

    public RefusalLog(long settleMillis) {
        this.settle = Duration.ofMillis(settleMillis);
    }

    /** Looks at the refusals after a while without further changes. */
    synchronized void settle(Supplier<List<Refusal>> refusals) {
        if (waiting != null) {
            waiting.cancel(false);
        }
        waiting = timer.schedule(() -> tell(refusals.get()), settle.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void tell(List<Refusal> refusals) {
        refusals.stream()
                .filter(refusal -> !told.contains(refusal))
                .forEach(refusal -> LOG.warn(
                        "{} refused, key {}: {} / {}", refusal.source(), refusal.key(), refusal.zh(), refusal.en()));
        told = new HashSet<>(refusals);
    }

    /** Ends the waiting. */
    public void stop() {
        timer.shutdownNow();
    }
}
