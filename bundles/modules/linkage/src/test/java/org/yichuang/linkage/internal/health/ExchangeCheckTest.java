package org.yichuang.linkage.internal.health;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.felix.hc.api.Result;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.linkage.internal.MemoryJournal;
import org.yichuang.linkage.internal.TrustFile;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.testing.centres.TestCentres;

/** What the doctor says of who lives elsewhere. */
public class ExchangeCheckTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestCentres network = new TestCentres();
    private final MemoryJournal journal = new MemoryJournal(network.clock());
    private Path file;
    private ExchangeCheck check;

    @Before
    public void begin() {
        file = folder.getRoot().toPath().resolve("trust.json");
        Whereabouts whereabouts = new Whereabouts(network, new TrustFile(file.toString()));
        check = new ExchangeCheck(journal, network, whereabouts, network.clock());
    }

    @Test
    public void aLineThatIsLostIsAnError() throws IOException {
        assertEquals(Result.Status.OK, found());
        Files.writeString(file, "[{\"centre\":\"yantai\",\"keyId\":\"k1\",\"publicKey\":\"p\"}]");
        assertEquals(Result.Status.CRITICAL, found());

        network.policy(YANTAI, "exchange.transport", "elsewhere");
        assertEquals(Result.Status.OK, found());
    }

    @Test
    public void aTrustFileThatCannotBeReadIsAnError() throws IOException {
        Files.writeString(file, "[{");
        assertEquals(Result.Status.CRITICAL, found());
    }

    @Test
    public void whatACentreThatIsGoneHasLeftIsNamedUntilItIsGivenUp() {
        journal.send(HAIYANG, new OutgoingMessage("M1", "linkage", "yantai", "C1", 1, "forward", "{}"));
        assertEquals(Result.Status.OK, found());
        network.without(HAIYANG);
        assertEquals(Result.Status.WARN, found());

        journal.park("M1", "中心已撤并", CallContext.system(HAIYANG, network.now(), "test"));
        assertEquals(Result.Status.OK, found());
    }

    private Result.Status found() {
        return check.execute().getStatus();
    }
}
