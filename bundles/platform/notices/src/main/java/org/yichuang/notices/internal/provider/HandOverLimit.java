package org.yichuang.notices.internal.provider;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the handing over of one message may take in all. Limits of single waits do not bound it: another side that
 * sends a byte now and then ends none of them. When it is over its sockets are closed, and whoever waits for one of
 * them learns that.
 */
final class HandOverLimit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandOverLimit.class);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final List<Socket> sockets = new ArrayList<>();
    private boolean isOver;

    /** Begins now. */
    HandOverLimit(Duration limit) {
        ended.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, tooLate) -> {
            if (tooLate != null) {
                closeSockets();
            }
        });
    }

    /**
     * Closes a socket when the time is over.
     *
     * @throws SocketException when it is over already
     */
    synchronized Socket watch(Socket socket) throws SocketException {
        sockets.add(socket);
        if (isOver) {
            closeSockets();
            throw new SocketException("The time for the message is over");
        }
        return socket;
    }

    private synchronized void closeSockets() {
        isOver = true;
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("A socket could not be closed: {}", e.toString());
            }
        }
    }

    /** The message has been handed over, or not: its sockets are let alone. */
    @Override
    public void close() {
        ended.complete(null);
    }
}
