package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** Sender and receiver together, without a route between them. */
public class CarryingTest {
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
    public void aForwardReachesTheCityWithItsFilesAndComesBackAsAReceipt() {
        send("M1", 1, "yantai", "{\"files\":[\"plan\"]}");
        carry();

        assertEquals("C1", cases.received.get(0).aggregateId());
        assertEquals(HAIYANG, cases.received.get(0).sender());
        assertEquals("plan.pdf", cases.files.get(0).name());
        Receipt receipt = only("M1").receipt();
        assertEquals("370600-20260302-0001", receipt.words());
        assertEquals("yantai", receipt.receiver());
        assertEquals(State.DELIVERED, only("M1").state());
    }

    @Test
    public void neighboursThatSignByDifferentAlgorithmsBelieveEachOther() {
        for (TenantId national : List.of(HAIYANG, YANTAI)) {
            keys.sign(HAIYANG, national.equals(HAIYANG) ? SignatureAlgorithm.SM2 : SignatureAlgorithm.ED25519);
            keys.sign(YANTAI, national.equals(YANTAI) ? SignatureAlgorithm.SM2 : SignatureAlgorithm.ED25519);
            send("M-" + national, national.equals(HAIYANG) ? 1 : 2, "yantai", "{}");
            carry();

            assertEquals(State.DELIVERED, journal.message("M-" + national).state());
        }
        assertEquals(2, cases.received.size());
    }

    @Test
    public void aMessageThatComesTwiceHasOneEffectAndTheSameReceipt() {
        send("M1", 1, "yantai", "{}");
        carry();
        String first = journal.message("M1").receipt();

        network.pass(Duration.ofMinutes(1));
        journal.forgetDelivery("M1");
        carry();

        assertEquals(1, cases.received.size());
        assertEquals(first, journal.message("M1").receipt());
    }

    @Test
    public void messagesOfACaseArriveInTheirOrder() {
        send("M2", 2, "yantai", "{}");
        send("M1", 1, "yantai", "{}");
        send("M3", 3, "yantai", "{}");

        carry();
        assertEquals(List.of(1L), cases.sequences());

        carry();
        carry();
        assertEquals(List.of(1L, 2L, 3L), cases.sequences());
    }

    @Test
    public void whatTheCityCannotTakeNowComesAgainLaterAndLater() {
        cases.refusing = true;
        send("M1", 1, "yantai", "{}");

        carry();
        assertEquals("changed-meanwhile: 现在不能受理\nNot now", only("M1").lastError());
        assertEquals(network.now().plusSeconds(1), only("M1").dueAt());
        assertTrue("not before it is due", relay.claim().isEmpty());

        network.pass(Duration.ofSeconds(1));
        carry();
        assertEquals(network.now().plusSeconds(2), only("M1").dueAt());

        cases.refusing = false;
        network.pass(Duration.ofSeconds(2));
        carry();
        assertEquals(State.DELIVERED, only("M1").state());
        assertEquals(1, cases.received.size());
    }

    @Test
    public void anOperatorParksAndReplays() {
        send("M1", 1, "yantai", "{}");

        exchange.park("M1", "等待核实", operator());
        carry();
        assertTrue(cases.received.isEmpty());
        assertEquals("等待核实", only("M1").lastError());

        exchange.replay("M1", operator());
        carry();
        assertEquals(1, cases.received.size());
        assertEquals(
                JournalError.MESSAGE_STATE,
                refusal(() -> exchange.replay("M1", operator())).code());
    }

    @Test
    public void parkingNeedsAReason() {
        send("M1", 1, "yantai", "{}");

        assertEquals(
                CommonError.FIELDS_INVALID,
                refusal(() -> exchange.park("M1", " ", operator())).code());
    }

    @Test
    public void whoIsNotPermittedNeitherSeesNorActs() {
        send("M1", 1, "yantai", "{}");
        CallContext clerk = operator().by(new Actor("clerk", "张", Set.of("clerk")));
        CallContext viewer =
                operator().by(new Actor("officer", "李", Set.of()).permitted(Set.of(LinkagePermission.VIEW)));

        List<Runnable> refused = List.of(
                () -> exchange.messages(Optional.empty(), PageRequest.of(10, null), clerk),
                () -> exchange.ofAggregate("cases", "C1", clerk),
                () -> exchange.replay("M1", viewer),
                () -> exchange.replayAll(Optional.empty(), viewer),
                () -> exchange.park("M1", "x", viewer));
        refused.forEach(
                call -> assertEquals(CommonError.NOT_ALLOWED, refusal(call).code()));
        assertEquals(1, exchange.ofAggregate("cases", "C1", viewer).size());
    }

    @Test
    public void anotherCentresMessageIsUnknown() {
        send("M1", 1, "yantai", "{}");
        CallContext elsewhere = CallContext.system(LAISHAN, network.now(), "test");

        ProblemException refusal = refusal(() -> exchange.park("M1", "x", elsewhere));
        assertEquals(JournalError.MESSAGE_UNKNOWN, refusal.code());
        assertTrue(exchange.ofAggregate("cases", "C1", elsewhere).isEmpty());
    }

