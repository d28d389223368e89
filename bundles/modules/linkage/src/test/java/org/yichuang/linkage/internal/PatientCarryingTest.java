package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Reply;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** What waits, for as long as it takes, and what leaves again when somebody says so. */
public class PatientCarryingTest {
    private static final Settings.Values SETTINGS = new Settings(null).now();

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final RecordingModule cases = new RecordingModule();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final TestModules installed = new TestModules();
    private final MemoryKeys keys = new MemoryKeys();
    private final TestRelay relay = new TestRelay(journal, modules, network, keys, SETTINGS);
    private final Receiver receiver =
            new Receiver(network, keys, journal, modules, installed, TestPlaces.of(network), new MemoryEpochs());
    private final DefaultExchange exchange = TestPlaces.exchange(journal, modules, network);

    @Before
    public void install() {
        modules.bound(cases);
    }

    @Test
    public void aCityThatIsAwayForNineDaysGetsAllInOrderByItself() {
        cases.refusing = true;
        send("M1", 1, "yantai", "{}");
        send("M2", 2, "yantai", "{}");

        for (int hour = 0; hour < 9 * 24; hour++) {
            carry();
            network.pass(Duration.ofHours(1));
        }
        assertEquals(State.WAITING, only("M1").state());
        cases.refusing = false;
        carry();
        carry();

        assertEquals(List.of(1L, 2L), cases.sequences());
    }

    /** However often a receiver was off before: the first copy that it takes may die with it at once. */
    @Test
    public void onlyCopiesOfWhichNothingCameMakeTheNextOneWaitLonger() {
        DeliveryRecorder recorder = new DeliveryRecorder(journal, modules, keys, SETTINGS);
        Duration first = SETTINGS.receiptPatience();
        send("M1", 1, "yantai", "{}");
        for (int refusals = 0; refusals < 1_000; refusals++) {
            recorder.failed(relay.claim().get(0), ProblemException.of(LinkageError.RECEIVER_OFF));
            network.pass(Duration.ofMinutes(10));
        }
        assertEquals(first, handedOver(recorder));
        assertEquals(first.multipliedBy(2), handedOver(recorder));
        assertEquals(first.multipliedBy(4), handedOver(recorder));

        recorder.settle(Reply.refused(new Reply.Refusal("receiver-off", "停用", "off", false, "M1", HAIYANG.value())));
        network.pass(Duration.ofMinutes(10));
        assertEquals("it has answered", first, handedOver(recorder));
        assertEquals(first.multipliedBy(2), handedOver(recorder));

        exchange.replay("M1", operator());
        assertEquals("somebody has said so", first, handedOver(recorder));
        for (int lost = 0; lost < 20; lost++) {
            handedOver(recorder);
        }
        assertEquals(Duration.ofHours(6), handedOver(recorder));

        network.pass(Duration.ofHours(-5));
        journal.hasten(RecordingModule.TOPIC, "yantai");
        assertEquals("its way is open again", first, handedOver(recorder));
        assertTrue("nothing stands still for two minutes", first.compareTo(Duration.ofMinutes(2)) < 0);
    }

    /** A copy leaves, and nothing comes of it: returns how long that is waited for, which passes. */
    private Duration handedOver(DeliveryRecorder recorder) {
        Pending pending = relay.claim().get(0);
        recorder.handedOver(pending);
        Duration waits = Duration.between(network.now(), journal.message("M1").dueAt());
        network.pass(waits);
        return waits;
    }

    @Test
    public void aNeighbourIsNoReceiverAndNothingIsLostByIt() {
        send("M1", 1, "laishan", "{}");

        carry();

        assertEquals(State.WAITING, only("M1").state());
        assertTrue(only("M1").lastError().startsWith("not-related: "));
        assertEquals(network.now().plus(Settings.REST), only("M1").dueAt());
        assertTrue(cases.received.isEmpty());
    }

