package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.CentreEndpoints;
import org.yichuang.linkage.internal.DeliveryRecorder;
import org.yichuang.linkage.internal.EnvelopeSealer;
import org.yichuang.linkage.internal.FileCarrier;
import org.yichuang.linkage.internal.Json;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.linkage.internal.MemoryEpochs;
import org.yichuang.linkage.internal.MemoryJournal;
import org.yichuang.linkage.internal.MemoryKeys;
import org.yichuang.linkage.internal.Receiver;
import org.yichuang.linkage.internal.RecordingModule;
import org.yichuang.linkage.internal.Settings;
import org.yichuang.linkage.internal.TakenOff;
import org.yichuang.linkage.internal.TestPlaces;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.linkage.internal.domain.NeighbourRule;
import org.yichuang.linkage.internal.domain.ReceiverBreakers;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** The routes in a Camel context of their own, with everything that they lead to in memory. */
final class RoutesFixture implements AutoCloseable {
    /** So long that whatever is delivered has been delivered by a wake. */
    private static final Duration NO_POLL = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofSeconds(10);

    final TestCentres network;
    final MemoryJournal journal;
    final RecordingModule cases;
    final MemoryKeys keys;
    /** Where centres live as the receiving end sees it. */
    Whereabouts receiving;

    final DefaultCamelContext camel = new DefaultCamelContext();
    final OutboxSignal signal = new OutboxSignal();
    final LinkedModules modules = new LinkedModules(signal);
    final ReceiverBreakers breakers;
    final CentreEndpoints endpoints;
    final TakenOff takenOff;
    /** The routes through which messages have passed, in their order. */
    final List<String> passed = new CopyOnWriteArrayList<>();

    RoutesFixture() {
        this(new MemoryKeys());
    }

    /** @param keys those of all centres, as far as this deployment knows them */
    RoutesFixture(MemoryKeys keys) {
        this(keys, new RecordingModule());
    }

    /** @param cases the module whose messages are carried */
    RoutesFixture(MemoryKeys keys, RecordingModule cases) {
        this(keys, cases, new TestCentres(), null);
    }

    /** Another container of the same database. */
    RoutesFixture(RoutesFixture other) {
        this(other.keys, new RecordingModule(), other.network, other.journal);
    }

    private RoutesFixture(MemoryKeys keys, RecordingModule cases, TestCentres network, MemoryJournal shared) {
        this.keys = keys;
        this.cases = cases;
        this.network = network;
        journal = shared == null ? new MemoryJournal(network.clock()) : shared;
        takenOff = new TakenOff(network.clock());
        receiving = TestPlaces.of(network);
        breakers = new ReceiverBreakers(3, REST, network.clock());
        endpoints = new CentreEndpoints(TestPlaces.of(network), breakers);
        modules.bound(cases);
        modules.outboxBound(journal);
        camel.addComponent("outbox", new OutboxComponent(journal, modules, signal, endpoints));
        camel.setStreamCaching(false); // as the host has it
        camel.start();
    }

    /** Begins to carry inside of one deployment. */
    RoutesFixture begin() throws Exception {
        return begin("");
    }

    /** Begins to carry, and to hear others. */
    RoutesFixture begin(String receive) throws Exception {
        Settings.Values settings = new Settings.Values(
                4, NO_POLL, Duration.ofSeconds(20), Duration.ofSeconds(1), PATIENCE, receive, 3, REST, PATIENCE);
        Receiver receiver =
                new Receiver(network, keys, journal, modules, new TestModules(), receiving, new MemoryEpochs());
        DeliveryRecorder recorder = new DeliveryRecorder(journal, modules, keys, settings);
        camel.addRoutes(new FileRoutes(
                receiver, recorder, new FileCarrier(journal, modules, keys, network.clock()), endpoints, settings));
        camel.addRoutes(new LetterRoutes(modules));
        camel.addRoutes(new LinkageRoutes(
                new NeighbourRule(network),
                new EnvelopeSealer(journal, modules, network, keys, new MemoryEpochs()),
                receiver,
                recorder,
                endpoints,
                settings));
        camel.addRoutes(new InboundRoutes(settings, takenOff));
        for (String id : LinkageRoutes.IDS) {
            if (!id.equals("linkage-out")) {
                first(id, exchange -> passed.add(id));
            }
        }
        return this;
    }

    /** Has a route begin with another step. */
    RoutesFixture first(String route, Processor step) throws Exception {
        AdviceWith.adviceWith(camel, route, advice -> advice.weaveAddFirst().process(step));
        return this;
    }

    /** Has another step done before one. */
    RoutesFixture before(String route, String step, Processor other) throws Exception {
        AdviceWith.adviceWith(
                camel, route, advice -> advice.weaveById(step).before().process(other));
        return this;
    }

    /** Puts another step in the place of one. */
    RoutesFixture instead(String route, String step, Processor other) throws Exception {
        AdviceWith.adviceWith(
                camel, route, advice -> advice.weaveById(step).replace().process(other));
        return this;
    }

    /** A letter of a county to its city, which nobody has sent. */
    Pending letter(String payload) {
        OutgoingMessage message =
                new OutgoingMessage("S1", RecordingModule.TOPIC, "yantai", "C9", 1, "forward", payload);
        return new Pending(TestCentres.HAIYANG, message, State.WAITING, 1, network.now(), network.now(), "", "");
    }

    /** One as it travels. */
    byte[] envelope() {
        return envelope(letter("{}"));
    }

    /** One as it travels. */
    byte[] envelope(Pending pending) {
        EnvelopeSealer sealer = new EnvelopeSealer(journal, modules, network, keys, new MemoryEpochs());
        return Json.write(sealer.seal(pending)).getBytes(StandardCharsets.UTF_8);
    }

    Pending message(String id) {
        return journal.message(id);
    }

    void send(TenantId sender, String receiver, String number, long sequence) {
        send(RecordingModule.TOPIC, sender, receiver, number, sequence);
    }

    void send(String topic, TenantId sender, String receiver, String number, long sequence) {
        journal.send(
                sender,
                new OutgoingMessage(
                        number + "-" + sequence, topic, receiver, number, sequence, "forward", "{\"f\":\"plan\"}"));
    }

    static void await(BooleanSupplier condition) {
        boolean met = IntStream.range(0, 24_000).anyMatch(tick -> {
            LockSupport.parkNanos(10_000_000);
            return condition.getAsBoolean();
        });
        assertTrue("not within four minutes", met);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
