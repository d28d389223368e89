package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.linkage.internal.MemoryJournal;
import org.yichuang.linkage.internal.MemoryKeys;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.RecordingModule;
import org.yichuang.linkage.internal.Relay;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** The routes in a Camel context of their own. */
public class LinkageRoutesTest {
    /** So long that whatever is delivered has been delivered by a wake. */
    private static final Duration NO_POLL = Duration.ofHours(1);

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final RecordingModule cases = new RecordingModule();
    private final MemoryKeys keys = new MemoryKeys();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private LinkedModules modules;

    @Before
    public void start() throws Exception {
        camel.addComponent("wire", new DirectComponent()); // direct by another name: one that leaves the container
        camel.start();
        modules = new LinkedModules(new Waker(camel.createProducerTemplate()));
        modules.bound(cases);
    }

    @After
    public void stop() {
        camel.stop();
    }

    @Test
    public void aCommittedMessageWakesTheRelay() throws Exception {
        routes("direct:yichuang-linkage-receive", NO_POLL);

        send("C1", 1);

        await(() -> journal.message("C1-1").state() == State.DELIVERED);
        assertEquals("plan.pdf", cases.files.get(0).name());
    }

    @Test
    public void outsideOfTheContainerItTravelsAsJson() throws Exception {
        routes("wire:yichuang-linkage-receive", NO_POLL);

        send("C1", 1);

        await(() -> journal.message("C1-1").state() == State.DELIVERED);
        assertEquals("plan", new String(cases.files.get(0).content()));
    }

    @Test
    public void aHundredCasesArriveEachInItsOrder() throws Exception {
        routes("direct:yichuang-linkage-receive", NO_POLL);

        for (int sequence = 1; sequence <= 3; sequence++) {
            for (int number = 1; number <= 100; number++) {
                send("C" + number, sequence);
            }
        }

        await(() -> cases.sequences().size() == 300);
        for (int number = 1; number <= 100; number++) {
            String wanted = "C" + number;
            long[] order = cases.received.stream()
                    .filter(message -> message.aggregateId().equals(wanted))
                    .mapToLong(LinkedModule.Incoming::sequence)
                    .toArray();
            assertEquals("[1, 2, 3]", java.util.Arrays.toString(order));
        }
    }

    @Test
    public void aTransportThatIsAwayDelaysAndLosesNothing() throws Exception {
        Settings.Values away = settings("direct:nobody-listens?block=false", Duration.ofMillis(20));
        Relay relay = new Relay(journal, modules, network, keys, away);
        camel.addRoutes(
                new LinkageRoutes(relay, new Receiver(network, keys, journal, modules, new TestModules()), away));
        send("C1", 1);

        await(() -> !journal.message("C1-1").lastError().isEmpty());

        assertEquals(State.WAITING, journal.message("C1-1").state());
        assertTrue(journal.message("C1-1").lastError().startsWith("传送失败"));
    }

    private void routes(String transport, Duration poll) throws Exception {
        Settings.Values settings = settings(transport, poll);
        Relay relay = new Relay(journal, modules, network, keys, settings);
        Receiver receiver = new Receiver(network, keys, journal, modules, new TestModules());
        camel.addRoutes(new LinkageRoutes(relay, receiver, settings));
        modules.outboxBound(journal);
    }

    private static Settings.Values settings(String transport, Duration poll) {
        String receive = transport.contains("nobody") ? "direct:yichuang-linkage-receive" : transport;
        return new Settings.Values(
                transport, receive, 4, poll, Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    private void send(String number, long sequence) {
        journal.send(
                HAIYANG,
                new OutgoingMessage(
                        number + "-" + sequence,
                        RecordingModule.TOPIC,
                        "yantai",
                        number,
                        sequence,
                        "forward",
                        "{\"f\":\"plan\"}"));
    }

    private static void await(BooleanSupplier condition) {
        boolean met = IntStream.range(0, 24_000).anyMatch(tick -> {
            LockSupport.parkNanos(10_000_000);
            return condition.getAsBoolean();
        });
        assertTrue("not within four minutes", met);
    }
}
