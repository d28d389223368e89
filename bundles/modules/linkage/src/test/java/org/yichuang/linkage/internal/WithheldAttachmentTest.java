package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.centres.TestCentres;

/** What a module does not give out delays its message, however long, and never stops it for good. */
public class WithheldAttachmentTest {

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final TestRelay relay =
            new TestRelay(journal, modules, network, new MemoryKeys(), new Settings(null).now());
    private ErrorCode withheld;

    @Before
    public void bind() {
        modules.bound(new RecordingModule() {
            @Override
            public List<Attachment> attachments(TenantId sender, String payload) {
                if (withheld != null) {
                    throw ProblemException.of(withheld);
                }
                return List.of();
            }
        });
    }

    @Test
    public void whatIsNotGivenOutWaitsLongerThanAnyPatience() {
        for (ErrorCode code : List.of(CommonError.UNAVAILABLE, CommonError.NOT_ALLOWED)) {
            withheld = code;
            journal.send(HAIYANG, message("M-" + code.code()));

            for (int day = 0; day < 30; day++) {
                claimInVain();
                network.pass(Duration.ofDays(1));
            }

            Pending waiting = journal.message("M-" + code.code());
            assertEquals(State.WAITING, waiting.state());
            assertTrue(waiting.lastError(), waiting.lastError().startsWith(code.code() + ": "));
            assertEquals("what was tried in vain does not count", 0, waiting.attempts());
        }
        withheld = null;
        assertEquals(2, relay.claim().size());
    }

    @Test
    public void afterAWaitAMessageIsTriedAsOftenAsANewOne() {
        withheld = CommonError.UNAVAILABLE;
        journal.send(HAIYANG, message("M1"));
        for (int day = 0; day < 4; day++) {
            claimInVain();
            network.pass(Duration.ofDays(1));
        }
        withheld = null;

        Pending pending = relay.claim().get(0);
        relay.seal(pending);
        relay.failed(pending, new IOException("the scanner is back, the line is down"));

        assertEquals(
                network.now().plus(Duration.ofSeconds(1)), journal.message("M1").dueAt());
    }

    private void claimInVain() {
        for (Pending pending : relay.claim()) {
            relay.failed(pending, assertThrows(EnvelopeSealer.NotYet.class, () -> relay.seal(pending)));
        }
    }

    private static OutgoingMessage message(String id) {
        return new OutgoingMessage(id, RecordingModule.TOPIC, "yantai", id, 1, "forward", "plan");
    }
}
