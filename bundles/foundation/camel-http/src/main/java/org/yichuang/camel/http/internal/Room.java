package org.yichuang.camel.http.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How much may come at a time. Light messages are bounded by the threads; heavy ones share a part of the memory, each
 * with what it needs until its effect is over; and no certificate takes all of either.
 */
final class Room {
    /** In kilobytes: up to there a message is light. */
    static final int LIGHT = 1_024;
    /** A body, what is decoded of it while that grows, and its effect. */
    private static final int TIMES = 5;
    /** The part of the memory that heavy messages share. */
    private static final int PART = 2;

    private static final int MOST_OF_ONE = 12;
    /** Fewer than there are threads. */
    private static final int MOST_WAITING = 20;

    /** One certificate has two thirds of the room at most, or one message. */
    private static final int PARTS = 3;

    private static final int MOST_PARTS = 2;
    private static final int KILO = 1_024;
    private static final int LEAST_RATE = 16;
    private static final int GRACE_SECONDS = 30;
    private static final int LONGEST_SECONDS = 900;

    private final int all;
    private final Duration wait;
    private final Map<X509Certificate, Share> coming = new HashMap<>();
    private int taken;
    private int waiting;

    /**
     * Begins empty.
     *
     * @param memory how much there is, in bytes
     * @param wait for how long a message waits for room
     */
    Room(long memory, Duration wait) {
        this.all = (int) Math.min(Integer.MAX_VALUE, memory / PART / KILO);
        this.wait = wait;
    }

    /** Tells whether there is room for a message; then it is to be {@link #leave left} again. */
    synchronized boolean enter(X509Certificate whose, int kilos) {
        int need = need(kilos);
        Share share = coming.computeIfAbsent(whose, key -> new Share());
        if (share.many + share.waiting >= MOST_OF_ONE || !fits(share, need) && !awaited(share, need)) {
            forget(whose, share);
            return false;
        }
        share.many++;
        share.kilos += need;
        taken += need;
        return true;
    }

    /** Threads are fewer than memory: so many may wait for it, and each of them counts as one that comes. */
    private boolean awaited(Share share, int need) {
        if (waiting >= MOST_WAITING) {
            return false;
        }
        long begun = System.nanoTime();
        share.waiting++;
        waiting++;
        try {
            while (!fits(share, need)) {
                if (!waits(wait.minusNanos(System.nanoTime() - begun))) {
                    return false;
                }
            }
            return true;
        } finally {
            share.waiting--;
            waiting--;
        }
    }

    private boolean fits(Share share, int need) {
        boolean isItsShare = share.kilos == 0 || share.kilos + need <= all / PARTS * MOST_PARTS;
        return need == 0 || need <= all - taken && isItsShare;
    }

    private boolean waits(Duration left) {
        if (left.toMillis() <= 0) {
            return false;
        }
        try {
            wait(left.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void leave(X509Certificate whose, int kilos) {
        Share share = coming.get(whose);
        share.many--;
        share.kilos -= need(kilos);
        taken -= need(kilos);
        forget(whose, share);
        notifyAll();
    }

    private void forget(X509Certificate whose, Share share) {
        if (share.many + share.waiting == 0) {
            coming.remove(whose);
        }
    }

    /** What is too heavy for the memory that there is comes alone. */
    private int need(int kilos) {
        return kilos <= LIGHT ? 0 : Math.min(all, kilos * TIMES);
    }

    /** What one certificate has on its way. */
    private static final class Share {
        private int many;
        private int waiting;
        private int kilos;
    }

    /**
     * A body as it comes: it ends where it has said that it does, and fails when it comes too slowly ({@link
     * SlowException}) or ends before ({@link EOFException}).
     */
    static InputStream timed(InputStream stream, int length) {
        long seconds = Math.min(LONGEST_SECONDS, GRACE_SECONDS + length / KILO / LEAST_RATE);
        return new Timed(stream, length, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    private static final class Timed extends FilterInputStream {
        private final int length;
        private final long end;
        private int come;

        private Timed(InputStream stream, int length, long end) {
            super(stream);
            this.length = length;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (come == length) {
                return -1;
            }
            int many = super.read(into, from, Math.min(most, length - come));
            if (many < 0) {
                throw new EOFException("It ends after " + come + " of " + length + " bytes");
            }
            come += many;
            if (System.nanoTime() - end > 0) {
                throw new SlowException();
            }
            return many;
        }
    }

    /** A body holds room for others for too long. */
    static final class SlowException extends IOException {
        private static final long serialVersionUID = 1;
    }
}
