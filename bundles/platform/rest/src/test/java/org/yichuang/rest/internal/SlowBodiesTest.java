package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Clients that send their bodies slowly, or not at all, against a server with few threads. */
public class SlowBodiesTest extends ApiServerTest {
    private static final int THREADS = 24;
    private final List<Socket> slow = new ArrayList<>();

    @Before
    public void allowFewToWait() throws Exception {
        settings.updated(new Hashtable<>(Map.of("bodies.concurrent", "8", "bodies.concurrent.address", "4")));
        ((QueuedThreadPool) server.getThreadPool()).setMaxThreads(THREADS);
    }

    @After
    public void hangUp() throws Exception {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test(timeout = 120_000)
    public void slowBodiesNeverTakeTheThreadsOfOthers() throws Exception {
        URI address = URI.create(base);
        for (int i = 0; i < 2 * THREADS; i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream()
                    .write(("POST /api/yantai/cases/5/acceptance HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Authorization: Bearer clerk-token\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            slow.add(socket);
        }

        for (int i = 0; i < 10; i++) {
            assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        }
        String body = "{\"name\":\"a\"}";
        String quick = raw("POST /api/yantai/cases HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Bearer clerk-token\r\nContent-Type: application/json\r\nIdempotency-Key: k\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertTrue("what has arrived needs no place: " + quick, quick.startsWith("HTTP/1.1 201"));
    }

    @Test(timeout = 120_000)
    public void whoFindsNoPlaceIsToldSo() throws Exception {
        slowBodiesNeverTakeTheThreadsOfOthers();
        List<Socket> waited = new ArrayList<>(slow);
        while (waited.size() > 8) {
            waited.removeIf(SlowBodiesTest::answersUnavailable);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Whether so much has come; the others are those that are waited for. */
    private static boolean answersUnavailable(Socket socket) {
        byte[] start = new byte["HTTP/1.1 503".length()];
        try {
            return socket.getInputStream().available() >= start.length
                    && socket.getInputStream().readNBytes(start, 0, start.length) == start.length
                    && new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 503");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
