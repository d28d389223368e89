package org.yichuang.identity.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.internal.KeyMarks.KeyState;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;

/**
 * Follows the marks of the master keys on a thread of its own, so that each value can be asked for without a query: the
 * transaction in which it is written is another one.
 */
final class KeyWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final long PERIOD_SECONDS = 1;
    private static final long NOTE_SECONDS = 10;
    private static final long FIRST_LOOK_SECONDS = 5;
    /** Of those who wait each may hold a connection of the pool in which the look needs one as well. */
    private static final int MOST_WAITING = 4;

    private final KeyMarks marks;
    private final Runnable noteHolders;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "yichuang-personal-data-keys");
        thread.setDaemon(true);
        return thread;
    });

    /** @param noteHolders what remembers the modules that may write under the newest key */
    KeyWatch(KeyMarks marks, Runnable noteHolders) {
        this.marks = marks;
        this.noteHolders = noteHolders;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        thread.scheduleWithFixedDelay(this::note, 0, NOTE_SECONDS, TimeUnit.SECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        // What was seen last holds until the database is back: without it nothing is written
        ForeignCode.run(
                marks::look, failure -> LOG.debug("The marks of the master keys cannot be read at present", failure));
    }

    private void note() {
        ForeignCode.run(
                noteHolders, failure -> LOG.debug("Who may keep something cannot be noted at present", failure));
    }

    /**
     * Whether this container may write under its newest key. Only before anything was seen a few wait for a look; the
     * others are refused at once, so that they do not keep the pool empty for which the look waits.
     */
    boolean mayWrite() {
        return marks.known().orElseGet(this::first).mayWrite();
    }

    private KeyState first() {
        if (!waiting.tryAcquire()) {
            throw ProblemException.of(IdentityError.PERSONAL_DATA_UNREADABLE);
        }
        try {
            return thread.submit(marks::look).get(FIRST_LOOK_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.of(IdentityError.PERSONAL_DATA_UNREADABLE);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Nothing is written: the marks of the master keys cannot be read", e);
            throw ProblemException.of(IdentityError.PERSONAL_DATA_UNREADABLE);
        } finally {
            waiting.release();
        }
    }
}
