package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.seda.SedaComponent;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.Reply.Refusal;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.RecordingModule;
import org.yichuang.linkage.internal.TestPlaces;
import org.yichuang.testing.centres.TestCentres;

/** Between two deployments: a copy leaves, and the answer comes by itself. */
public class ElsewhereTest {
    private static final String BOTH = "wire:yantai, wire:haiyang";

    private final RoutesFixture way = new RoutesFixture();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final AtomicInteger losses = new AtomicInteger();
    private ProducerTemplate anybody;

    @Before
    public void connect() {
        way.camel.addComponent("wire", new SedaComponent());
        way.network.policy(YANTAI, "exchange.transport", "wire:{receiver}");
        way.network.policy(HAIYANG, "exchange.transport", "wire:haiyang");
        way.receiving = TestPlaces.of(new TestCentres()); // where each has the other's settings
        anybody = way.camel.createProducerTemplate();
    }

    @After
    public void stop() {
        way.close();
    }

    @Test
    public void aCopyLeavesAsBytesAndTheReceiptIsAMessageOfItsOwn() throws Exception {
        AtomicReference<Set<String>> headers = new AtomicReference<>();
        List<Object> bodies = new CopyOnWriteArrayList<>();
        way.begin(BOTH)
                .first("linkage-arrived", exchange -> {
                    headers.set(new TreeSet<>(exchange.getMessage().getHeaders().keySet()));
                    bodies.add(exchange.getMessage().getBody());
                })
                .send(HAIYANG, "yantai", "C1", 1);

        await(() -> way.message("C1-1").state() == State.DELIVERED);
        assertEquals(
                List.of(
                        "linkage-up",
                        "linkage-letter-forward",
                        "linkage-send",
                        "linkage-leave",
                        "linkage-arrived",
                        "linkage-in",
                        "linkage-reply",
                        "linkage-answer",
                        "linkage-answered",
                        "linkage-receipt"),
                way.passed);
        assertTrue(bodies.get(0) instanceof byte[]);
        assertEquals("no other header travels", Set.of("JMSXGroupID", "yichuangKind"), headers.get());
        assertEquals("plan.pdf", way.cases.files.get(0).name());
        assertEquals("370600-20260302-0001", way.cases.news.get(0).replaceFirst(".*: ", ""));
    }

    @Test
    public void aCopyThatIsLostLeavesAgainAfterThePatience() throws Exception {
        lost.set(true);
        way.begin(BOTH).first("linkage-arrived", this::lose).send(HAIYANG, "yantai", "C1", 1);
        awaitLost();
        assertEquals(
                way.network.now().plus(Duration.ofMinutes(10)),
                way.message("C1-1").dueAt());

        lost.set(false);
        sendAgain();

        await(() -> way.message("C1-1").state() == State.DELIVERED);
    }

    @Test
    public void aReceiptThatIsLostIsGivenAgainToTheNextCopy() throws Exception {
        lost.set(true);
        way.begin(BOTH).first("linkage-answer", this::lose).send(HAIYANG, "yantai", "C1", 1);
        awaitLost();
        assertEquals(State.WAITING, way.message("C1-1").state());

        lost.set(false);
        sendAgain();

        await(() -> way.message("C1-1").state() == State.DELIVERED);
        assertEquals("one effect", 1, way.cases.received.size());
    }

    @Test
    public void nothingOvertakesWhatHasLeftWithoutAReceipt() throws Exception {
        lost.set(true);
        way.begin(BOTH).first("linkage-arrived", this::lose).send(HAIYANG, "yantai", "C1", 1);
        way.send(HAIYANG, "yantai", "C1", 2);
        awaitLost();
        lost.set(false);
        sendAgain();

        await(() -> way.message("C1-2").state() == State.DELIVERED);
        assertEquals(List.of(1L, 2L), way.cases.sequences());
    }

    @Test
    public void whatTheOtherSideRefusesWaitsAndSaysWhy() throws Exception {
        way.cases.refusing = true;
        way.begin(BOTH).send(HAIYANG, "yantai", "C1", 1);

        await(() -> way.message("C1-1").lastError().startsWith("changed-meanwhile: "));
        assertEquals(State.WAITING, way.message("C1-1").state());
    }

