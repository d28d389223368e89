package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.charset.StandardCharsets;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Envelope;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** Two containers of one database, of which one is of the next release already. */
public class NewerReleaseTest {
    private static final int NEXT = Envelope.VERSION + 1;

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final RecordingModule cases = new RecordingModule();
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final MemoryKeys keys = new MemoryKeys();
    private final TestRelay relay = new TestRelay(journal, modules, network, keys, new Settings(null).now());
    /** Whether a program of the next release has worked with the database. */
    private boolean isNewerThere;

    private final Receiver older = new Receiver(
            network, keys, journal, modules, new TestModules(), TestPlaces.of(network), new MemoryEpochs() {
                @Override
                public long current(TenantId tenant) {
                    if (isNewerThere) {
                        throw ProblemException.of(CommonError.UNAVAILABLE);
                    }
                    return super.current(tenant);
                }
            });

    @Before
    public void install() {
        modules.bound(cases);
    }

    @Test
    public void anOlderContainerLeavesWhatItCannotReadToTheNewerOne() {
        Envelope next = next();
        byte[] unknown = Json.write(next)
                .replaceFirst("\\{", "{\"fieldOfTheNextRelease\":1,")
                .getBytes(StandardCharsets.UTF_8);
        ProblemException why = new ProblemException(
                LinkageError.ENVELOPE_UNREADABLE,
                assertThrows(
                                ProblemException.class,
                                () -> Json.read(new String(unknown, StandardCharsets.UTF_8), Envelope.class))
                        .message());
        assertEquals(
                "alone it says that it cannot",
                "envelope-unreadable",
                older.receive(next).refusal().code());
        assertEquals(
                "envelope-unreadable", older.unreadable(unknown, why).refusal().code());

        isNewerThere = true;
        for (Runnable each : new Runnable[] {() -> older.receive(next), () -> older.unreadable(unknown, why)}) {
            ProblemException left = assertThrows("nobody is refused", ProblemException.class, each::run);
            assertEquals(CommonError.UNAVAILABLE, left.code());
        }
        assertTrue(cases.received.isEmpty());
    }

    @Test
    public void aLetterInANewerFormIsLeftToAContainerThatReadsIt() {
        modules.outboxBound(journal);
        journal.send(
                HAIYANG,
                new OutgoingMessage("M2", RecordingModule.TOPIC, "yantai", "C2", 1, "forward", "{\"version\":2}"));
        Envelope letter = relay.seal(relay.claim().get(0));
        cases.form = 1;
        assertEquals(
                "alone it says that it cannot",
                CommonError.FIELDS_INVALID.code(),
                older.receive(letter).refusal().code());

        journal.isRead(2);
        ProblemException left = assertThrows("nobody is refused", ProblemException.class, () -> older.receive(letter));
        assertEquals(CommonError.UNAVAILABLE, left.code());
        assertTrue(cases.received.isEmpty());

        cases.form = 2; // as the newer one does
        assertNotNull(older.receive(letter).receipt());
    }

    private Envelope next() {
        journal.send(HAIYANG, new OutgoingMessage("M1", RecordingModule.TOPIC, "yantai", "C1", 1, "forward", "{}"));
        Envelope known = relay.seal(relay.claim().get(0));
        return new Envelope(
                NEXT,
                known.id(),
                known.sender(),
                known.receiver(),
                known.senderCase(),
                known.sequence(),
                known.topic(),
                known.type(),
                known.sentAt(),
                known.payload(),
                known.payloadDigest(),
                known.attachments(),
                known.keyId(),
                known.signature(),
                known.alg(),
                known.epoch());
    }
}
