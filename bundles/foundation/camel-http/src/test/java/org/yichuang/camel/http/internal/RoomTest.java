package org.yichuang.camel.http.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.camel.http.testing.TestCertificates;

/** What comes at a time stays within the memory that there is. */
public class RoomTest {
    private static final long GIGABYTE = 1L << 30;
    /** An application of 64 MB in Base64, in kilobytes. */
    private static final int HEAVIEST = 88_000;

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static X509Certificate county;
    private static X509Certificate district;

    @BeforeClass
    public static void certify() throws Exception {
        TestCertificates certificates = new TestCertificates(FOLDER.getRoot().toPath());
        certificates.make("county", "haiyang");
        certificates.make("district", "laishan");
        county = certificate(certificates, "county");
        district = certificate(certificates, "district");
    }

    @Test
    public void twoOfTheHeaviestAreNeverThereAtOnceAndTheSecondComesAfterTheFirst() throws Exception {
        Room room = new Room(GIGABYTE, Duration.ofMillis(50));
        assertTrue(room.enter(county, HEAVIEST));
        assertFalse(room.enter(district, HEAVIEST));
        assertTrue("what is light needs no turn", room.enter(district, Room.LIGHT));

        Room patient = new Room(GIGABYTE, Duration.ofMinutes(1));
        assertTrue(patient.enter(county, HEAVIEST));
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> patient.enter(district, HEAVIEST));
        patient.leave(county, HEAVIEST);
        assertTrue(second.get(1, TimeUnit.MINUTES));
    }

    @Test
    public void whatIsTooHeavyForTheMemoryComesAlone() {
        Room small = new Room(GIGABYTE / 4, Duration.ZERO);
        assertTrue(small.enter(county, HEAVIEST));
        assertFalse(small.enter(district, 2 * Room.LIGHT));
        small.leave(county, HEAVIEST);
        assertTrue(small.enter(district, 2 * Room.LIGHT));
    }

    @Test
    public void oneCertificateDoesNotTakeAllThreads() {
        Room room = new Room(GIGABYTE, Duration.ZERO);
        for (int coming = 0; coming < 12; coming++) {
            assertTrue(room.enter(county, 1));
        }
        assertFalse(room.enter(county, 1));
        assertTrue(room.enter(district, 1));
        room.leave(county, 1);
        assertTrue(room.enter(county, 1));
    }

    @Test(timeout = 60_000)
    public void whoWaitsForMemoryCountsAsOneThatComes() throws Exception {
        Room room = new Room(GIGABYTE, Duration.ofMinutes(1));
        assertTrue(room.enter(county, HEAVIEST));
        List<CompletableFuture<Boolean>> crowd = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            for (int many = 0; many < 30; many++) {
                crowd.add(CompletableFuture.supplyAsync(() -> room.enter(county, HEAVIEST), threads));
            }
            while (crowd.stream().filter(CompletableFuture::isDone).count() < 30 - 11) {
                Thread.sleep(10);
            }
            Thread.sleep(100);
            assertEquals(
                    30 - 11, crowd.stream().filter(CompletableFuture::isDone).count());
            assertTrue("another one comes at once", room.enter(district, Room.LIGHT));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void oneCertificateDoesNotTakeAllMemory() {
        Room room = new Room(GIGABYTE, Duration.ZERO);
        int file = 10 * Room.LIGHT;
        int many = 0;
        while (room.enter(county, file)) {
            many++;
        }
        assertTrue("it has its share", many > 3);
        assertTrue(room.enter(district, file));
        room.leave(county, file);
        assertTrue(room.enter(county, file));
    }

    @Test
    public void aBodyIsReadIntoNoMoreThanItIs() throws IOException {
        assertEquals(3, Room.timed(new ByteArrayInputStream(new byte[5]), 3).readAllBytes().length);
        InputStream broken = new ByteArrayInputStream(new byte[2]);
        assertThrows(EOFException.class, () -> Room.timed(broken, 3).readAllBytes());
    }

    private static X509Certificate certificate(TestCertificates certificates, String name) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        String password = Files.readString(Path.of(certificates.settings(name).get("keystore.password.file")));
        try (InputStream content =
                Files.newInputStream(Path.of(certificates.settings(name).get("keystore.file")))) {
            store.load(content, password.strip().toCharArray());
        }
        return (X509Certificate) store.getCertificate(name);
    }
}
