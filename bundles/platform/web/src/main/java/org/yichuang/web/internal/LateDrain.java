package org.yichuang.web.internal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what still comes of a refused body once the answer is on its way: a client that is cut off while it sends
 * never reads why it was refused. It holds one of the places for slow bodies, but no thread, and ends soon.
 */
final class LateDrain implements ReadListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(LateDrain.class);
    private static final long MILLIS = 2_000;
    private static final int MOST = 4 * 1024 * 1024;
    private static final int CHUNK = 8192;

    private final AsyncContext async;
    private final ServletInputStream body;
    private final Runnable release;
    private final AtomicBoolean ended = new AtomicBoolean();
    private long left = MOST;

    private LateDrain(AsyncContext async, ServletInputStream body, Runnable release) {
        this.async = async;
        this.body = body;
        this.release = release;
    }

    /**
     * Begins.
     *
     * @param client whom the place is counted for
     * @param places the places of those who wait for bodies
     * @throws org.yichuang.kernel.api.ProblemException {@code unavailable} when there is none
     */
    static void begin(HttpServletRequest request, HttpServletResponse response, String client, ConcurrencyLimit places)
            throws IOException {
        response.flushBuffer();
        places.acquire(client);
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable release = () -> {
            if (held.getAndSet(false)) {
                places.release(client);
            }
        };
        try {
            LateDrain drain = new LateDrain(request.startAsync(), request.getInputStream(), release);
            drain.async.setTimeout(MILLIS);
            drain.async.addListener(drain);
            drain.body.setReadListener(drain);
        } catch (IOException | IllegalStateException e) {
            release.run();
            throw e;
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (left > 0 && body.isReady() && !body.isFinished()) {
            left -= Math.max(body.read(chunk), 1);
        }
        if (left <= 0) {
            end();
        }
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("The rest of a body was not taken in: {}", failure.getMessage());
        end();
    }

    private void end() {
        if (!ended.getAndSet(true)) {
            release.run();
            async.complete();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        ended.set(true);
        release.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // There is one start only
    }
}
