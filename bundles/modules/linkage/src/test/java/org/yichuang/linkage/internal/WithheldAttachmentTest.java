package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.centres.TestCentres;

/** What a module does not give out for good stops its message at once; what it does not give out yet delays it. */
public class WithheldAttachmentTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final LinkedModules modules = new LinkedModules(() -> {});
    private final Relay relay =
            new Relay(journal, modules, network, new MemoryKeys(), new Settings(null, null).now(), network.clock());

    @Test
    public void whatIsNeverGivenOutIsParked() {
        assertEquals(State.PARKED, after(CommonError.NOT_ALLOWED));
    }

    @Test
    public void whatIsNotGivenOutYetWaits() {
        assertEquals(State.WAITING, after(CommonError.UNAVAILABLE));
    }

    private State after(ErrorCode code) {
        modules.bound(new RecordingModule() {
            @Override
            public List<Attachment> attachments(TenantId sender, String payload) {
                throw ProblemException.of(code);
            }
        });
        journal.send(HAIYANG, new OutgoingMessage("M1", RecordingModule.TOPIC, "yantai", "C1", 1, "forward", "plan"));
        Pending pending = relay.claim().get(0);
        relay.failed(pending, assertThrows(ProblemException.class, () -> relay.seal(pending)));
        return new DefaultExchange(journal, modules)
                .ofAggregate("cases", "C1", CallContext.system(HAIYANG, network.now(), "test"))
                .get(0)
                .state();
    }
}