    @Test
    public void aRefusalThatAnybodyMayHaveWrittenParksNothing() throws Exception {
        lost.set(true);
        way.begin(BOTH).first("linkage-arrived", this::lose).send(HAIYANG, "yantai", "C1", 1);
        awaitLost();

        answer(Reply.refused(new Refusal("signature-invalid", "签名无效", "forged", true, "C1-1", "haiyang")));

        await(() -> way.message("C1-1").lastError().startsWith("signature-invalid: "));
        assertEquals(State.WAITING, way.message("C1-1").state());
        lost.set(false);
        way.network.pass(Duration.ofHours(1));
        way.signal.run();
        await(() -> way.message("C1-1").state() == State.DELIVERED);
    }

    @Test
    public void aReceiptThatTheReceiverHasNotSignedEndsNothing() throws Exception {
        lost.set(true);
        way.begin(BOTH).first("linkage-arrived", this::lose).send(HAIYANG, "yantai", "C1", 1);
        awaitLost();
        Receipt claimed = new Receipt(
                1,
                "C1-1",
                "haiyang",
                "yantai",
                way.journal.sealedDigests(way.message("C1-1")).get(0),
                way.network.now(),
                "370600-1",
                way.keys.signing(LAISHAN).keyId(),
                "",
                null);

        answer(Reply.received(claimed.signed(way.keys.signing(LAISHAN).sign(claimed.signedBytes()))));

        await(() -> way.passed.contains("linkage-receipt"));
        way.network.pass(Duration.ofMinutes(10));
        lost.set(false);
        way.signal.run();
        await(() -> way.message("C1-1").state() == State.DELIVERED);
        assertEquals(
                "its own receipt", "370600-20260302-0001", way.cases.news.get(0).replaceFirst(".*: ", ""));
    }

    @Test
    public void whatCannotBeReadIsAnsweredAsFarAsItSaysWhoseItIs() throws Exception {
        lost.set(true);
        way.begin(BOTH).first("linkage-arrived", this::lose).send(HAIYANG, "yantai", "C1", 1);
        awaitLost();
        lost.set(false);

        arrive("no JSON at all");
        arrive("{\"attachments\":[]}");
        arrive("{\"version\":9,\"id\":\"C1-1\",\"sender\":\"haiyang\",\"novelty\":{}}");

        await(() -> way.message("C1-1").lastError().startsWith("envelope-unreadable: "));
        assertEquals(State.WAITING, way.message("C1-1").state());
        assertTrue(way.cases.received.isEmpty());
    }

    @Test
    public void whoHasProvenWhoHeIsWritesAndAnswersForNobodyElse() throws Exception {
        AtomicReference<Set<String>> peers = new AtomicReference<>(Set.of("laishan"));
        AtomicReference<Set<String>> answering = new AtomicReference<>(Set.of("yantai"));
        way.begin(BOTH)
                .first("linkage-arrived", exchange -> exchange.setProperty("yichuangPeers", peers.get()))
                .first("linkage-answered", exchange -> exchange.setProperty("yichuangPeers", answering.get()))
                .send(HAIYANG, "yantai", "C1", 1);

        await(() -> way.message("C1-1").sentAt() != null);
        assertTrue(way.cases.received.isEmpty());
        peers.set(Set.of("haiyang"));
        answering.set(Set.of("haiyang"));
        await(() -> {
            way.network.pass(Duration.ofMinutes(10));
            way.signal.run();
            return !way.cases.received.isEmpty();
        });
        assertEquals(
                "a receipt of somebody else", State.WAITING, way.message("C1-1").state());

        answering.set(Set.of("yantai"));
        await(() -> {
            way.network.pass(Duration.ofMinutes(10));
            way.signal.run();
            return way.message("C1-1").state() == State.DELIVERED;
        });
    }

    @Test
    public void anAnswerThatCannotBeReadOrIsOfNoMessageIsLeftOut() throws Exception {
        way.begin(BOTH).first("linkage-arrived", exchange -> {});
        anybody.sendBodyAndHeader("wire:haiyang", bytes("nothing"), LinkageRoutes.KIND, LinkageRoutes.ANSWER);
        answer(new Reply(null, null));
        answer(Reply.refused(new Refusal("receiver-off", "停用", "off", false, "M9", "haiyang")));
        answer(Reply.refused(new Refusal("receiver-off", "停用", "off", false, "M9", "no centre")));

        way.send(HAIYANG, "yantai", "C1", 1);
        await(() -> way.message("C1-1").state() == State.DELIVERED);
    }

