package org.yichuang.web.internal.server;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what is running, takes in no more once it is closed, and waits for the rest. */
final class InFlightCounter {
    private final AtomicInteger running = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean closed;

    /** Begins something, which must be {@link #end ended}; false (and nothing to end) when it is closed. */
    boolean begin() {
        running.incrementAndGet();
        if (closed) {
            end();
            return false;
        }
        return true;
    }

    /** Ends what was begun. */
    void end() {
        if (running.decrementAndGet() == 0 && closed) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Takes in no more. */
    void close() {
        closed = true;
    }

    /** Waits until nothing is running; false when that takes too long. */
    boolean awaitIdle(Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (running.get() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return running.get() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
