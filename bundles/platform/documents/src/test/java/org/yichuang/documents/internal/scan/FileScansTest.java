package org.yichuang.documents.internal.scan;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
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
import java.util.Optional;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.documents.api.FileState;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileHeads;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.persistence.JointStatements;
import org.yichuang.documents.internal.scan.PlayedClamd.Manner;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** No file is given out that a scanner has not found clean, on both databases. */
public class FileScansTest extends Contract {
    private static final byte[] PDF = "%PDF-1.7 a drawing".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFECTED = ("%PDF-1.7 " + new String(PlayedClamd.VIRUS, StandardCharsets.US_ASCII))
            .getBytes(StandardCharsets.US_ASCII);
    private static final TenantId HERE = HAIYANG;

    private final TestCentres province = new TestCentres();
    private final ScanSettings settings = new ScanSettings(null);
    private PlayedClamd clamd;
    private FileScans scans;
    private DatabaseFileStore files;
    private ScanJob job;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        FileRows rows = new FileRows(node.entities("documents"));
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

    private void switchOn() {
        settings.updated(new Hashtable<>(
                Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", "PT30S", "scan.most", "4")));
    }

    private void switchOff() {
        settings.updated(new Hashtable<>());
    }

    @Test
    public void whereNobodyLooksFilesAreGivenOut() throws IOException {
        Kept kept = keep(PDF);

        assertEquals(FileState.OPEN, state(kept));
        assertArrayEquals(PDF, read(kept));
    }

    @Test
    public void aFileIsLookedAtAtOnceAfterItsCommitAndThenGivenOut() throws Exception {
        switchOn();
        Kept kept = keep(PDF);

        await("it is looked at without the job", () -> state(kept) == FileState.OPEN);

        assertArrayEquals(PDF, read(kept));
        assertArrayEquals(PDF, clamd.had().get(0));
        assertEquals(
                List.of("keep", "scan"),
                entries().stream().map(JournalEntry::action).toList());
        assertSound();
    }

    @Test
    public void whatIsInfectedIsGivenToNobodyEver() throws Exception {
        switchOn();
        Kept kept = keep(INFECTED);
        await("it is looked at", () -> state(kept) == FileState.INFECTED);

        assertEquals("file-infected", codeOf(() -> read(kept)));
        assertEquals("nor taken again", "file-infected", codeOf(() -> handIn(INFECTED)));
        switchOff();
        assertEquals("nor when nobody looks any more", "file-infected", codeOf(() -> read(kept)));
        assertEquals(FileState.INFECTED, state(kept));
        assertEquals(PlayedClamd.NAME, entries().get(1).details().get("found"));
        assertSound();
    }

    @Test
    public void aFalseAlarmIsScannedAgainWithAReasonAndGivenOutOnlyWhenNothingIsFoundAnyMore() throws Exception {
        switchOn();
        Kept kept = keep(INFECTED);
        await("it is looked at", () -> state(kept) == FileState.INFECTED);
        assertEquals("not-allowed", codeOf(() -> files.scanAgain(kept.sha256(), "误报", as(Set.of()))));
        CallContext clerk = as(Set.of(DocumentsPermission.SCAN_AGAIN));
        assertEquals("fields-invalid", codeOf(() -> files.scanAgain(kept.sha256(), " ", clerk)));
        switchOff();
        assertEquals("scanner-off", codeOf(() -> files.scanAgain(kept.sha256(), "误报", clerk)));
        switchOn();

        files.scanAgain(kept.sha256(), "误报，联系人 13800138000", clerk);
        await(
                "it is found again",
                () -> state(kept) == FileState.INFECTED && entries().size() == 4);
        assertEquals("file-infected", codeOf(() -> read(kept)));

        clamd.manner(Manner.LEARNED);
        files.scanAgain(kept.sha256(), "病毒库已更新", clerk);
        await("it is found no more", () -> state(kept) == FileState.OPEN);
        assertArrayEquals(INFECTED, read(kept));
        assertEquals("file-not-infected", codeOf(() -> files.scanAgain(kept.sha256(), "误报", clerk)));
        assertEquals(
                List.of("keep", "scan", "scan-again", "scan", "scan-again", "scan"),
                entries().stream().map(JournalEntry::action).toList());
        String reason = entries().get(2).details().get("reason");
        assertFalse("nobody's number is in it: " + reason, reason.contains("13800138000"));
        assertEquals("病毒库已更新", entries().get(4).details().get("reason"));
        assertSound();
    }

    private CallContext as(Set<String> permissions) {
        Actor clerk = new Actor("zhou", "zhou", Set.of("clerk"), Set.of(), permissions);
        return new CallContext(HERE, clerk, clock.instant(), "r", Optional.empty(), Optional.empty());
    }

    @Test
    public void aScannerThatIsAwayHoldsFilesBackUntilItIsThere() throws Exception {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        int port = clamd.port();
        clamd.close();
        Kept kept = keep(PDF);

        run();
        assertEquals(FileState.NOT_SCANNED, state(kept));
        assertEquals("file-not-scanned", codeOf(() -> read(kept)));
        assertEquals("nothing is written of it", 1, entries().size());

        clamd = new PlayedClamd(port);
        clock.forward(Duration.ofMinutes(6));
        run();
        assertArrayEquals(PDF, read(kept));
    }

    @Test
    public void aScannerThatIsAwayIsLeftAloneForAWhile() throws Exception {
        keep(PDF);
        keep(INFECTED);
        switchOn();
        int port = clamd.port();
        clamd.close();
        run();

        clamd = new PlayedClamd(port);
        run();
        assertEquals("not asked yet", 0, clamd.had().size());
        switchOn();
        run();
        assertEquals("other settings may have helped", 2, clamd.had().size());
    }

    @Test
    public void aFileOnWhichTheScannerFailsHoldsUpNoOther() throws Exception {
        Kept bad = keep(PDF);
        Kept good = keep("%PDF-1.4 another".getBytes(StandardCharsets.US_ASCII));
        switchOn();
        clamd.manner(Manner.ERROR);
        run();
        assertEquals(FileState.NOT_SCANNED, state(bad));

        clamd.manner(Manner.HONEST);
        run();
        assertEquals("it is not tried at once", 2, clamd.had().size());
        clock.forward(Duration.ofMinutes(1));
        run();

        assertEquals(FileState.OPEN, state(bad));
        assertEquals(FileState.OPEN, state(good));
        assertEquals(0, database.run("DELETE FROM DOCUMENTS_SCAN"));
    }

    @Test
    public void whatBreaksOffHangsOrLiesLeavesFilesUnscanned() throws Exception {
        scans.stop(); // nothing is looked at behind the test's back, by a scanner that is still honest
        settings.updated(
                new Hashtable<>(Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", "PT0.4S")));
        Kept kept = keep(PDF);
        Set<Manner> honest = Set.of(Manner.HONEST, Manner.HASTY, Manner.LEARNED);
        for (Manner manner : Manner.values()) {
            if (!honest.contains(manner)) {
                database.run("UPDATE DOCUMENTS_SCAN SET DUE_MICROS=0");
                clamd.manner(manner);
                settings.updated(new Hashtable<>(
                        Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", "PT0.4S")));
                run();
                assertEquals(manner.name(), "file-not-scanned", codeOf(() -> read(kept)));
            }
        }
    }

    @Test
    public void whatWasKeptBeforeIsLookedAtWhenItIsSwitchedOn() throws IOException {
        Kept clean = keep(PDF);
        Kept infected = keep(INFECTED);
        switchOn();
        assertEquals(FileState.NOT_SCANNED, state(clean));

        run();

        assertEquals(FileState.OPEN, state(clean));
        assertEquals(FileState.INFECTED, state(infected));
        int scanned = clamd.had().size();
        run();
        assertEquals("once", scanned, clamd.had().size());
    }

    @Test
    public void whatIsNotYetLookedAtIsGivenOutWhenItIsSwitchedOff() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        clamd.close();
        Kept kept = keep(PDF);
        assertEquals("file-not-scanned", codeOf(() -> read(kept)));

        switchOff();

        assertArrayEquals(PDF, read(kept));
    }

    @Test
    public void aScannerThatIsNotHereHoldsFilesBack() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        settings.updated(new Hashtable<>(Map.of("scan.by", "another")));
        Kept kept = keep(PDF);

        run();

        assertEquals("file-not-scanned", codeOf(() -> read(kept)));
    }

    @Test
    public void whatThisHouseMakesItselfNeedsNoLook() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        clamd.close();

        String sha256 = node.transactions().write(call(), String.class, unit -> {
            JointStatements together = new JointStatements();
            String own = files.addOwn(PDF, "document/1", together, unit);
            together.run(unit.connection());
            return own;
        });

        assertArrayEquals(PDF, read(new Kept(sha256, PDF.length)));
    }

    @Test
    public void whoForgesThatAFileIsCleanIsFound() throws IOException {
        scans.stop(); // nothing is looked at behind the test's back
        switchOn();
        clamd.close();
        keep(PDF);

        for (String forged : List.of("CLEAN", "nonsense")) {
            database.run("UPDATE DOCUMENTS_FILE SET SCAN_STATE='" + forged + "'");

            assertFalse(forged, node.journal().verify(HERE).sound());
        }
    }

    private void run() {
        job.run(new TestRun(
                call(),
                node.leases().acquire("documents-scan", Duration.ofHours(1)).orElseThrow(),
                true));
    }

    private CallContext call() {
        return CallContext.system(HERE, province.now(), "scan");
    }

    private List<JournalEntry> entries() {
        String id = node.transactions().read(call(), unit -> unit.entities(node.entities("documents"))
                .createQuery("select f.id from FileRow f", String.class)
                .getSingleResult());
        return node.journal()
                .entries(FileRows.TYPE, id, PageRequest.of(PageRequest.MAXIMUM, null), call())
                .items();
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(HERE).firstBreak());
    }

    private Kept keep(byte[] content) throws IOException {
        return files.keep(new ByteArrayInputStream(content), 1 << 20, call());
    }

    private void handIn(byte[] content) throws IOException {
        files.receive(new HandedIn("a.pdf", null, 1 << 20), new ByteArrayInputStream(content), call());
    }

    private FileState state(Kept kept) {
        return files.states(Set.of(kept.sha256()), call()).get(kept.sha256());
    }

    private byte[] read(Kept kept) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.write(kept.sha256(), bytes, call());
        return bytes.toByteArray();
    }

    /** Something that may be refused. */
    private interface Doing {
        void run() throws IOException;
    }

    private static String codeOf(Doing doing) {
        return assertThrows(ProblemException.class, doing::run).code().code();
    }
}
