package org.yichuang.documents.internal.scan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileHeads;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** A file store whose files a scanner looks at, on both databases. */
abstract class ScanContract extends Contract {
    static final byte[] PDF = "%PDF-1.7 a drawing".getBytes(StandardCharsets.US_ASCII);
    static final byte[] INFECTED = ("%PDF-1.7 " + new String(PlayedClamd.VIRUS, StandardCharsets.US_ASCII))
            .getBytes(StandardCharsets.US_ASCII);
    static final TenantId HERE = HAIYANG;

    final TestCentres province = new TestCentres();
    final ScanSettings settings = new ScanSettings(null);
    PlayedClamd clamd;
    FileScans scans;
    FileRows rows;
    DatabaseFileStore files;
    ScanJob job;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        rows = new FileRows(node.entities("documents"));
        FileBytes bytes = new FileBytes(node.transactions(), cipher);
        ScannerRegistry scanners = new ScannerRegistry(settings);
        scans = new FileScans(rows, node.transactions(), bytes, scanners, province.clock(), clock.machine());
        files = new DatabaseFileStore(rows, bytes, node.transactions(), scans);
        job = new ScanJob(scans, new UnscannedFiles(scans, node.transactions(), province), province);
        node.prove(new FileHeads(node.entities("documents"), node.transactions()));
    }

    @Before
    public void startClamd() throws IOException {
        clamd = new PlayedClamd();
    }

    @After
    public void stopClamd() throws IOException {
        scans.stop();
        clamd.close();
    }

    void switchOn() {
        settings.updated(new Hashtable<>(
                Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", "PT30S", "scan.most", "4")));
    }

    void switchOff() {
        settings.updated(new Hashtable<>());
    }

    void run() {
        job.run(new TestRun(
                call(),
                node.leases().acquire("documents-scan", Duration.ofHours(1)).orElseThrow(),
                true));
    }

    CallContext call() {
        return CallContext.system(HERE, province.now(), "scan");
    }

    List<JournalEntry> entries() {
        String id = node.transactions().read(call(), unit -> unit.entities(node.entities("documents"))
                .createQuery("select f.id from FileRow f", String.class)
                .getSingleResult());
        return node.journal()
                .entries(FileRows.TYPE, id, PageRequest.of(PageRequest.MAXIMUM, null), call())
                .items();
    }

    void assertSound() {
        assertEquals("", node.journal().verify(HERE).firstBreak());
    }

    Kept keep(byte[] content) throws IOException {
        return files.keep(new ByteArrayInputStream(content), 1 << 20, call());
    }

    void handIn(byte[] content) throws IOException {
        files.receive(new HandedIn("a.pdf", null, 1 << 20), new ByteArrayInputStream(content), call());
    }

    FileState state(Kept kept) {
        return state(kept.sha256());
    }

    FileState state(String sha256) {
        return files.states(Set.of(sha256), call()).get(sha256);
    }

    byte[] read(Kept kept) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.write(kept.sha256(), bytes, call());
        return bytes.toByteArray();
    }

    /** Something that may be refused. */
    interface Doing {
        void run() throws IOException;
    }

    static String codeOf(Doing doing) {
        return assertThrows(ProblemException.class, doing::run).code().code();
    }
}
