package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.tenancy.api.TenancyListener;

/** Tells the listeners, one call at a time on a thread of its own; one that fails keeps nothing from the others. */
public class ListenerNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerNotifier.class);

    private final List<TenancyListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Supplier<List<Consumer<TenancyListener>>> welcome = List::of;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-tenancy-listeners");
        thread.setDaemon(true);
        return thread;
    });

    /** Sets what a listener that comes later is told of what is there already, one after the other. */
    void welcomeWith(Supplier<List<Consumer<TenancyListener>>> news) {
        welcome = news;
    }

    /** A listener has come: no change that took place while it was on its way is lost to it. */
    public void bound(TenancyListener listener) {
        if (listener != null) {
            submit(() -> {
                listeners.add(listener);
                welcome.get().forEach(news -> tell(listener, news));
            });
        }
    }

    /** A listener goes. */
    public void unbound(TenancyListener listener) {
        if (listener != null) {
            // a service that has gone answers no question any more, not even which it is
            submit(() -> listeners.removeIf(each -> each == listener));
        }
    }

    /** Ends the telling. */
    public void close() {
        thread.shutdownNow();
    }

    /** Tells something as soon as what came before has been told; never on the caller's thread, nor under its locks. */
    void tell(Consumer<TenancyListener> news) {
        submit(() -> listeners.forEach(listener -> tell(listener, news)));
    }

    private void submit(Runnable telling) {
        try {
            thread.execute(telling);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed: nobody is told any more", e);
        }
    }

    private static void tell(TenancyListener listener, Consumer<TenancyListener> news) {
        ForeignCode.run(
                () -> news.accept(listener),
                failure -> LOG.warn("A listener failed on a change of centres or calendars", failure));
    }
}
