package org.yichuang.documents.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.FileStore.Kept;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;

/** Many documents and large files. The short form; the long one is {@code bench/documents}. */
public class DocumentDrillTest extends Contract {
    private static final Logger LOG = System.getLogger(DocumentDrillTest.class.getName());
    private static final boolean IS_LONG = "long".equals(System.getProperty("yichuang.test.drill"));
    private static final int WARM = IS_LONG ? 200 : 2;
    private static final int DOCUMENTS = IS_LONG ? 200 : 8;
    private static final int LARGE = IS_LONG ? 100 << 20 : 5 << 20;
    private static final double LEAST_PER_SECOND = 20;
    private static final long MOST_FOR_DOCUMENTS = 128;
    private static final long MOST_FOR_A_FILE = 32;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final TestCentres province = new TestCentres();
    private PersonalDataCipher cipher;
    private Wiring wiring;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        wiring = wiring(node);
    }

    private Wiring wiring(TestNode of) {
        TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
        templates.bound(new Receipt());
        Wiring made = TestRegistries.wiring(of, cipher, templates, province, clock);
        made.printer().stop(); // the job prints, so that there is something to measure
        return made;
    }

    @Test
    public void manyDocumentsArePrintedSoonInLittleMemoryAndNeverChange() throws IOException {
        issue(WARM, 0);
        print();
        List<String> issued = issue(DOCUMENTS, WARM);
        try (HeapWatch heap = new HeapWatch()) {
            long begun = System.nanoTime();
            long worked = MACHINE.getProcessCpuTime();
            print();
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = (MACHINE.getProcessCpuTime() - worked) / 1e9;
            LOG.log(
                    Level.INFO,
                    String.format(
                            "%s: %d documents in %.1f s (%.1f/s), %.1f s of CPU (%.1f per second of a core);"
                                    + " heap +%d MiB living, +%d MiB at most",
                            kind,
                            DOCUMENTS,
                            seconds,
                            DOCUMENTS / seconds,
                            cpu,
                            DOCUMENTS / cpu,
                            heap.living(),
                            heap.peak()));
            if (IS_LONG) {
                assertTrue("documents per second of a core", DOCUMENTS / cpu >= LEAST_PER_SECOND);
                assertTrue("heap", heap.living() <= MOST_FOR_DOCUMENTS);
            }
        }
        DocumentService again = wiring(other).documents(); // as after a restart
        for (int i = 0; i < issued.size(); i++) {
            String about = "" + (WARM + i);
            DocumentView view = again.of("case", about, call(HAIYANG)).get(0);
            byte[] file = bytes(wiring.documents(), issued.get(i), about);
            assertEquals(view.sha256(), Digests.sha256(file));
            assertArrayEquals(file, bytes(again, issued.get(i), about));
        }
    }

    private List<String> issue(int many, int from) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < from + many; i++) {
            String about = "" + i;
            ids.add(node.transactions()
                    .write(call(HAIYANG), DocumentView.class, unit -> wiring.documents()
                            .issue(Receipt.about(about), unit))
                    .id());
        }
        return ids;
    }

    private void print() {
        wiring.printing()
                .run(new TestRun(
                        call(HAIYANG),
                        node.leases().acquire("print", Duration.ofHours(1)).orElseThrow(),
                        true));
    }

    private byte[] bytes(DocumentService documents, String id, String about) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        documents.write(id, "case", about, bytes, call(HAIYANG));
        return bytes.toByteArray();
    }

    @Test
    public void aLargeFileGoesInAndOutInLittleMemory() throws Exception {
        Kept kept;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (HeapWatch heap = new HeapWatch()) {
            long begun = System.nanoTime();
            kept = wiring.files().keep(new Noise(LARGE), LARGE, call(HAIYANG));
            long in = System.nanoTime();
            wiring.files()
                    .write(
                            kept.sha256(),
                            new DigestOutputStream(OutputStream.nullOutputStream(), digest),
                            call(HAIYANG));
            LOG.log(
                    Level.INFO,
                    String.format(
                            "%s: a file of %d MiB in %.1f s in and %.1f s out; heap +%d MiB living, +%d MiB at most",
                            kind,
                            LARGE >> 20,
                            (in - begun) / 1e9,
                            (System.nanoTime() - in) / 1e9,
                            heap.living(),
                            heap.peak()));
            if (IS_LONG && kind == TestDatabase.Kind.POSTGRESQL) { // Derby holds its tables in this heap here
                assertTrue("heap", heap.living() <= MOST_FOR_A_FILE);
            }
        }
        assertEquals(LARGE, kept.size());
        assertEquals(kept.sha256(), HexFormat.of().formatHex(digest.digest()));
    }

    @Test
    public void theSameFileAtTwoCentresIsTwoFilesOfWhichEachGoesByItself() throws IOException {
        Kept here = wiring.files().keep(new Noise(1 << 20), LARGE, call(HAIYANG));
        Kept there = wiring.files().keep(new Noise(1 << 20), LARGE, call(YANTAI));
        assertEquals(here, there);
        assertNotEquals(stored(HAIYANG), stored(YANTAI));

        in(HAIYANG, here);
        clock.forward(Duration.ofDays(3));
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            CallContext later = CallContext.system(centre, clock.instant(), "files");
            wiring.upkeep()
                    .run(new TestRun(
                            later,
                            node.leases().acquire("files", Duration.ofHours(1)).orElseThrow(),
                            true));
        }

        assertEquals(1, database.run("UPDATE DOCUMENTS_FILE SET USES=USES"));
        wiring.files().write(here.sha256(), OutputStream.nullOutputStream(), call(HAIYANG));
    }

    private void in(TenantId centre, Kept kept) {
        node.transactions().write(call(centre), Void.class, unit -> {
            wiring.files().use(kept.sha256(), "case/1", unit);
            return null;
        });
    }

    private String stored(TenantId centre) {
        return node.transactions().read(call(centre), unit -> unit.entities(node.entities("documents"))
                .createQuery("select f.storedSha256 from FileRow f", String.class)
                .getSingleResult());
    }

    private CallContext call(TenantId centre) {
        return CallContext.system(centre, province.now(), "drill");
    }

    /** So many bytes that do not pack, always the same. */
    private static final class Noise extends InputStream {
        private final SplittableRandom random = new SplittableRandom(7);
        private int left;

        Noise(int size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? random.nextInt(256) : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = Math.min(length, left);
            for (int i = 0; i < read; i++) {
                to[offset + i] = (byte) random.nextInt(256);
            }
            left -= read;
            return read;
        }
    }
}
