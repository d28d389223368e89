package org.yichuang.journal.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.yichuang.kernel.api.TenantId;

/**
 * The threads of one second place of heads, one for handing over and one for questions: a place that hangs keeps these
 * two, and holds up nothing else of the house. They end when nothing is to be done.
 */
final class PlaceWorker implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 60;

    private final Duration limit;
    private final ThreadPoolExecutor threads;
    /** What the place is known to have, by centre: the hash of its last anchor. */
    private final Map<TenantId, String> handed = new ConcurrentHashMap<>();

    private final LongSupplier nanos;
    private Optional<Round> present = Optional.empty();

    /**
     * @param limit how long one call of the place may take
     * @param nanos as {@link System#nanoTime()}
     */
    PlaceWorker(String place, Duration limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "yichuang-journal-heads " + place);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** What the place is known to have, by centre. */
    Map<TenantId, String> handed() {
        return handed;
    }

    /** Begins a round; absent while the last one is still at work. */
    synchronized Optional<Future<?>> begin(Consumer<Round> work) {
        threads.purge();
        if (present.filter(last -> !last.future.isDone()).isPresent()) {
            return Optional.empty();
        }
        Round round = new Round();
        round.future = threads.submit(() -> work.accept(round));
        present = Optional.of(round);
        return Optional.of(round.future);
    }

    /**
     * Gives a round up that waits for the place beyond the limit, and tells whether there was one: a call that never
     * ends keeps its thread, and the next round has the other one.
     */
    synchronized boolean endHanging() {
        Optional<Round> hanging = present.filter(round -> round.callBegan
                .filter(began -> nanos.getAsLong() - began > limit.toNanos())
                .isPresent());
        hanging.ifPresent(round -> {
            present = Optional.empty();
            round.future.cancel(true);
        });
        return hanging.isPresent();
    }

    private synchronized void ifPresent(Round round, Runnable conclusion) {
        if (present.filter(round::equals).isPresent()) {
            conclusion.run();
        }
    }

    /** One round: as long as it has not been given up, what it has found counts. */
    final class Round {
        private volatile Optional<Long> callBegan = Optional.empty();
        private Future<?> future;

        /** Calls the place. */
        <T> T call(Callable<T> question) throws IOException {
            callBegan = Optional.of(nanos.getAsLong());
            try {
                return question.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Error e) {
                if (!Failures.isSurvivable(e)) {
                    throw e;
                }
                throw new IOException(e);
            } catch (Exception e) {
                throw new IOException(e);
            } finally {
                callBegan = Optional.empty();
            }
        }

        /** Draws a conclusion, unless the round has been given up meanwhile: what it has heard is of another time. */
        void conclude(Runnable conclusion) {
            ifPresent(this, conclusion);
        }

        boolean isGivenUp() {
            synchronized (PlaceWorker.this) {
                return present.filter(this::equals).isEmpty();
            }
        }
    }

    /**
     * Asks the place something, and waits for the answer up to the limit.
     *
     * @throws IOException when it cannot be reached, or does not answer in time
     */
    <T> T ask(Callable<T> question) throws IOException {
        Future<T> answer = threads.submit(question);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException own ? own : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
