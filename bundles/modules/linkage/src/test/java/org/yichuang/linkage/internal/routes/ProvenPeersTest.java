package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.component.seda.SedaComponent;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.Reply.Refusal;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.TestPlaces;
import org.yichuang.testing.centres.TestCentres;

/** Between two deployments that prove to each other whom they speak for, and wait on the line for each other. */
public class ProvenPeersTest {
    private static final String BOTH = "wire:yantai, wire:haiyang";

    private final RoutesFixture way = new RoutesFixture();
    private final AtomicReference<Set<String>> peers = new AtomicReference<>(Set.of("haiyang", "yantai"));

    @Before
    public void connect() {
        way.camel.addComponent("wire", new SedaComponent());
        way.network.policy(YANTAI, "exchange.transport", "wire:{receiver}");
        way.network.policy(HAIYANG, "exchange.transport", "wire:haiyang");
        way.receiving = TestPlaces.of(new TestCentres()); // where each has the other's settings
    }

    @After
    public void stop() {
        way.close();
    }

    @Test
    public void theOtherSideIsNotKeptWaitingForItsAnswerWhichIsTriedAgain() throws Exception {
        Semaphore mayAnswer = new Semaphore(0);
        AtomicInteger tried = new AtomicInteger();
        begin();
        way.before("linkage-answer", "linkage-answer-over", exchange -> {
            mayAnswer.acquire();
            if (tried.incrementAndGet() < 3) {
                throw new IOException("The line is dead");
            }
        });
        way.send(HAIYANG, "yantai", "C1", 1);
        way.send(HAIYANG, "yantai", "C2", 1);

        await(() -> way.cases.received.size() == 2);
        mayAnswer.release(1_000);
        await(() -> way.message("C1-1").state() == State.DELIVERED
                && way.message("C2-1").state() == State.DELIVERED);
        assertEquals("nothing was sent twice", 2, way.cases.received.size());
    }

    @Test
    public void aRefusalOfSomebodyElseDelaysNothing() throws Exception {
        begin();
        way.first("linkage-arrived", exchange -> exchange.setRouteStop(true));
        way.send(HAIYANG, "yantai", "C1", 1);
        await(() -> way.message("C1-1").sentAt() != null);

        peers.set(Set.of("laishan"));
        refuse("receiver-off");
        peers.set(Set.of("yantai"));
        refuse("receiver-busy");

        await(() -> !way.message("C1-1").lastError().isEmpty());
        assertTrue(
                way.message("C1-1").lastError(), way.message("C1-1").lastError().startsWith("receiver-busy"));
    }

    @Test
    public void whatComesInAnothersNameIsAnsweredToNobody() throws Exception {
        AtomicReference<Throwable> heard = new AtomicReference<>();
        peers.set(Set.of("laishan"));
        begin();
        byte[] unreadable = "{\"id\":\"C1-1\",\"sender\":\"haiyang\"}".getBytes(StandardCharsets.UTF_8);
        for (byte[] text : List.of(way.envelope(), unreadable)) {
            heard.set(null);
            try (var sender = way.camel.createProducerTemplate()) {
                Exchange answer = sender.send("direct:linkage-arrived", exchange -> exchange.getMessage()
                        .setBody(text));
                heard.set(answer.getException());
            }
            assertTrue("whoever writes it hears so", heard.get() instanceof SSLPeerUnverifiedException);
        }
        assertFalse("nobody has it refused by us", way.passed.contains("linkage-reply"));
        assertTrue(way.cases.received.isEmpty());
    }

    @Test
    public void whoseWayIsShutIsAnsweredWithTheNextCopy() throws Exception {
        begin();
        for (int failure = 0; failure < 3; failure++) {
            way.breakers.failed("haiyang");
        }
        way.send(HAIYANG, "yantai", "C1", 1);
        await(() -> way.passed.contains("linkage-answer-later")
                && way.message("C1-1").sentAt() != null);
        assertFalse("nothing is tried", way.passed.contains("linkage-answer"));

        way.breakers.worked("haiyang");

        await(() -> {
            way.network.pass(Duration.ofMinutes(10));
            way.signal.run();
            return way.message("C1-1").state() == State.DELIVERED;
        });
        assertEquals("it had its effect the first time", 1, way.cases.received.size());
    }

    @Test
    public void aRefusalOfAMessageThatNobodyKnowsComesToNothing() throws Exception {
        begin();
        peers.set(Set.of("yantai"));
        refuse("receiver-off");
        await(() -> way.passed.contains("linkage-receipt"));

        peers.set(Set.of("haiyang", "yantai"));
        way.send(HAIYANG, "yantai", "C2", 1);
        await(() -> way.message("C2-1").state() == State.DELIVERED);
    }

    @Test
    public void whoseCertificateDoesNotNameItIsToldAndShutsNoWay() throws Exception {
        AtomicInteger tried = new AtomicInteger();
        way.begin(BOTH).before("linkage-leave", "linkage-hand-over", exchange -> {
            tried.incrementAndGet();
            throw new SSLPeerUnverifiedException("answers 403");
        });
        for (String number : new String[] {"C1", "C2", "C3", "C4"}) {
            way.send(HAIYANG, "yantai", number, 1);
        }
        await(() -> tried.get() == 4);
        await(() -> way.message("C4-1").lastError().startsWith("certificate-differs"));
        assertEquals(Set.of(), way.endpoints.shut());
    }

    @Test
    public void whatIsOnlySlowShutsNoWay() throws Exception {
        AtomicInteger tried = new AtomicInteger();
        way.begin(BOTH).before("linkage-leave", "linkage-hand-over", exchange -> {
            tried.incrementAndGet();
            throw new HttpTimeoutException("no room");
        });
        for (String number : new String[] {"C1", "C2", "C3", "C4"}) {
            way.send(HAIYANG, "yantai", number, 1);
        }
        await(() -> tried.get() == 4);
        await(() -> !way.message("C4-1").lastError().isEmpty());
        assertEquals(Set.of(), way.endpoints.shut());
    }

    private void begin() throws Exception {
        way.begin(BOTH)
                .first("linkage-arrived", exchange -> exchange.setProperty("yichuangPeers", peers.get()))
                .first("linkage-answered", exchange -> exchange.setProperty("yichuangPeers", peers.get()));
    }

    private void refuse(String code) throws Exception {
        AtomicInteger heard = new AtomicInteger();
        Reply reply = Reply.refused(new Refusal(code, "停用", "off", false, "C1-1", "haiyang"));
        way.first("linkage-answered", exchange -> heard.incrementAndGet());
        try (var sender = way.camel.createProducerTemplate()) {
            sender.sendBodyAndHeader(
                    "wire:haiyang",
                    Json.write(reply).getBytes(StandardCharsets.UTF_8),
                    LinkageRoutes.KIND,
                    LinkageRoutes.ANSWER);
        }
        await(() -> heard.get() == 1);
    }
}
