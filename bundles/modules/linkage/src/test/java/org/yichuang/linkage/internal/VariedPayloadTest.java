package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.Reply;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** A letter that says another thing at its second attempt has arrived all the same when the first one has. */
public class VariedPayloadTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final Letters letters = new Letters();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final MemoryKeys keys = new MemoryKeys();
    private final TestRelay relay = relay(journal);
    private final Receiver receiver = new Receiver(
            network, keys, journal, modules, new TestModules(), TestPlaces.of(network), new MemoryEpochs());

    @Before
    public void bind() {
        modules.bound(letters);
    }

    @Test
    public void aReceiptForAnEarlierAttemptEndsItsWay() {
        journal.send(HAIYANG, message());
        letters.payload = "with the file";
        Pending first = relay.claim().get(0);
        receiver.receive(relay.seal(first));
        relay.failed(first, new IOException("the answer was lost"));

        letters.payload = "without the file";
        network.pass(Duration.ofSeconds(1));
        Pending second = relay.claim().get(0);
        Envelope sealed = relay.seal(second);
        relay.settle(second, sealed, receiver.receive(sealed));

        assertEquals(State.DELIVERED, journal.message("M1").state());
        assertEquals(
                List.of("with the file"),
                letters.received.stream().map(Incoming::payload).toList());
    }

    @Test
    public void aReceiptForAnEarlierAttemptCountsThoughTheRelayHasDied() {
        journal.send(HAIYANG, message());
        letters.payload = "with the file";
        receiver.receive(relay.seal(relay.claim().get(0)));

        letters.payload = "without the file";
        network.pass(Duration.ofHours(1)); // the claim lapses
        Pending second = relay.claim().get(0);
        Envelope sealed = relay.seal(second);
        relay.settle(second, sealed, receiver.receive(sealed));

        assertEquals(State.DELIVERED, journal.message("M1").state());
    }

    @Test
    public void aReceiptForWhatAnotherNodeHasSentMeanwhileEndsItsWay() {
        journal.send(HAIYANG, message());
        Pending slow = relay.claim().get(0);
        network.pass(Duration.ofHours(1)); // the claim lapses before it is sealed
        Pending quick = relay(journal).claim().get(0);
        letters.payload = "without the file";
        Envelope sealed = relay(journal).seal(quick);
        letters.payload = "with the file";
        receiver.receive(relay.seal(slow));

        relay(journal).settle(quick, sealed, receiver.receive(sealed));

        assertEquals(State.DELIVERED, journal.message("M1").state());
    }

    @Test
    public void aReceiptForWhatHasNeverLeftIsNone() {
        MemoryJournal other = new MemoryJournal(network.clock());
        other.send(HAIYANG, message());
        letters.payload = "what another wrote";
        TestRelay forger = relay(other);
        receiver.receive(forger.seal(forger.claim().get(0)));
        journal.send(HAIYANG, message());
        letters.payload = "with the file";
        Pending pending = relay.claim().get(0);
        Envelope sealed = relay.seal(pending);
        Reply reply = receiver.receive(sealed);

        ProblemException refusal = assertThrows(ProblemException.class, () -> relay.settle(pending, sealed, reply));

        assertEquals(LinkageError.RECEIPT_INVALID, refusal.code());
        assertEquals(State.WAITING, journal.message("M1").state());
    }

    private TestRelay relay(MemoryJournal outbox) {
        return new TestRelay(outbox, modules, network, keys, new Settings(null).now());
    }

    private static OutgoingMessage message() {
        return new OutgoingMessage("M1", RecordingModule.TOPIC, "yantai", "C1", 1, "forward", "kept");
    }

    /** Says now this and now that. */
    private static final class Letters extends RecordingModule {
        private String payload;

        @Override
        public String payload(TenantId sender, OutgoingMessage waiting) {
            return payload;
        }

        @Override
        public boolean isVaried(OutgoingMessage waiting) {
            return true;
        }
    }
}
