package org.yichuang.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A line from one machine to another, which can be cut, be half open, or be slow, and is healed again. */
final class FaultyLine implements AutoCloseable {
    /** How it works. */
    enum State {
        /** As it should. */
        WHOLE,
        /** Whatever was connected is broken off, and nobody gets through. */
        CUT,
        /**
         * What is sent arrives, and what is answered is swallowed without a word, as by a wall that has forgotten the
         * connection. A connection that has met this stays so until one of its ends gives it up, after the healing too.
         */
        HALF_OPEN,
        /** A second for each piece of some kilobytes. */
        SLOW
    }

    private static final int PIECE = 8_192;
    private static final int SLOWLY = 1_000;

    private final String name;
    private final int port;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        return thread;
    });
    private volatile State state = State.WHOLE;

    /** One that leads to a port of this machine, and is whole. */
    FaultyLine(String name, int target) throws IOException {
        this.name = name;
        this.target = target;
        server = new ServerSocket(FreePort.next(), 50, InetAddress.getLoopbackAddress());
        port = server.getLocalPort();
        threads.execute(this::listen);
    }

    /** Where it begins. */
    int port() {
        return port;
    }

    /** From now on it works like this. */
    void is(State now) {
        state = now;
        if (now == State.CUT) {
            sockets.forEach(FaultyLine::end);
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket near) {
        sockets.add(near);
        if (state == State.CUT) {
            end(near);
            return;
        }
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) { // nobody is there: whoever has called is told so
            end(near);
            return;
        }
        sockets.add(far);
        Connection connection = new Connection(near, far);
        threads.execute(() -> connection.carry(near, far, false));
        threads.execute(() -> connection.carry(far, near, true));
        if (state == State.CUT) {
            end(near);
            end(far);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One who has called, and one who is called. */
    private final class Connection {
        private final Socket near;
        private final Socket far;
        private volatile boolean isForgotten;

        private Connection(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        private void carry(Socket from, Socket to, boolean isAnswer) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] piece = new byte[PIECE];
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    isForgotten |= state == State.HALF_OPEN;
                    if (state == State.SLOW) {
                        TimeUnit.MILLISECONDS.sleep(SLOWLY);
                    }
                    if (!isForgotten || !isAnswer) {
                        out.write(piece, 0, length);
                    }
                }
            } catch (IOException e) { // one of its ends is gone, and so is the other
                isForgotten = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                end(near);
                end(far);
                sockets.remove(near);
                sockets.remove(far);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(FaultyLine::end);
        threads.shutdownNow();
    }
}
