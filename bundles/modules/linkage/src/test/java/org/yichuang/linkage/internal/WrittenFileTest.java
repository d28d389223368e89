package org.yichuang.linkage.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;
import org.yichuang.journal.api.LinkedModule.Content;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;

/** A file that goes as it is read. */
public class WrittenFileTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    public void whatIsWrittenIsReadWhateverItsLength() throws Exception {
        for (int length : new int[] {0, 1, 2, 65_535, 65_536, 65_537, 3 * MEGABYTE}) {
            byte[] content = bytes(length);
            try (WrittenFile file = new WrittenFile(() -> content)) {
                assertArrayEquals(content, file.readAllBytes());
                assertNull(file.failure());
            }
            try (WrittenFile file = new WrittenFile(() -> content)) {
                assertEquals(length == 0 ? -1 : content[0] & 0xff, file.read());
                assertArrayEquals(Arrays.copyOfRange(content, Math.min(1, length), length), file.readAllBytes());
            }
        }
    }

    @Test
    public void itIsKnownAtOnceThatOneIsNotGivenOut() {
        ProblemException why = ProblemException.of(CommonError.UNAVAILABLE);

        assertSame(
                why,
                assertThrows(
                        ProblemException.class,
                        () -> new WrittenFile(() -> {
                            throw why;
                        })));
    }

    @Test
    public void oneThatIsDamagedDoesNotEndAsIfItWereWhole() throws Exception {
        ProblemException why = ProblemException.of(CommonError.UNAVAILABLE);
        try (WrittenFile file = new WrittenFile(new Parts(to -> {
            to.write(new byte[MEGABYTE]);
            throw why;
        }))) {
            assertThrows(IOException.class, file::readAllBytes);
            assertSame(why, file.failure());
        }
    }

    @Test
    public void oneWhoseReadingBreaksOffDoesNotEndAsIfItWereWholeEither() throws Exception {
        IOException broken = new IOException("the disk is gone");
        try (WrittenFile file = new WrittenFile(new Parts(to -> {
            to.write(new byte[MEGABYTE]);
            throw broken;
        }))) {
            assertThrows(IOException.class, file::readAllBytes);
            assertSame(broken, file.failure().getCause());
        }
        Error error = new OutOfMemoryError("no heap");
        try (WrittenFile file = new WrittenFile(new Parts(to -> {
            to.write(new byte[MEGABYTE]);
            throw error;
        }))) {
            assertThrows(IOException.class, file::readAllBytes);
            assertSame(error, file.failure().getCause());
        }
    }

    @Test
    public void noMoreOfItIsInMemoryThanFitsInBetween() throws Exception {
        AtomicLong written = new AtomicLong();
        try (WrittenFile file = new WrittenFile(new Parts(to -> {
            for (int part = 0; part < 1_000; part++) {
                to.write(new byte[1_024]);
                written.addAndGet(1_024);
            }
        }))) {
            assertEquals(1, file.readNBytes(1).length);
            TimeUnit.MILLISECONDS.sleep(50);
            assertTrue("written " + written, written.get() <= 2 << 16);
            assertEquals(1_000 * 1_024 - 1, file.readAllBytes().length);
        }
    }

    @Test
    public void whoeverWritesItEndsWhenNobodyReadsAnyMore() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        WrittenFile file = new WrittenFile(new Parts(to -> {
            try {
                to.write(new byte[10 * MEGABYTE]);
            } finally {
                ended.countDown();
            }
        }));
        file.close();

        assertTrue(ended.await(1, TimeUnit.MINUTES));
        assertNull("it is not to blame", file.failure());
    }

    @Test
    public void whatFailsAsNobodyReadsIsNotItsFaultWhateverItsWriterMakesOfIt() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicReference<WrittenFile> file = new AtomicReference<>();
        Thread reader = new Thread(() -> file.set(file(to -> {
            try {
                to.write(new byte[10 * MEGABYTE]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                ended.countDown();
            }
        })));
        reader.start();
        reader.join(); // it has read the first byte, and is gone

        assertTrue(ended.await(1, TimeUnit.MINUTES));
        assertThrows("nor does it look like a whole one", IOException.class, () -> file.get()
                .readAllBytes());
        assertNull("it is not to blame", file.get().failure());
    }

    private static WrittenFile file(Writing writing) {
        try {
            return new WrittenFile(new Parts(writing));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void whatIsNotWhatItsDigestSaysFailsAtItsEnd() throws Exception {
        byte[] content = bytes(100_000);
        String sha256 = Digests.sha256(content);
        assertEquals(100_000, checked(content, sha256).readAllBytes().length);
        assertThrows(CheckedFile.OtherContentException.class, () -> checked(bytes(99_999), sha256)
                .readAllBytes());
        CheckedFile longer = checked(Arrays.copyOf(content, 100_001), sha256);
        assertEquals(100_000, longer.readNBytes(100_000).length);
        assertThrows("also what nobody wants to see", CheckedFile.OtherContentException.class, longer::toItsEnd);
    }

    private static CheckedFile checked(byte[] content, String sha256) {
        return new CheckedFile(new ByteArrayInputStream(content), sha256);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** Gives a file part by part. */
    private record Parts(Writing writing) implements Content {
        @Override
        public byte[] read() {
            throw new AssertionError("it is never whole");
        }

        @Override
        public void write(OutputStream to) throws IOException {
            writing.write(to);
        }
    }

    /** How. */
    @FunctionalInterface
    private interface Writing {
        void write(OutputStream to) throws IOException;
    }
}
