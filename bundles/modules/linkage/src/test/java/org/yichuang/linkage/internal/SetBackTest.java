package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.Reply;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** A centre's database is put back to a copy: it says and takes nothing until that is said, and goes on then. */
public class SetBackTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final RecordingModule cases = new RecordingModule();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final MemoryKeys keys = new MemoryKeys();
    private final MemoryEpochs epochs = new MemoryEpochs(journal);
    private final TestRelay relay = new TestRelay(journal, modules, network, keys, new Settings(null).now(), epochs);
    private final Receiver receiver =
            new Receiver(network, keys, journal, modules, new TestModules(), TestPlaces.of(network), epochs);

    @Before
    public void begin() {
        modules.bound(cases);
    }

    @Test
    public void whoDoesNotKnowWhatItHasSaidSaysNothing() {
        epochs.setBack(HAIYANG);
        send("M1", 1);

        carry();

        assertEquals(State.WAITING, journal.message("M1").state());
        assertTrue(
                journal.message("M1").lastError(),
                journal.message("M1").lastError().startsWith("database-set-back"));
        assertEquals(List.of(), cases.sequences());

        begin(HAIYANG);
        network.pass(Duration.ofMinutes(1));
        carry();
        assertEquals(State.DELIVERED, journal.message("M1").state());
    }

    @Test
    public void whoDoesNotKnowWhatItHasTakenTakesNothing() {
        epochs.setBack(YANTAI);
        send("M1", 1);

        carry();

        assertEquals(State.WAITING, journal.message("M1").state());
        assertTrue(journal.message("M1").lastError().startsWith("database-set-back"));
        assertEquals(List.of(), cases.sequences());

        begin(YANTAI);
        network.pass(Duration.ofMinutes(1));
        carry();
        assertEquals(List.of(1L), cases.sequences());
    }

    @Test
    public void whatIsCountedAnewFollowsOnWhatTheOtherHasHeard() {
        for (int number = 1; number <= 3; number++) {
            send("M" + number, number);
            carry();
        }
        begin(HAIYANG); // set back to when it had sent the first

        send("N2", 2);
        carry();
        send("N3", 3);
        carry();

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), cases.sequences());
        assertEquals(State.DELIVERED, journal.message("N3").state());
    }

    @Test
    public void theEpochStandsUnderTheSignatureAndOnlyWhereThereIsALaterOne() {
        send("M1", 1);
        Envelope first = relay.seal(relay.claim().get(0));
        assertEquals(1, first.version());
        assertFalse(Json.write(first).contains("epoch"));

        begin(HAIYANG);
        network.pass(Duration.ofMinutes(1));
        Envelope later = relay.seal(relay.claim().get(0));

        assertEquals(3, later.version());
        Envelope read = Json.read(Json.write(later), Envelope.class);
        assertEquals(epochs.current(HAIYANG), read.epoch());
        assertTrue(receiver.receive(read).receipt() != null);
        String forged = Json.write(later).replace("\"epoch\":", "\"epoch\":1");
        assertEquals(
                "signature-invalid",
                receiver.receive(Json.read(forged, Envelope.class)).refusal().code());
    }

    @Test
    public void aCopyThatComesLateOfWhatItsSenderDoesNotKnowAnyMoreHasNoEffect() {
        send("M1", 1);
        carry();
        send("M2", 2);
        Envelope late = relay.seal(relay.claim().get(0));
        begin(HAIYANG);
        journal.delivered(journal.message("M2"), "");
        send("N2", 2);
        carry();

        Reply answer = receiver.receive(late);

        assertEquals("epoch-over", answer.refusal().code());
        assertEquals(List.of(1L, 2L), cases.sequences());
    }

    private void begin(TenantId centre) {
        epochs.begin("恢复到昨夜备份", (epoch, knows, unit) -> {}, CallContext.system(centre, network.now(), "operator"));
    }

    private void send(String id, long number) {
        journal.send(HAIYANG, new OutgoingMessage(id, RecordingModule.TOPIC, "yantai", "C1", number, "forward", "{}"));
    }

    private void carry() {
        for (Pending pending : relay.claim()) {
            try {
                Envelope sealed = relay.seal(pending);
                relay.settle(pending, sealed, receiver.receive(sealed));
            } catch (RuntimeException e) {
                relay.failed(pending, e);
            }
        }
    }
}
