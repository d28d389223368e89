package org.yichuang.documents.internal.scan;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.documents.internal.scan.PlayedClamd.Manner;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.documents.api.FileScanner;
import org.yichuang.documents.api.FileScanner.Verdict;

/** The way to clamd, to one that keeps its protocol and to one that does not. */
public class ClamdScannerTest extends FileScannerContract {
    private static final int SHORT_MILLIS = 400;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final ScanSettings settings = new ScanSettings(null);
    private final ClamdScanner scanner = new ClamdScanner(settings);
    private PlayedClamd clamd;

    @Before
    public void start() throws IOException {
        clamd = new PlayedClamd();
        set("PT1M");
    }

    @After
    public void stop() throws IOException {
        clamd.close();
    }

    private void set(String timeout) {
        set(Map.of("scan.by", "clamd", "scan.port", "" + clamd.port(), "scan.timeout", timeout, "scan.most", "4"));
    }

    private void set(Map<String, String> values) {
        settings.updated(new Hashtable<>(values));
    }

    @Override
    protected FileScanner scanner() {
        return scanner;
    }

    @Override
    protected void leave() throws IOException {
        clamd.close();
    }

    @Override
    protected byte[] virus() {
        return PlayedClamd.VIRUS;
    }

    @Test
    public void itIsGivenEveryByteOnce() throws IOException {
        byte[] content = noise(700_001);

        scan(content);

        assertArrayEquals(content, clamd.had().get(0));
    }

    @Test
    public void whatItFindsIsNamed() throws IOException {
        assertEquals(Verdict.infected(PlayedClamd.NAME), scan(virus()));
    }

    @Test
    public void whatIsLargerThanItTakesIsNotSent() throws IOException {
        assertEquals(Verdict.notExamined("too-large"), scan(noise((4 << 20) + 1)));
        assertEquals(0, clamd.had().size());
    }

    @Test
    public void whatItRefusesOnItsWayIsNotExamined() throws IOException {
        clamd.manner(Manner.SIZE_LIMIT);

        assertEquals(Verdict.notExamined("too-large"), scan(noise(4 << 20)));
    }

    @Test
    public void whatItFailsOnIsNotExamined() throws IOException {
        clamd.manner(Manner.ERROR);

        assertEquals(Verdict.notExamined("Can't allocate memory ERROR"), scan(noise(100)));
    }

    @Test
    public void whatBreaksOffCallsNothingClean() {
        for (Manner manner : new Manner[] {Manner.BREAK, Manner.DROP_ANSWER, Manner.CUT_OFF}) {
            clamd.manner(manner);
            assertThrows(manner.name(), IOException.class, () -> scan(noise(4 << 20)));
            assertTrue("a file's fault, for it answers", scanner.isThere());
        }
    }

    @Test
    public void whatIsNoAnswerOfAScannerCallsNothingClean() {
        for (Manner manner : new Manner[] {Manner.GARBAGE, Manner.BABBLE}) {
            clamd.manner(manner);
            assertThrows(manner.name(), IOException.class, () -> scan(noise(100)));
        }
    }

    @Test
    public void whoAnswersBeforeItHasEverythingIsNotBelieved() throws IOException {
        clamd.manner(Manner.HASTY);

        IOException failure = assertThrows(
                IOException.class,
                () -> scanner.scan(new FileScanner.Content() {
                    @Override
                    public long size() {
                        return 100;
                    }

                    @Override
                    public void writeTo(OutputStream to) throws IOException {
                        while (true) { // until its answer is seen
                            to.write(1);
                        }
                    }
                }));

        assertFalse(failure instanceof SocketTimeoutException);
    }

    @Test
    public void whoHangsOrDripsCostsItsTimeAndNoMore() {
        set("PT0." + SHORT_MILLIS + "S");
        for (Manner manner : new Manner[] {Manner.HANG, Manner.HANG_AFTER, Manner.DRIP}) {
            clamd.manner(manner);
            long begun = System.nanoTime();

            // more than the buffers on the way hold, so that sending hangs too
            assertThrows(manner.name(), IOException.class, () -> scan(noise(4 << 20)));

            assertTrue(manner.name(), System.nanoTime() - begun < 60_000_000_000L);
        }
    }

    @Test
    public void whoIsAwayCostsNoDescriptor() throws IOException {
        long before;
        // A port that is held and not listened at is refused, and is nobody else's meanwhile
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            set(Map.of("scan.by", "clamd", "scan.port", "" + held.getLocalPort()));
            assertFalse("closed", scanner.isThere());
            before = openDescriptors();
            for (int i = 0; i < 50; i++) {
                assertFalse("closed", scanner.isThere());
            }
        }
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertTrue("it takes no third", first.isConnected() && second.isConnected());
            set(Map.of("scan.by", "clamd", "scan.port", "" + full.getLocalPort(), "scan.connect.timeout", "PT0.2S"));
            for (int i = 0; i < 15; i++) {
                assertFalse("never accepts", scanner.isThere());
            }
        }

        long more = openDescriptors() - before;

        assertTrue(more + " descriptors are left open", more < 20);
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    public void aHostThatNobodyKnowsIsAway() {
        set(Map.of("scan.by", "clamd", "scan.host", "nobody.invalid"));

        assertFalse(scanner.isThere());
        assertThrows(IOException.class, () -> scan(noise(1)));
    }

    @Test
    public void aSocketOfThisMachineServesAsWell() throws Exception {
        Path socket = folder.getRoot().toPath().resolve("clamd.sock");
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(socket));
            Thread clamdThread = new Thread(() -> pong(door), "played-clamd-socket");
            clamdThread.start();
            set(Map.of("scan.by", "clamd", "scan.socket", socket.toString()));

            assertTrue(scanner.isThere());
            clamdThread.join();
        }
        assertFalse("nobody listens there any more", scanner.isThere());
    }

    private static void pong(ServerSocketChannel door) {
        try (SocketChannel asked = door.accept()) {
            asked.read(ByteBuffer.allocate("zPING\0".length()));
            asked.write(ByteBuffer.wrap("PONG\0".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
