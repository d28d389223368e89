package org.yichuang.web.internal.server;

import java.io.IOException;
import java.util.Map;
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
import org.yichuang.web.api.EventSource;
import org.yichuang.web.api.RequestState;
import org.yichuang.web.internal.ConcurrencyLimit;

/**
 * The long-lived answers of this node: counted apart from requests, bounded in all and for one account, kept alive, and
 * ended as soon as it is seen that whoever asked would no longer be let in.
 */
public final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final int HEARTBEAT_SECONDS = 20;

    private final ConcurrencyLimit places;
    private final Map<AsyncEventStream, BooleanSupplier> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "yichuang-event-streams");
        thread.setDaemon(true);
        return thread;
    });

    /** @param places how many there may be, in all and for one account */
    public EventStreams(ConcurrencyLimit places) {
        this.places = places;
        heartbeat.scheduleWithFixedDelay(this::keepAlive, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
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

    /** Shows clients and proxies that we are still there, and lets those go who may no longer listen. */
    public void keepAlive() {
        open.forEach((stream, admission) -> {
            if (isAdmitted(admission)) {
                stream.sendHeartbeat();
            } else {
                stream.close();
            }
        });
    }

    private static boolean isAdmitted(BooleanSupplier admission) {
        try {
            return admission.getAsBoolean();
        } catch (RuntimeException e) { // the database is away: nobody can tell, and the next round asks again
            LOG.debug("Whether a stream may go on could not be told: {}", e.getMessage());
            return true;
        }
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }

    /** Ends all of them. */
    @Override
    public void close() {
        heartbeat.shutdownNow();
        open.keySet().forEach(AsyncEventStream::close);
    }
}
