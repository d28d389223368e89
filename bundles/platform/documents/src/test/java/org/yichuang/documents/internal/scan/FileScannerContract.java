package org.yichuang.documents.internal.scan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.yichuang.documents.api.FileScanner;
import org.yichuang.documents.api.FileScanner.Content;
import org.yichuang.documents.api.FileScanner.Result;
import org.yichuang.documents.api.FileScanner.Verdict;

/** What every {@link FileScanner} keeps; a bundle extends this class with its own. */
public abstract class FileScannerContract {
    private static final int MEBI = 1 << 20;

    /** The scanner, which works. */
    protected abstract FileScanner scanner();

    /** Makes it go away. */
    protected abstract void leave() throws IOException;

    /** Returns something that it finds. */
    protected abstract byte[] virus();

    @Test
    public void itHasANameThatAnOperatorCanWrite() {
        assertTrue(scanner().name(), scanner().name().matches("[a-z][a-z0-9-]{0,39}"));
    }

    @Test
    public void whatIsCleanIsCleanHoweverLongItIs() throws IOException {
        assertEquals(Verdict.clean(), scan(new byte[0]));
        assertEquals(Verdict.clean(), scan(new byte[] {0}));
        assertEquals(Verdict.clean(), scan(noise(3 * MEBI)));
        assertTrue(scanner().isThere());
    }

    @Test
    public void whatIsInfectedIsNamed() throws IOException {
        Verdict verdict = scan(virus());

        assertEquals(Result.INFECTED, verdict.result());
        assertFalse(verdict.reason().isBlank());
    }

    @Test
    public void whatIsHiddenAtTheEndOfALongFileIsFound() throws IOException {
        byte[] content = noise(2 * MEBI);
        System.arraycopy(virus(), 0, content, content.length - virus().length, virus().length);

        assertEquals(Result.INFECTED, scan(content).result());
    }

    @Test
    public void whoIsAwaySaysSoAndCallsNothingClean() throws IOException {
        scanner();
        leave();

        assertFalse(scanner().isThere());
        assertThrows(IOException.class, () -> scan(noise(100)));
    }

    @Test
    public void whatTheFileFailsWithIsPassedOn() {
        IllegalStateException damaged = new IllegalStateException("damaged");

        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> scanner().scan(new Content() {
                    @Override
                    public long size() {
                        return 100;
                    }

                    @Override
                    public void writeTo(OutputStream to) throws IOException {
                        to.write(new byte[50]);
                        throw damaged;
                    }
                }));

        assertEquals(damaged, failure);
        assertTrue(scanner().isThere());
    }

    @Test
    public void severalAreLookedAtAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                byte[] content = i % 2 == 0 ? noise(50_000 * i) : virus();
                verdicts.add(threads.submit(() -> scan(content)));
            }
            for (int i = 0; i < verdicts.size(); i++) {
                Result expected = i % 2 == 0 ? Result.CLEAN : Result.INFECTED;
                assertEquals(
                        expected, verdicts.get(i).get(120, TimeUnit.SECONDS).result());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Has it look at bytes. */
    protected final Verdict scan(byte[] content) throws IOException {
        return scanner().scan(new Content() {
            @Override
            public long size() {
                return content.length;
            }

            @Override
            public void writeTo(OutputStream to) throws IOException {
                for (int at = 0; at < content.length; at += 100_000) {
                    to.write(content, at, Math.min(100_000, content.length - at));
                }
            }
        });
    }

    /** Bytes that are nothing. */
    protected static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
