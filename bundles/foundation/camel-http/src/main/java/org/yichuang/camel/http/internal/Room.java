package org.yichuang.camel.http.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much may come at a time. Light messages are bounded by the threads; heavy ones share a part of the memory, in the
 * order that they come, each with what it needs until its effect is over; and no certificate takes all of it.
 */
final class Room {
    /** In kilobytes: up to there a message is light. */
    static final int LIGHT = 1_024;
    /** A body, what is decoded of it while that grows, and its effect. */
    private static final int TIMES = 5;
    /** The part of the memory that heavy messages share. */
    private static final int PART = 2;

    private static final int MOST_OF_ONE = 8;
    private static final int KILO = 1_024;
    private static final int LEAST_RATE = 32;
    private static final int GRACE_SECONDS = 30;
    private static final int LONGEST_SECONDS = 300;

    private final int all;
    private final Duration wait;
    private final Semaphore free;
    private final Map<X509Certificate, Integer> coming = new ConcurrentHashMap<>();

    /**
     * Begins empty.
     *
     * @param memory how much there is, in bytes
     * @param wait for how long a heavy message waits for its turn
     */
    Room(long memory, Duration wait) {
        this.all = (int) Math.min(Integer.MAX_VALUE, memory / PART / KILO);
        this.wait = wait;
        this.free = new Semaphore(all, true);
    }

    /** Tells whether there is room for a message; then it is to be {@link #leave left} again. */
    boolean enter(X509Certificate whose, int kilos) {
        if (coming.merge(whose, 1, Integer::sum) > MOST_OF_ONE || !hasRoom(need(kilos))) {
            went(whose);
            return false;
        }
        return true;
    }

    private boolean hasRoom(int need) {
        try {
            return need == 0 || free.tryAcquire(need, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void leave(X509Certificate whose, int kilos) {
        free.release(need(kilos));
        went(whose);
    }

    private void went(X509Certificate whose) {
        coming.computeIfPresent(whose, (key, many) -> many == 1 ? null : many - 1);
    }

    /** What is too heavy for the memory that there is comes alone. */
    private int need(int kilos) {
        return kilos <= LIGHT ? 0 : Math.min(all, kilos * TIMES);
    }

    /**
     * Reads a body, into no more than it needs.
     *
     * @throws SlowException when it comes too slowly
     */
    static byte[] read(InputStream stream, int length) throws IOException {
        long seconds = Math.min(LONGEST_SECONDS, GRACE_SECONDS + length / KILO / LEAST_RATE);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        byte[] body = new byte[length];
        int come = 0;
        while (come < length) {
            int many = stream.read(body, come, length - come);
            if (many < 0) {
                throw new EOFException("It ends after " + come + " of " + length + " bytes");
            }
            come += many;
            if (System.nanoTime() - end > 0) {
                throw new SlowException();
            }
        }
        return body;
    }

    /** A body holds room for others for too long. */
    static final class SlowException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
