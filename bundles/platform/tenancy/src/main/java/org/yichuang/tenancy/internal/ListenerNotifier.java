package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.tenancy.api.TenancyListener;

/** Tells the listeners, one call at a time; one that fails keeps nothing from the others. */
public class ListenerNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerNotifier.class);

    private final List<TenancyListener> listeners;

    /**
     * @param listeners it changes as modules come and go
     */
    public ListenerNotifier(List<TenancyListener> listeners) {
        this.listeners = listeners;
    }

    synchronized void tell(Consumer<TenancyListener> news) {
        for (TenancyListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on a change of centres or calendars", e);
            }
        }
    }
}
