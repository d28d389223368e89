package org.yichuang.documents.internal.files;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.TestNode.NORTH;
import static org.yichuang.testing.TestNode.SOUTH;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;

/** What a store of files promises, on both databases. */
public class FileStoreTest extends Contract {
    private static final byte[] SMALL = "身份证".getBytes(StandardCharsets.UTF_8);
    private static final long MOST = 100 << 20;

    private DatabaseFileStore files;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        files = store(node);
        node.prove(new FileHeads(node.entities("documents"), node.transactions()));
    }

    static DatabaseFileStore store(TestNode node) {
        return new DatabaseFileStore(node.entities("documents"), node.transactions(), cipher());
    }

    private static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        return new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
    }

    @Test
    public void whatIsKeptIsReadByAnyNode() throws IOException {
        Kept kept = keep(SMALL, NORTH);

        assertEquals(new Kept(Digests.sha256(SMALL), SMALL.length), kept);
        assertArrayEquals(SMALL, read(store(other), kept, NORTH));
    }

    @Test
    public void sizesAroundAPart() throws IOException {
        for (int size : new int[] {0, 1, Spool.PART - 1, Spool.PART, Spool.PART + 1, 3 * Spool.PART}) {
            byte[] bytes = bytes(size);
            assertArrayEquals("" + size, bytes, read(files, keep(bytes, NORTH), NORTH));
        }
    }

    @Test
    public void theSameBytesAtTwoCentresAreTwoFiles() throws IOException {
        Kept kept = keep(SMALL, NORTH);

        assertEquals("file-unknown", codeOf(() -> read(files, kept, SOUTH)));
        keep(SMALL, SOUTH);
        assertEquals(2, database.run("UPDATE DOCUMENTS_FILE SET USES=0"));
    }

    @Test
    public void theSameBytesAtOneCentreAreKeptOnce() throws IOException {
        keep(SMALL, NORTH);
        keep(SMALL, NORTH);

        assertEquals(1, database.run("UPDATE DOCUMENTS_CHUNK SET PART=0"));
    }

    @Test
    public void whatIsTooLongIsNotReadToItsEnd() {
        CountingStream endless = new CountingStream();

        assertEquals("file-too-large", codeOf(() -> files.keep(endless, 1_000_000, node.clerk(NORTH))));
        assertTrue(endless.read + " bytes were read", endless.read <= 1_000_000 + 2 * Spool.PART);
    }

    @Test
    public void theDatabaseHoldsNothingInClear() throws IOException {
        byte[] clear = "A resident of Haiyang".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        Kept kept = keep(clear, NORTH);

        String id = idOf(kept);
        node.transactions().read(node.clerk(NORTH), unit -> {
            byte[] stored = new ChunkRows().part(unit, id, 0).orElseThrow();
            assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("resident"));
            return null;
        });
    }

    @Test
    public void partsThatWereTouchedAreNotGivenOut() throws IOException {
        Kept kept = keep(bytes(2 * Spool.PART), NORTH);

        database.run("UPDATE DOCUMENTS_CHUNK SET PART=PART+10");
        database.run("UPDATE DOCUMENTS_CHUNK SET PART=1 WHERE PART=10");
        database.run("UPDATE DOCUMENTS_CHUNK SET PART=0 WHERE PART=11");

        assertEquals("file-damaged", codeOf(() -> read(files, kept, NORTH)));
    }

    @Test
    public void aFileThatLostItsEndIsNotGivenOutAsWhole() throws IOException {
        Kept kept = keep(bytes(2 * Spool.PART), NORTH);

        database.run("UPDATE DOCUMENTS_FILE SET FILE_SIZE=" + Spool.PART);

        assertEquals("file-damaged", codeOf(() -> read(files, kept, NORTH)));
    }

    @Test
    public void theProofKnowsTheBytes() throws IOException {
        Kept kept = keep(SMALL, NORTH);
        FileHeads heads = new FileHeads(node.entities("documents"), node.transactions());
        String before = heads.row(NORTH, idOf(kept)).orElseThrow().digest();
        Kept longer = keep("another".getBytes(StandardCharsets.US_ASCII), NORTH);
        String from = idOf(longer);
        String to = idOf(kept);
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            byte[] foreign = new ChunkRows().part(unit, from, 0).orElseThrow();
            new ChunkRows().remove(unit, to);
            new ChunkRows().add(unit, to, 0, foreign);
            return null;
        });

        assertNotEquals(before, heads.row(NORTH, idOf(kept)).orElseThrow().digest());
    }

    @Test
    public void theProofKnowsWhoUsesAFile() throws IOException {
        Kept kept = keep(SMALL, NORTH);
        in(unit -> files.use(kept.sha256(), "case/1", unit));
        assertSound();

        database.run("UPDATE DOCUMENTS_USE SET USED_BY='case/2'");

        assertFalse(node.journal().verify(NORTH).sound());
    }

    @Test
    public void whateverHappensToFilesTheTrailIsSound() throws IOException {
        for (int i = 0; i < 20; i++) {
            byte[] bytes = bytes(1_000 + i);
            in(unit -> files.use(files.keep(bytes, unit).sha256(), "case/1", unit));
            Kept again = keep(bytes, NORTH);
            in(unit -> files.release(again.sha256(), "case/1", unit));
        }
        assertEquals(20, removedAfter(Duration.ofDays(2)));
        Kept back = keep(bytes(1_000), NORTH);
        clock.forward(Duration.ofMinutes(10));
        in(unit -> files.use(back.sha256(), "case/9", unit));

        assertSound();
    }

    /** As when a letter carries the same scan twice. */
    @Test
    public void whatIsUsedAndReleasedTwiceInOneTransactionIsProved() throws IOException {
        in(unit -> {
            for (String by : List.of("case/1", "case/2", "case/3")) {
                files.use(files.keep(SMALL, unit).sha256(), by, unit);
            }
        });
        assertSound();
        in(unit -> {
            files.release(Digests.sha256(SMALL), "case/1", unit);
            files.release(Digests.sha256(SMALL), "case/3", unit);
        });

        assertSound();
        assertEquals(0, removedAfter(Duration.ofDays(2)));
        assertArrayEquals(SMALL, read(files, new Kept(Digests.sha256(SMALL), SMALL.length), NORTH));
    }

    @Test
    public void releasingWhatIsNotThereIsNothing() {
        in(unit -> files.release(Digests.sha256(SMALL), "case/1", unit));

        assertSound();
    }

    @Test
    public void oneKeyThatCannotBeReadKeepsNoOtherUnderAnOldOne() throws IOException {
        keep(bytes(10), NORTH);
        keep(bytes(11), NORTH);
        database.run("UPDATE DOCUMENTS_FILE SET KEY_NAME='old'");
        database.run("UPDATE DOCUMENTS_FILE SET DATA_KEY='e1.0.broken'"
                + " WHERE FILE_ID=(SELECT MIN(FILE_ID) FROM DOCUMENTS_FILE)");

        List<KeyRenewalJob.Rows> rows = List.of(new KeyRenewalJob.Rows(FileRows.TABLE, files::rewrap));
        new KeyRenewalJob("documents-keys", node.transactions(), cipher(), rows)
                .run(new TestRun(
                        node.clerk(NORTH),
                        node.leases().acquire("keys", Duration.ofHours(1)).orElseThrow(),
                        true));

        assertEquals(1, database.run("UPDATE DOCUMENTS_FILE SET KEY_NAME='old' WHERE KEY_NAME='old'"));
    }

    @Test
    public void filesWhoseNamesWereExchangedAreNotGivenOut() throws IOException {
        Kept one = keep(bytes(10), NORTH);
        Kept other = keep(bytes(11), NORTH);
        database.run("UPDATE DOCUMENTS_FILE SET SHA256='x' WHERE SHA256='" + one.sha256() + "'");
        database.run("UPDATE DOCUMENTS_FILE SET SHA256='" + one.sha256() + "' WHERE SHA256='" + other.sha256() + "'");

        assertEquals("file-damaged", codeOf(() -> read(files, one, NORTH)));
    }

    private void assertSound() {
        assertEquals("", node.journal().verify(NORTH).firstBreak());
    }

    private String idOf(Kept kept) {
        return node.transactions().read(node.clerk(NORTH), unit -> unit.entities(node.entities("documents"))
                .createQuery("select f.id from FileRow f where f.sha256 = :s", String.class)
                .setParameter("s", kept.sha256())
                .getSingleResult());
    }

    @Test
    public void whatNobodyUsesIsRemovedAfterADay() throws IOException {
        Kept used = keep(SMALL, NORTH);
        Kept left = keep(bytes(10), NORTH);
        in(unit -> files.use(used.sha256(), "case/1", unit));

        assertEquals(0, removedAfter(Duration.ofHours(23)));
        assertEquals(1, removedAfter(Duration.ofHours(25)));
        assertEquals("file-unknown", codeOf(() -> read(files, left, NORTH)));
        assertArrayEquals(SMALL, read(files, used, NORTH));
    }

    @Test
    public void theLastWhoReleasesItLeavesItToBeRemoved() throws IOException {
        Kept kept = keep(SMALL, NORTH);
        in(unit -> files.use(kept.sha256(), "case/1", unit));
        in(unit -> files.use(kept.sha256(), "case/1", unit));
        in(unit -> files.use(kept.sha256(), "case/2", unit));
        in(unit -> files.release(kept.sha256(), "case/1", unit));
        assertEquals(0, removedAfter(Duration.ofDays(2)));

        in(unit -> files.release(kept.sha256(), "case/2", unit));
        in(unit -> files.release(kept.sha256(), "case/2", unit));

        assertEquals(1, removedAfter(Duration.ofDays(2)));
    }

    @Test
    public void whatIsKeptAgainIsNotRemovedBeneathWhoKeepsIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            byte[] bytes = bytes(100 + round);
            Kept kept = keep(bytes, NORTH);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<Boolean> keeper = threads.submit(() -> {
                    start.await();
                    keepAndUse(bytes);
                    return true;
                });
                Future<Integer> remover = threads.submit(() -> {
                    start.await();
                    return removedAfter(Duration.ofDays(2));
                });
                assertTrue(keeper.get(240, TimeUnit.SECONDS));
                remover.get(240, TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }
            assertArrayEquals(bytes, read(files, kept, NORTH));
        }
    }

    private void keepAndUse(byte[] bytes) {
        in(unit -> {
            Kept again = files.keep(bytes, unit);
            files.use(again.sha256(), "case/7", unit);
        });
    }

    @Test
    public void twoWhoKeepTheSameAtOnceKeepOne() throws Exception {
        byte[] bytes = bytes(3 * Spool.PART);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Kept>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(threads.submit(() -> keep(bytes, NORTH)));
            }
            for (Future<Kept> one : all) {
                assertEquals(
                        Digests.sha256(bytes), one.get(240, TimeUnit.SECONDS).sha256());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, database.run("UPDATE DOCUMENTS_FILE SET USES=0"));
    }

    private int removedAfter(Duration time) {
        CallContext context = CallContext.system(NORTH, clock.instant(), "clean");
        Instant later = clock.instant().plus(time);
        return node.transactions().write(context, Integer.class, unit -> files.removeFree(unit, later, 100));
    }

    private Kept keep(byte[] bytes, TenantId tenant) throws IOException {
        return files.keep(new ByteArrayInputStream(bytes), MOST, node.clerk(tenant));
    }

    private void in(Consumer<UnitOfWork> work) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            work.accept(unit);
            return null;
        });
    }

    private byte[] read(DatabaseFileStore from, Kept kept, TenantId tenant) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            from.write(kept.sha256(), to, node.clerk(tenant));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to.toByteArray();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String codeOf(ThrowingWork work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }

    @FunctionalInterface
    private interface ThrowingWork {
        void run() throws IOException;
    }

    /** Bytes without an end. */
    private static final class CountingStream extends InputStream {
        private long read;

        @Override
        public int read() {
            throw new UnsupportedOperationException("read by parts");
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            read += length;
            return length;
        }
    }
}
