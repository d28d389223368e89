package org.yichuang.web.internal.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.EventSource;
import org.yichuang.web.api.RequestState;
import org.yichuang.web.internal.ConcurrencyLimit;

/**
 * The long-lived answers of this node: counted apart from requests, bounded in all and for one account, kept alive, and
 * ended as soon as it is seen that whoever asked would no longer be let in. Keeping alive and asking have a thread
 * each: a database that is slow to answer who may listen delays no heartbeat.
 */
public final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int SERVER_FAILURE = 500;

    private final ConcurrencyLimit places;
    private final Map<AsyncEventStream, BooleanSupplier> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heartbeats = timer("yichuang-event-streams");
    private final ScheduledExecutorService admissions = timer("yichuang-event-stream-admissions");
    /** Streams that have been asked for since all were: a round that was broken off is gone on with. */
    private final Set<AsyncEventStream> asked = ConcurrentHashMap.newKeySet();

    /** @param places how many there may be, in all and for one account */
    public EventStreams(ConcurrencyLimit places) {
        this(places, ROUND);
    }

    /**
     * @param places how many there may be, in all and for one account
     * @param round how often they are kept alive, and how often it is asked who may still listen
     */
    public EventStreams(ConcurrencyLimit places, Duration round) {
        this.places = places;
        long nanos = round.toNanos();
        heartbeats.scheduleWithFixedDelay(this::sendHeartbeats, nanos, nanos, TimeUnit.NANOSECONDS);
        admissions.scheduleWithFixedDelay(this::closeRefused, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Makes an answer a long-lived one.
     *
     * @throws org.yichuang.kernel.api.ProblemException {@code unavailable} when there are too many
     */
    AsyncEventStream open(EventSource source, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RequestState state = RequestState.of(request);
        String owner = owner(state);
        places.acquire(owner);
        AsyncEventStream stream = null;
        try {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream = new AsyncEventStream(request.startAsync(), response.getOutputStream());
        } finally {
            if (stream == null) {
                places.release(owner);
            }
        }
        AsyncEventStream opened = stream;
        open.put(opened, state.admission());
        opened.onClose(() -> {
            open.remove(opened);
            places.release(owner);
        });
        opened.start();
        source.open(opened);
        return opened;
    }

    /** An account, or whoever comes from one network without one. */
    private static String owner(RequestState state) {
        return state.actor().equals(Actor.ANONYMOUS)
                ? state.clientNetwork()
                : state.context().tenant() + " " + state.actor().account();
    }

    /** Shows clients and proxies that we are still there. */
    public void sendHeartbeats() {
        open.keySet().forEach(stream -> ForeignCode.run(stream::sendHeartbeat, failure -> failed(stream, failure)));
    }

    /**
     * Lets those go who may no longer listen. When the database cannot be asked the round is broken off: each further
     * question would wait as long; the next round goes on behind the last one that was asked.
     */
    public void closeRefused() {
        for (Map.Entry<AsyncEventStream, BooleanSupplier> each : open.entrySet()) {
            AsyncEventStream stream = each.getKey();
            if (asked.add(stream) && !goesOn(stream, each.getValue())) {
                return;
            }
        }
        asked.clear();
    }

    /** Asks for one stream, and tells whether the next may be asked for. */
    private static boolean goesOn(AsyncEventStream stream, BooleanSupplier admission) {
        return ForeignCode.call(
                () -> {
                    if (!admission.getAsBoolean()) {
                        stream.close();
                    }
                    return true;
                },
                failure -> {
                    failed(stream, failure);
                    return !(failure instanceof ProblemException problem)
                            || problem.code().kind().status() < SERVER_FAILURE;
                });
    }

    private static void failed(AsyncEventStream stream, Throwable failure) {
        LOG.debug("Whether the stream {} goes on could not be told", stream, failure);
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }

    /** Ends all of them. */
    @Override
    public void close() {
        heartbeats.shutdownNow();
        admissions.shutdownNow();
        open.keySet().forEach(AsyncEventStream::close);
    }
}
