package org.yichuang.web.internal.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.web.api.EventStream;

/**
 * Events over the servlet API's writing without waiting: what the client does not take in yet waits in a short queue.
 */
final class AsyncEventStream implements EventStream, WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(AsyncEventStream.class);
    private static final int MAX_WAITING = 256;
    /** When a client comes back whose stream has ended. */
    private static final int RETRY_MILLIS = 5_000;

    private final AsyncContext async;
    private final ServletOutputStream out;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private final List<Runnable> closing = new ArrayList<>();
    private boolean open = true;
    private boolean listening;

    AsyncEventStream(AsyncContext async, ServletOutputStream out) {
        this.async = async;
        this.out = out;
    }

    /** Begins to write; called once, on the request's thread. */
    void start() {
        async.setTimeout(0);
        async.addListener(this);
        out.setWriteListener(this);
        enqueue("retry: " + RETRY_MILLIS + "\n\n");
    }

    @Override
    public boolean send(String id, String type, String data) {
        StringBuilder event = new StringBuilder();
        if (!id.isEmpty()) {
            event.append("id: ").append(oneLine(id)).append('\n');
        }
        event.append("event: ").append(oneLine(type)).append('\n');
        for (String line : data.split("\\R", -1)) {
            event.append("data: ").append(line).append('\n');
        }
        return enqueue(event.append('\n').toString());
    }

    /** Shows proxies, and us, that the client is still there. */
    void sendHeartbeat() {
        enqueue(":\n\n");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private boolean enqueue(String text) {
        boolean overflow;
        synchronized (this) {
            overflow = open && waiting.size() >= MAX_WAITING;
            if (open && !overflow) {
                waiting.add(text.getBytes(StandardCharsets.UTF_8));
                write();
            }
        }
        if (overflow) {
            LOG.debug("A client of events takes in too little and is let go");
            close();
        }
        return isOpen();
    }

    /** Writes as much as the client takes in now; the server calls again when it takes in more. */
    private synchronized void write() {
        try {
            while (listening && open && out.isReady()) {
                byte[] next = waiting.poll();
                if (next == null) {
                    return;
                }
                out.write(next);
                if (waiting.isEmpty() && out.isReady()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            listening = true;
        }
        write();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A client of events has gone: {}", failure.getMessage());
        close();
    }

    @Override
    public synchronized boolean isOpen() {
        return open;
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (this) {
            if (open) {
                closing.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void close() {
        List<Runnable> actions;
        synchronized (this) {
            if (!open) {
                return;
            }
            open = false;
            waiting.clear();
            actions = List.copyOf(closing);
        }
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.debug("The answer had already ended: {}", e.getMessage());
        }
        actions.forEach(AsyncEventStream::run);
    }

    private static void run(Runnable action) {
        ForeignCode.run(
                action, failure -> LOG.warn("What was to happen at the end of a stream of events failed", failure));
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // There is one start only
    }
}
