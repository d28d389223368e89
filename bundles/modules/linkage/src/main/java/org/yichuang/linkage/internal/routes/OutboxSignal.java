package org.yichuang.linkage.internal.routes;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Tells who carries messages that one has been committed, so that it leaves within milliseconds. */
public class OutboxSignal implements Runnable {
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    /** A message has been committed; runs on the committing thread, which has done its work. */
    @Override
    public void run() {
        listeners.forEach(Runnable::run);
    }

    /** Has something told from now on; it must be short, and throw nothing. */
    AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
