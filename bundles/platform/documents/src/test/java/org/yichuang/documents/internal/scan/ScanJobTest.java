package org.yichuang.documents.internal.scan;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.files.ScanGate;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.centres.TestCentres;

/** The look at what nobody has looked at keeps the contract of jobs. */
public class ScanJobTest extends LeasedJobContract {
    private static final String ROWS = "SELECT SHA256 || ' ' || SCAN_STATE FROM DOCUMENTS_FILE ORDER BY SHA256";

    private final TestClock clock = new TestClock();
    private final TestCentres province = new TestCentres(clock);
    private FileRows rows;
    private FileBytes bytes;

    @Override
    protected ModuleTransactions open() {
        ModuleTransactions opened = ModuleTransactions.open("documents");
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        rows = new FileRows(opened.persistenceUnit());
        bytes = new FileBytes(opened, cipher);
        return opened;
    }

    @Override
    protected LeasedJob job() {
        FileScans scans = new FileScans(rows, world, bytes, StubScanner.chosen(), province.clock(), clock.machine());
        return new ScanJob(scans, new UnscannedFiles(scans, world, province), province);
    }

    @Override
    protected void leave(int many) {
        DatabaseFileStore files = new DatabaseFileStore(rows, bytes, world, ScanGate.OFF);
        for (int i = 0; i < many; i++) {
            byte[] content = ("file " + i).getBytes(StandardCharsets.US_ASCII);
            world.write(call(), Kept.class, unit -> files.keep(content, unit));
        }
        world.entries().clear();
    }

    @Override
    protected List<String> rows() {
        return world.texts(ROWS);
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, province.now(), "scan");
    }
}
