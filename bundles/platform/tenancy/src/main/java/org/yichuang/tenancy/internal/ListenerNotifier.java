package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.tenancy.api.TenancyListener;

/** Tells the listeners, one call at a time on a thread of its own; one that fails keeps nothing from the others. */
public class ListenerNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerNotifier.class);

    private final List<TenancyListener> listeners;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-tenancy-listeners");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param listeners it changes as modules come and go
     */
    public ListenerNotifier(List<TenancyListener> listeners) {
        this.listeners = listeners;
    }

    /** Ends the telling. */
    public void close() {
        thread.shutdownNow();
    }

    /** Tells something as soon as what came before has been told; never on the caller's thread, nor under its locks. */
    void tell(Consumer<TenancyListener> news) {
        try {
            thread.execute(() -> listeners.forEach(listener -> tell(listener, news)));
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed: nobody is told any more", e);
        }
    }

    private static void tell(TenancyListener listener, Consumer<TenancyListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on a change of centres or calendars", e);
        }
    }
}