    @Test
    public void aTransportThatIsNotThereDelaysAndLosesNothing() throws Exception {
        way.network.policy(YANTAI, "exchange.transport", "nowhere:queue");
        way.begin().send(HAIYANG, "yantai", "C1", 1);

        await(() -> !way.message("C1-1").lastError().isEmpty());
        assertTrue(way.message("C1-1").lastError().startsWith("传送失败"));
        assertEquals(State.WAITING, way.message("C1-1").state());
        assertNotNull(
                "one line of the settings changes the way", way.message("C1-1").dueAt());
        way.network.policy(YANTAI, "exchange.transport", "local");
        way.network.pass(Duration.ofSeconds(1));
        way.signal.run();
        await(() -> way.message("C1-1").state() == State.DELIVERED);
    }

    @Test
    public void aWayThatIsDeadIsShutAndOpensWithEverybodyByOneProbe() throws Exception {
        AtomicBoolean dead = new AtomicBoolean(true);
        AtomicInteger tried = new AtomicInteger();
        way.begin(BOTH);
        way.before("linkage-leave", "linkage-hand-over", exchange -> {
            tried.incrementAndGet();
            if (dead.get()) {
                throw new IOException("connection refused");
            }
        });
        for (int number = 1; number <= 3; number++) {
            way.send(HAIYANG, "yantai", "C" + number, 1);
        }
        await(() -> way.breakers.shut().contains("yantai"));
        way.send(HAIYANG, "yantai", "C4", 1);
        way.network.pass(Duration.ofSeconds(9));
        way.signal.run();
        way.send(HAIYANG, "liugezhuang", "D1", 1);
        await(() -> way.message("D1-1").state() == State.DELIVERED);
        assertEquals("nothing more was tried", 3, tried.get());

        dead.set(false);
        way.network.pass(Duration.ofSeconds(1));
        way.signal.run();

        await(() -> way.message("C4-1").state() == State.DELIVERED
                && way.message("C1-1").state() == State.DELIVERED
                && way.message("C2-1").state() == State.DELIVERED
                && way.message("C3-1").state() == State.DELIVERED);
        assertEquals(Set.of(), way.breakers.shut());
    }

    @Test
    public void aWayThatOpensIsOpenForEveryModule() throws Exception {
        AtomicBoolean dead = new AtomicBoolean(true);
        way.modules.bound(new RecordingModule("cases", "licences"));
        way.begin(BOTH);
        way.before("linkage-leave", "linkage-hand-over", exchange -> {
            if (dead.get()) {
                throw new IOException("connection refused");
            }
        });
        way.send("licences", HAIYANG, "yantai", "L1", 1);
        way.send(HAIYANG, "yantai", "C1", 1);
        await(() -> !way.message("L1-1").lastError().isEmpty()
                && !way.message("C1-1").lastError().isEmpty());
        way.journal.failed(way.message("L1-1"), "connection refused", Optional.of(Duration.ofDays(30)));
        await(() -> {
            way.network.pass(Duration.ofSeconds(2));
            way.signal.run();
            return way.breakers.shut().contains("yantai");
        });

        dead.set(false);

        await(() -> {
            way.network.pass(Duration.ofMinutes(1)); // never thirty days
            way.signal.run();
            return way.message("C1-1").state() == State.DELIVERED
                    && way.message("L1-1").state() == State.DELIVERED;
        });
    }

    @Test
    public void aCentreThatComesIntoTheDeploymentIsReachedThoughItsWayWasShut() throws Exception {
        way.begin(BOTH);
        way.before("linkage-leave", "linkage-hand-over", exchange -> {
            throw new IOException("connection refused");
        });
        for (int number = 1; number <= 3; number++) {
            way.send(HAIYANG, "yantai", "C" + number, 1);
        }
        await(() -> way.breakers.shut().contains("yantai"));

        way.network.policy(YANTAI, "exchange.transport", "local");
        way.send(HAIYANG, "yantai", "C4", 1);

        await(() -> way.message("C4-1").state() == State.DELIVERED);
    }

    private void lose(Exchange exchange) {
        if (lost.get()) {
            exchange.setRouteStop(true);
            losses.incrementAndGet();
        }
    }

    private void awaitLost() {
        await(() -> losses.get() > 0 && way.message("C1-1").sentAt() != null);
    }

    private void sendAgain() {
        way.network.pass(Duration.ofMinutes(10));
        way.signal.run();
    }

    private void answer(Reply reply) {
        anybody.sendBodyAndHeader("wire:haiyang", bytes(Json.write(reply)), LinkageRoutes.KIND, LinkageRoutes.ANSWER);
    }

    private void arrive(String text) {
        anybody.sendBody("wire:yantai", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
