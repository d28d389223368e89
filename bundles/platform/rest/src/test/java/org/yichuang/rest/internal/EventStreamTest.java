package org.yichuang.rest.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.Test;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.web.api.EventStream;

/** Answers that last: server-sent events. */
public class EventStreamTest extends ApiServerTest {
    private static final int THREADS = 24;
    private static final int MANY = 200;
    private static final String START = "retry: 5000\n\n";

    @Test(timeout = 120_000)
    public void eventsArriveAsTheyAreSent() throws Exception {
        HttpResponse<InputStream> answer = open();
        EventStream stream = module.things().streams.get(0);

        assertEquals(200, answer.statusCode());
        assertTrue(header(answer, "Content-Type").startsWith("text/event-stream"));
        assertTrue(stream.send("7", "case", "first\nsecond"));
        assertEquals(START + "id: 7\nevent: case\ndata: first\ndata: second\n\n", read(answer, 57));
        stream.close();
        assertEquals(-1, answer.body().read());
        assertFalse(stream.send("", "case", "late"));
    }

    @Test(timeout = 120_000)
    public void streamsHoldNoThreads() throws Exception {
        settings.updated(new Hashtable<>(Map.of("streams.concurrent.account", "" + MANY, "requests.concurrent", "4")));
        ((QueuedThreadPool) server.getThreadPool()).setMaxThreads(THREADS);
        List<HttpResponse<InputStream>> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(open());
        }

        for (int i = 0; i < 10; i++) {
            assertEquals(200, get("/api/yantai/cases", "clerk-token").statusCode());
        }
        module.things().streams.forEach(stream -> assertTrue(stream.send("", "tick", "1")));
        for (HttpResponse<InputStream> answer : answers) {
            assertEquals(START + "event: tick", read(answer, START.length() + 11));
        }
    }

    @Test(timeout = 120_000)
    public void aLeavingModuleEndsItsStreamsAtOnce() throws Exception {
        HttpResponse<InputStream> answer = open();
        CountDownLatch told = new CountDownLatch(1);
        EventStream stream = module.things().streams.get(0);
        stream.onClose(told::countDown);

        rest.modules().host().remove("things");

        assertTrue(told.await(60, TimeUnit.SECONDS));
        assertFalse(stream.isOpen());
        assertEquals(START, new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test(timeout = 120_000)
    public void aClientThatTakesNothingInIsLetGo() throws Exception {
        open();
        EventStream stream = module.things().streams.get(0);
        String much = "x".repeat(100_000);
        int sent = 0;
        while (stream.send("", "flood", much)) {
            sent++;
            assertTrue("it never ends", sent < 10_000);
        }
        assertFalse(stream.isOpen());
    }

    @Test(timeout = 120_000)
    public void oneAccountHasNoMoreThanItsShare() throws Exception {
        settings.updated(new Hashtable<>(Map.of("streams.concurrent.account", "2")));
        open();
        open();

        problem(get("/api/yantai/cases/events", "clerk-token"), 503, "unavailable");

        assertEquals(
                "requests are counted apart",
                200,
                get("/api/yantai/cases", "clerk-token").statusCode());
        module.things().streams.get(0).close();
        assertEquals(200, open().statusCode());
    }

    @Test(timeout = 120_000)
    public void aStreamEndsWithTheSessionOfWhoListens() throws Exception {
        HttpResponse<InputStream> answer = open();
        EventStream stream = module.things().streams.get(0);
        streams.closeRefused();
        assertTrue(stream.isOpen());

        signIn.revoke("clerk-token");
        streams.closeRefused();

        assertFalse(stream.isOpen());
        answer.body().readAllBytes();
        assertEquals(0, streams.size());
    }

    @Test(timeout = 120_000)
    public void aStreamEndsWhenItsCentreIsSuspended() throws Exception {
        open();
        tenants.suspend(TestCentres.YANTAI);

        streams.closeRefused();

        assertFalse(module.things().streams.get(0).isOpen());
    }

    @Test(timeout = 120_000)
    public void anErrorOfWhoKnowsPeopleEndsNeitherStreamsNorTheirEnding() throws Exception {
        open();
        EventStream stream = module.things().streams.get(0);
        signIn.fail(() -> {
            throw new NoClassDefFoundError("identity is being replaced");
        });
        streams.closeRefused();
        assertTrue("nobody can tell", stream.isOpen());

        signIn.fail(() -> {});
        signIn.revoke("clerk-token");
        streams.closeRefused();

        assertFalse(stream.isOpen());
    }

    @Test(timeout = 120_000)
    public void aDatabaseThatKeepsPeopleWaitingDelaysNoHeartbeatAndIsAskedOnceARound() throws Exception {
        settings.updated(new Hashtable<>(Map.of("streams.concurrent.account", "3")));
        List<HttpResponse<InputStream>> answers = List.of(open(), open(), open());
        AtomicInteger questions = new AtomicInteger();
        CountDownLatch back = new CountDownLatch(1);
        signIn.fail(() -> {
            questions.incrementAndGet();
            awaitUninterrupted(back);
            throw new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.verbatim("away"));
        });
        Thread asking = new Thread(streams::closeRefused);
        asking.start();
        while (questions.get() == 0) {
            Thread.onSpinWait();
        }

        streams.sendHeartbeats();

        for (HttpResponse<InputStream> answer : answers) {
            assertEquals(START + ":", read(answer, START.length() + 1));
        }
        back.countDown();
        asking.join();
        assertEquals("the round is broken off", 1, questions.get());
        streams.closeRefused();
        streams.closeRefused();
        assertEquals("and gone on with", 3, questions.get());
        module.things().streams.forEach(stream -> assertTrue(stream.isOpen()));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test(timeout = 120_000)
    public void allStreamsEndBeforeTheServerStops() throws Exception {
        List<HttpResponse<InputStream>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(open());
        }

        long began = System.nanoTime();
        rest.modules().close();

        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        assertTrue("as long as a request that does not end is waited for: " + took, took < 10_000);
        for (HttpResponse<InputStream> answer : answers) {
            assertEquals(START, new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    public void whoMayNotSeesNoStream() throws Exception {
        problem(get("/api/yantai/cases/events", "citizen-token"), 403, "not-allowed");
        assertTrue(module.things().streams.isEmpty());
    }

    private HttpResponse<InputStream> open() throws Exception {
        return client.send(request("/api/yantai/cases/events", "clerk-token").build(), BodyHandlers.ofInputStream());
    }

    private static String read(HttpResponse<InputStream> answer, int length) throws Exception {
        return new String(answer.body().readNBytes(length), StandardCharsets.UTF_8);
    }
}
