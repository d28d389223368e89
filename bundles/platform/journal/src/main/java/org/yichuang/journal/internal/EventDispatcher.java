package org.yichuang.journal.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;

/** The listeners of this node: each has a thread from when it comes until it goes. */
public class EventDispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final Leases leases;
    private final PlatformClock clock;
    private final Map<String, Present> present = new ConcurrentHashMap<>();

    public EventDispatcher(
            TransactionBoundary boundary,
            Transactions transactions,
            Leases leases,
            PlatformClock clock,
            CommitListeners commits) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.leases = leases;
        this.clock = clock;
        commits.onMessage(Anchoring.ANCHORED, this::wake);
    }

    /** A listener has come. */
    public void bind(EventListener listener) {
        if (listener == null) {
            return;
        }
        String name = listener.name();
        EventFollower follower = new EventFollower(listener, boundary, transactions, clock, EventFollower.PATIENCE);
        Present own = new Present(listener, new EventRunner(name, follower, leases));
        if (present.putIfAbsent(name, own) != null) {
            LOG.error("Two event listeners are called {}: the second is not served", name);
            return;
        }
        own.runner.start();
    }

    /**
     * A listener goes. Returns when it is not called any more, but waits ten seconds at most: one that is at work for
     * longer is interrupted, and what it has not committed is rolled back and delivered again.
     */
    public void unbind(EventListener listener) {
        if (listener == null) {
            return;
        }
        String name = listener.name();
        Present own = present.get(name);
        if (own != null && own.listener.equals(listener)) {
            own.runner.stop();
            present.remove(name, own);
        }
    }

    /** Ends all listeners, one after the other, each as {@link #unbind} does. */
    public void stop() {
        present.values().forEach(own -> own.runner.stop());
        present.clear();
    }

    /** There may be something to hear. */
    void wake() {
        present.values().forEach(own -> own.runner.wake());
    }

    boolean isPresent(String name) {
        return present.containsKey(name);
    }

    /** Whether a listener follows a tenant; one that is not here is taken to. */
    boolean follows(String name, TenantId tenant) {
        return Optional.ofNullable(present.get(name))
                .map(own -> own.listener.follows(tenant))
                .orElse(true);
    }

    String trouble(String name) {
        return Optional.ofNullable(present.get(name))
                .map(own -> own.runner.trouble())
                .orElse("");
    }

    private record Present(EventListener listener, EventRunner runner) {}
}
