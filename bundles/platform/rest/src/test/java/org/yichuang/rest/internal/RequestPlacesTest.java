package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.After;
import org.junit.Test;

/** Places among the requests that are worked on at once, and what becomes of bodies that nobody wants. */
public class RequestPlacesTest extends ApiServerTest {
    private static final int THREADS = 24;
    private static final int UPLOADS = 8 * THREADS;
    /** How many milliseconds it would last until all uploads were through if each held a thread: two seconds each. */
    private static final int HELD = UPLOADS / THREADS * 2_000;

    private final List<Socket> open = new ArrayList<>();

    @After
    public void hangUp() throws Exception {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test(timeout = 120_000)
    public void credentialsAreLookedAtOnlyWithAPlace() throws Exception {
        settings.updated(new Hashtable<>(Map.of("requests.concurrent", "1")));
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(request("/api/yantai/cases/slow", null).build(), BodyHandlers.ofString());
        assertTrue(module.things().entered.await(60, TimeUnit.SECONDS));
        int before = signIn.asked.get();

        problem(get("/api/yantai/cases", "clerk-token"), 503, "unavailable");
        problem(get("/api/yantai/cases", "forged-token"), 503, "unavailable");

        assertEquals("nobody is looked up without a place", before, signIn.asked.get());
        module.things().leave.countDown();
        assertEquals(200, slow.get(60, TimeUnit.SECONDS).statusCode());
        assertEquals(200, statusOnceThereIsAPlace());
    }

    /** A place is given back behind the answer, which its client may have a moment earlier. */
    private int statusOnceThereIsAPlace() throws Exception {
        int status = 503;
        while (status == 503) {
            status = get("/api/yantai/cases", "clerk-token").statusCode();
        }
        return status;
    }

    @Test(timeout = 120_000)
    public void refusedBodiesOfKnownAccountsHoldNoThread() throws Exception {
        served();
        long alone = served();
        settings.updated(
                new Hashtable<>(Map.of("bodies.concurrent", "" + UPLOADS, "bodies.concurrent.address", "" + UPLOADS)));
        ((QueuedThreadPool) server.getThreadPool()).setMaxThreads(THREADS);
        for (int i = 0; i < UPLOADS; i++) {
            refusedUpload();
        }

        long beside = served();
        assertTrue("others waited " + beside + " ms, alone " + alone + " ms", beside < HELD / 2 + 5 * alone);
    }

    /** How long some requests take, in milliseconds. */
    private long served() throws Exception {
        long began = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @Test(timeout = 120_000)
    public void whoIsRefusedInTheMiddleOfAnUploadReadsWhy() throws Exception {
        Socket socket = refusedUpload();
        byte[] megabyte = new byte[1 << 20];
        socket.getOutputStream().write(megabyte);
        socket.getOutputStream().write(megabyte);

        String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

        assertEquals("HTTP/1.1 400", answer);
    }

    /** An upload without its key, of which only the beginning comes. */
    private Socket refusedUpload() throws Exception {
        URI address = URI.create(base);
        Socket socket = new Socket(address.getHost(), address.getPort());
        open.add(socket);
        socket.getOutputStream()
                .write(("POST /api/yantai/cases/files HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer clerk-token\r\n"
                                + "Content-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: 2097153\r\n\r\n-")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