    @Test
    public void messagesOfASwitchedOffCentreWaitHoweverLong() {
        network.switchModule(HAIYANG, "linkage", false);
        send("M1", 1, "yantai", "{}");

        network.pass(Duration.ofDays(30));
        carry();
        assertEquals(State.WAITING, only("M1").state());
        assertTrue(only("M1").lastError().contains("停用"));

        network.switchModule(HAIYANG, "linkage", true);
        network.pass(Settings.REST);
        carry();
        assertEquals(State.DELIVERED, only("M1").state());
    }

    @Test
    public void aSwitchedOffReceiverIsTriedAgain() {
        network.switchModule(YANTAI, "cases", false);
        send("M1", 1, "yantai", "{}");

        carry();
        assertEquals(State.WAITING, only("M1").state());
        assertTrue(only("M1").lastError().startsWith("receiver-off: "));

        network.switchModule(YANTAI, "cases", true);
        network.pass(Duration.ofSeconds(1));
        carry();
        assertEquals(State.DELIVERED, only("M1").state());
    }

    @Test
    public void aModuleThatCannotBeSwitchedOffReceivesEverywhere() {
        RecordingModule platform = new RecordingModule("register", "register");
        modules.bound(platform);
        installed.alwaysOn.add("register");
        journal.send(HAIYANG, new OutgoingMessage("D1", "register", "yantai", "R1", 1, "entered", "{}"));

        carry();

        assertEquals("R1", platform.received.get(0).aggregateId());
    }

    @Test
    public void messagesOfAModuleThatIsNotInstalledWait() {
        send("M1", 1, "yantai", "{}");
        modules.unbound(cases);

        carry();
        network.pass(Duration.ofDays(30));
        carry();
        assertEquals(State.WAITING, journal.message("M1").state());

        modules.bound(cases);
        carry();
        assertEquals(State.DELIVERED, journal.message("M1").state());
    }

    @Test
    public void eachModuleTakesItsOwnMessages() {
        RecordingModule other = new RecordingModule("disclosure", "disclosure");
        modules.bound(other);
        journal.send(HAIYANG, new OutgoingMessage("D1", "disclosure", "yantai", "R1", 1, "asked", "{}"));
        network.switchModule(YANTAI, "disclosure", true);
        send("M1", 1, "yantai", "{}");

        carry();

        assertEquals("R1", other.received.get(0).aggregateId());
        assertEquals(1, other.received.size());
        assertEquals("C1", cases.received.get(0).aggregateId());
        assertEquals(1, cases.received.size());
    }

    @Test
    public void anEnvelopeForAModuleThatTheReceiverLacksIsTriedAgain() {
        send("M1", 1, "yantai", "{}");
        Pending pending = relay.claim().get(0);
        Envelope sealed = relay.seal(pending);
        modules.unbound(cases);

        relay.settle(pending, sealed, receiver.receive(sealed));

        assertEquals(State.WAITING, journal.message("M1").state());
        assertTrue(journal.message("M1").lastError().startsWith("receiver-off: "));
    }

    @Test
    public void anEnvelopeChangedOnTheWayIsParked() {
        send("M1", 1, "yantai", "{}");
        Pending pending = relay.claim().get(0);
        Envelope sealed = relay.seal(pending);
        Envelope changed = new Envelope(
                sealed.version(),
                sealed.id(),
                sealed.sender(),
                sealed.receiver(),
                "C9",
                sealed.sequence(),
                sealed.topic(),
                sealed.type(),
                sealed.sentAt(),
                sealed.payload(),
                sealed.payloadDigest(),
                sealed.attachments(),
                sealed.keyId(),
                sealed.signature(),
                sealed.alg(),
                sealed.epoch());

        relay.settle(pending, sealed, receiver.receive(changed));

        assertEquals(State.PARKED, only("M1").state());
        assertTrue(only("M1").lastError().startsWith("signature-invalid: "));
        assertTrue(cases.received.isEmpty());
    }

    @Test
    public void whatTheFirstVersionCanSayIsSealedInItSinceEarlierReleasesReadNoOther() {
        send("M1", 1, "yantai", "{}");

        Envelope sealed = relay.seal(relay.claim().get(0));

        assertEquals(1, sealed.version());
        assertFalse(Json.write(sealed).contains("topic"));
    }

    @Test
    public void aReceiptThatSomebodyElseSignedDoesNotCount() {
        send("M1", 1, "yantai", "{}");
        Pending pending = relay.claim().get(0);
        Envelope sealed = relay.seal(pending);
        Receipt good = receiver.receive(sealed).receipt();
        Receipt forged = good.signed(keys.signing(LAISHAN).sign(good.signedBytes()));

        Exception refusal =
                assertThrows(ProblemException.class, () -> relay.settle(pending, sealed, Reply.received(forged)));
        relay.failed(pending, refusal);

        assertEquals(State.WAITING, only("M1").state());
        assertTrue(only("M1").lastError().startsWith("receipt-invalid: "));
    }

    @Test
    public void anUnexpectedFaultOnTheWayIsTriedAgain() {
        send("M1", 1, "yantai", "{}");
        Pending pending = relay.claim().get(0);

        relay.failed(pending, new IllegalStateException("connection reset"));

        assertEquals(State.WAITING, only("M1").state());
        assertEquals(
                "传送失败：IllegalStateException: connection reset\nNot carried: IllegalStateException: connection reset",
                only("M1").lastError());
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

    private static ProblemException refusal(Runnable call) {
        return assertThrows(ProblemException.class, call::run);
    }
}
