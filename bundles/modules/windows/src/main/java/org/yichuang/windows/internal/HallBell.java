package org.yichuang.windows.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.yichuang.kernel.api.TenantId;

/** Tells those on this node who look at the queue of a centre that it has just moved. */
final class HallBell {
    private final List<Consumer<TenantId>> listeners = new CopyOnWriteArrayList<>();

    void listen(Consumer<TenantId> listener) {
        listeners.add(listener);
    }

    void ring(TenantId centre) {
        listeners.forEach(each -> each.accept(centre));
    }
}
