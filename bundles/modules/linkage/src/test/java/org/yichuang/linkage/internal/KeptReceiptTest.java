package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Receipt;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** What was taken once is receipted again with the same words, under the key that its centre has now. */
public class KeptReceiptTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final RecordingModule cases = new RecordingModule();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final MemoryKeys keys = new MemoryKeys();
    private final TestRelay relay = new TestRelay(journal, modules, network, keys, new Settings(null).now());
    private final Receiver receiver = new Receiver(
            network, keys, journal, modules, new TestModules(), TestPlaces.of(network), new MemoryEpochs());

    @Before
    public void send() {
        modules.bound(cases);
        journal.send(HAIYANG, new OutgoingMessage("M1", RecordingModule.TOPIC, "yantai", "C1", 1, "forward", "{}"));
    }

    @Test
    public void aReceiptThatWasLostIsSignedAnewWhenItsKeyHasBeenReplacedMeanwhile() {
        Receipt lost = receiver.receive(relay.seal(relay.claim().get(0))).receipt();
        keys.replace(YANTAI);
        network.pass(Duration.ofDays(1));

        Pending again = relay.claim().get(0);
        Envelope sealed = relay.seal(again);
        Receipt answer = receiver.receive(sealed).receipt();
        relay.settle(again, sealed, Reply.received(answer));

        assertEquals(State.DELIVERED, journal.message("M1").state());
        assertEquals(1, cases.received.size());
        assertNotEquals(lost.keyId(), answer.keyId());
        assertEquals(lost.words(), answer.words());
        assertEquals(lost.receivedAt(), answer.receivedAt());
    }

    @Test
    public void aReceiptThatWasLostIsSignedAnewByWhatItsCentreHasChangedTo() {
        receiver.receive(relay.seal(relay.claim().get(0)));
        keys.sign(YANTAI, SignatureAlgorithm.SM2);
        network.pass(Duration.ofDays(1));

        Pending again = relay.claim().get(0);
        Envelope sealed = relay.seal(again);
        relay.settle(again, sealed, receiver.receive(sealed));

        assertEquals(State.DELIVERED, journal.message("M1").state());
        assertEquals(1, cases.received.size());
    }

    @Test
    public void underTheSameKeyItIsTheSameReceipt() {
        Receipt lost = receiver.receive(relay.seal(relay.claim().get(0))).receipt();
        network.pass(Duration.ofDays(1));

        assertEquals(lost, receiver.receive(relay.seal(relay.claim().get(0))).receipt());
    }
}