    @Test
    public void aCentreThatIsConfiguredNowhereIsLookedForFromTimeToTime() {
        send("M1", 1, "nowhere", "{}");

        for (int day = 0; day < 30; day++) {
            carry();
            network.pass(Duration.ofDays(1));
        }
        carry();

        assertEquals(State.WAITING, only("M1").state());
        assertTrue(only("M1").lastError().startsWith("centre-unknown: "));
        assertEquals(network.now().plus(Duration.ofHours(1)), only("M1").dueAt());
    }

    @Test
    public void whatAnEarlierReleaseHoldsToBeLastingIsJudgedHere() {
        send("M1", 1, "yantai", "{}");
        Pending pending = relay.claim().get(0);

        relay.settle(
                pending,
                relay.seal(pending),
                Reply.refused(new Reply.Refusal("centre-unknown", "没有这个中心", "No such centre", true)));

        assertEquals(State.WAITING, only("M1").state());
    }

    @Test
    public void allThatIsParkedLeavesAgainOrWhatGoesToOneCentre() {
        for (int i = 1; i <= 5; i++) {
            journal.send(
                    HAIYANG,
                    new OutgoingMessage(
                            "M" + i, RecordingModule.TOPIC, i < 5 ? "yantai" : "liugezhuang", "C" + i, 1, "x", "{}"));
            exchange.park("M" + i, "等待核实", operator());
        }

        assertEquals(new Exchange.Replayed(4, List.of(), false), exchange.replayAll(Optional.of("yantai"), operator()));
        carry();
        assertEquals(4, cases.received.size());
        assertEquals(State.PARKED, journal.message("M5").state());

        assertEquals(new Exchange.Replayed(1, List.of(), false), exchange.replayAll(Optional.empty(), operator()));
        assertEquals(new Exchange.Replayed(0, List.of(), false), exchange.replayAll(Optional.empty(), operator()));
    }

    @Test
    public void allThatWaitsForOneCentreIsParked() {
        for (int i = 1; i <= 3; i++) {
            journal.send(
                    HAIYANG,
                    new OutgoingMessage(
                            "M" + i, RecordingModule.TOPIC, i < 3 ? "yantai" : "liugezhuang", "C" + i, 1, "x", "{}"));
        }

        assertEquals(2, exchange.parkAll(Optional.of("yantai"), "密钥泄露", operator()));
        assertEquals(0, exchange.parkAll(Optional.of("yantai"), "密钥泄露", operator()));

        assertEquals(State.PARKED, journal.message("M2").state());
        assertEquals(State.WAITING, journal.message("M3").state());
        assertEquals(1, exchange.parkAll(Optional.empty(), "密钥泄露", operator()));
    }

    @Test
    public void whoeverHasStoodStillSendsNothingThatIsSomebodyElsesByNowAndSaysNothingOfIt() {
        send("M1", 1, "yantai", "{}");
        Pending stale = relay.claim().get(0);
        Envelope envelope = relay.seal(stale);
        network.pass(Duration.ofMinutes(1));
        Pending theirs = relay.claim().get(0);
        List<String> sent = new ArrayList<>();

        RuntimeException notOurs =
                assertThrows(RuntimeException.class, () -> relay.handOver(stale, envelope, () -> sent.add("twice")));
        relay.failed(stale, notOurs);

        assertEquals(List.of(), sent);
        assertEquals("", only("M1").lastError());
        assertEquals("theirs stands", List.of(), relay.claim());
        relay.handOver(theirs, envelope, () -> sent.add("once"));
        assertEquals(List.of("once"), sent);
    }

    private void send(String id, long sequence, String to, String payload) {
        journal.send(HAIYANG, new OutgoingMessage(id, RecordingModule.TOPIC, to, "C1", sequence, "forward", payload));
    }

    private void carry() {
        for (Pending pending : relay.claim()) {
            try {
                Envelope envelope = relay.seal(pending);
                relay.settle(pending, envelope, receiver.receive(envelope));
            } catch (RuntimeException e) {
                relay.failed(pending, e);
            }
        }
    }

    private ExchangeMessage only(String id) {
        return exchange.ofAggregate("cases", "C1", operator()).stream()
                .filter(message -> message.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CallContext operator() {
        return CallContext.system(HAIYANG, network.now(), "test");
    }
}
