package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
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

    @Test(timeout = 30_000)
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
        HttpResponse<String> quick = send(command("k", body("{\"name\":\"a\"}")));
        assertEquals("what has arrived needs no place", 201, quick.statusCode());
    }

    @Test(timeout = 30_000)
    public void whoFindsNoPlaceIsToldSo() throws Exception {
        slowBodiesNeverTakeTheThreadsOfOthers();
        int refused = 0;
        for (Socket socket : slow) {
            socket.setSoTimeout(200);
            refused += answersUnavailable(socket) ? 1 : 0;
        }
        assertTrue(refused + " of " + slow.size(), refused >= slow.size() - 8);
    }

    private static boolean answersUnavailable(Socket socket) {
        byte[] start = new byte["HTTP/1.1 503".length()];
        try {
            int n = socket.getInputStream().readNBytes(start, 0, start.length);
            return new String(start, 0, n, StandardCharsets.US_ASCII).equals("HTTP/1.1 503");
        } catch (java.io.IOException e) {
            return false; // it is one of those that are waited for
        }
    }
}
