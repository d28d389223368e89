package org.yichuang.linkage.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.centres.TestCentres;

/** A neighbour that says all day long that it was set back has weeks of letters gone through a few times only. */
public class SetBackStormTest {
    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private final EpochMail mail = new EpochMail(new MemoryEpochs(), journal, new LinkedModules(() -> {}), network);
    private long epoch = 1_000;

    @Test
    public void itIsHeardAFewTimesADayAndOthersAsBefore() {
        for (int time = 0; time < 5; time++) {
            hear(HAIYANG);
        }
        assertEquals(
                CommonError.UNAVAILABLE,
                assertThrows(ProblemException.class, () -> hear(HAIYANG)).code());
        assertEquals(
                "what was refused has cost nothing that counts",
                CommonError.UNAVAILABLE,
                assertThrows(ProblemException.class, () -> hear(HAIYANG)).code());
        hear(LAISHAN);

        network.pass(Duration.ofDays(1));
        hear(HAIYANG);
    }

    private void hear(TenantId sender) {
        epoch++;
        String said = Json.write(new EpochMail.SetBack(1, epoch, network.now()));
        Incoming message = new Incoming("E" + epoch, sender, Epochs.TOPIC, epoch, EpochMail.SET_BACK, said, epoch);
        CallContext context = CallContext.system(YANTAI, network.now(), "linkage-" + message.id());
        journal.write(context, String.class, unit -> mail.receive(message, List.of(), unit));
    }
}
