package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.camel.jms.internal.TestTransport;
import org.yichuang.camel.jms.testing.Broker;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.RecordingModule;

/** What a hostile neighbour writes to a queue, and nobody can ever take: the broker would give it again for ever. */
public class NeverTakenTest {
    private static final String QUEUE = "yichuang.yantai";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final RoutesFixture city = new RoutesFixture();
    /** How often the broker has given something. */
    private final AtomicInteger given = new AtomicInteger();

    private Broker broker;
    private TestTransport transport;

    @Before
    public void connect() throws Exception {
        broker = new Broker(folder.getRoot().toPath());
        broker.start();
    }

    @After
    public void stop() {
        city.close();
        if (transport != null) {
            transport.close();
        }
        broker.close();
    }

    /** The broker says of nobody who he is, so that nobody speaks for anybody. */
    @Test
    public void whatComesInAnothersNameIsTakenOffTheQueueOnce() throws Exception {
        hear("county: haiyang");
        send((queue, producer) -> {
            producer.send(queue, city.envelope());
            producer.send(queue, bytes("{\"id\":\"C1-1\",\"sender\":\"haiyang\"}"));
            producer.setProperty(LinkageRoutes.KIND, FileRoutes.FILE).send(queue, bytes(Json.write(file()) + "\nfile"));
        });

        assertGivenOnce(3);
        assertFalse("nobody is answered", city.passed.contains("linkage-reply"));
        assertEquals(
                "the doctor is told", 3, city.takenOff.lately().orElseThrow().many());
        assertTrue(city.cases.received.isEmpty());
    }

    @Test
    public void whatIsNoMessageAtAllIsTakenOffTheQueueOnce() throws Exception {
        hear("");
        send((queue, producer) -> {
            producer.send(queue, (Serializable) LocalDate.EPOCH);
            producer.send(queue, Map.<String, Object>of("id", "C1-1"));
            producer.send(queue, (String) null);
            producer.send(queue, new byte[] {0, 0, (byte) 0xff, (byte) 0xfe, 0, 0}); // no order of bytes that there is
            producer.setProperty(LinkageRoutes.KIND, LinkageRoutes.ANSWER).send(queue, (Serializable) LocalDate.EPOCH);
        });

        assertGivenOnce(5);
    }

    /** No database keeps a null character, and PostgreSQL looks for none. */
    @Test
    public void whatIsOfNoIdThatThereCanBeIsTakenOffTheQueueOnce() throws Exception {
        hear("");
        send((queue, producer) -> {
            producer.send(queue, bytes("{\"id\":\"a\\u0000\",\"sender\":\"yantai\"}"));
            producer.setProperty(LinkageRoutes.KIND, LinkageRoutes.ANSWER);
            for (String id : List.of("a\\u0000", "a".repeat(60), "\\ud800")) {
                producer.send(queue, bytes("{\"refusal\":{\"sender\":\"yantai\",\"messageId\":\"" + id + "\"}}"));
            }
        });

        assertGivenOnce(4);
    }

    /** What it says of itself is kept as far as a database keeps it. */
    @Test
    public void aRefusalWithoutSenseIsTakenOffTheQueueOnce() throws Exception {
        city.network.policy(HAIYANG, "exchange.transport", "elsewhere");
        hear("");
        city.send(YANTAI, "haiyang", "C1", 1);
        await(() -> !city.message("C1-1").lastError().isEmpty());
        send((queue, producer) -> {
            producer.setProperty(LinkageRoutes.KIND, LinkageRoutes.ANSWER);
            producer.send(queue, bytes("{\"refusal\":{\"sender\":\"yantai\",\"messageId\":\"C1-1\"}}"));
        });

        assertGivenOnce(1);
        assertEquals(": \n", city.message("C1-1").lastError());
    }

    @Test
    public void whatNobodyCanBeAnsweredIsTakenOffTheQueueOnce() throws Exception {
        city.network.policy(SHANDONG, "exchange.transport", "elsewhere");
        hear("");
        send((queue, producer) -> producer.send(queue, bytes("{\"id\":\"C1-1\",\"sender\":\"shandong\"}")));

        assertGivenOnce(1);
    }

    private void hear(String peers) throws Exception {
        transport = new TestTransport(broker.url(), peers);
        city.camel.addComponent("jms", transport.component());
        city.begin("jms:queue:" + QUEUE).first("linkage-from-1", exchange -> given.incrementAndGet());
    }

    private void send(Sending sending) {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
                JMSContext session = factory.createContext()) {
            sending.send(session.createQueue(QUEUE), session.createProducer());
        }
    }

    private void assertGivenOnce(int messages) throws InterruptedException {
        await(() -> given.get() >= messages);
        TimeUnit.SECONDS.sleep(1); // the broker gives again after a tenth of that
        assertEquals(messages, given.get());
    }

    private CarriedFile file() {
        return new CarriedFile(
                CarriedFile.versionFor(SignatureAlgorithm.ED25519),
                "S1",
                "haiyang",
                "yantai",
                RecordingModule.TOPIC,
                "0".repeat(64),
                4,
                city.network.now(),
                "key",
                "signature",
                SignatureAlgorithm.ED25519.word());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What somebody sends. */
    @FunctionalInterface
    private interface Sending {
        void send(Destination queue, JMSProducer producer);
    }
}
