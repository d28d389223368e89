package org.yichuang.shell.internal.local;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.shell.client.LocalShellClient;
import org.yichuang.shell.internal.DefaultCommandFrame;
import org.yichuang.shell.testing.Wired;

public class LocalShellTest {
    private static final int PLACES = 8;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final AtomicReference<String> actor = new AtomicReference<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private LocalShell shell;

    @Before
    public void start() throws IOException {
        SessionFactory sessions =
                Wired.only(SessionFactory.class, Map.of("create", streams -> session((PrintStream) streams[1])));
        shell = new LocalShell(sessions, folder.newFolder("data").toString());
        shell.start();
    }

    @After
    public void stop() {
        shell.stop();
    }

    @Test
    public void aCommandIsRunAsTheUserOfTheMachineAndItsOutputComesBackWhole() throws IOException {
        assertEquals(0, run("tenant:list 海阳"));

        assertEquals("tenant:list 海阳\n".repeat(3000), printed.toString(StandardCharsets.UTF_8));
        assertEquals(System.getProperty("user.name") + "@shell", actor.get());
    }

    @Test
    public void aCommandThatFailsSaysWhyAndEndsWithAStatus() throws IOException {
        assertEquals(1, run("fail"));
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("because"));
    }

    @Test
    public void nobodyElseMayOpenTheSocketAndItGoesWithTheShell() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
        Path socket = socket();

        shell.stop();

        assertFalse(Files.exists(socket));
    }

    @Test
    public void aClientThatGoesEndsItsCommandAndFreesItsPlace() throws Exception {
        for (int i = 0; i < 3 * PLACES; i++) {
            begin("endless").close();
            assertTrue("It ends", ended.tryAcquire(240, TimeUnit.SECONDS));
        }

        assertEquals(0, run("tenant:list"));
    }

    @Test
    public void whoFindsAllPlacesTakenIsToldSo() throws Exception {
        List<SocketChannel> clients = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            clients.add(begin("endless"));
        }

        assertEquals(1, run("tenant:list"));

        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("end one of them first"));
        for (SocketChannel client : clients) {
            client.close();
        }
    }

    @Test
    public void severalWordsStayWordsAndOneLineStaysALine() {
        assertEquals(
                "account:open haiyang clerk \"王 五\" \"say \\\"x\\\"\"",
                LocalShellClient.line("account:open", "haiyang", "clerk", "王 五", "say \"x\""));
        assertEquals("tenant:list | grep x", LocalShellClient.line("tenant:list | grep x"));
    }

    /** A client that has asked for a command, which is running. */
    private SocketChannel begin(String command) throws Exception {
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(command);
        client.write(ByteBuffer.wrap(bytes.toByteArray()));
        assertTrue("It runs", begun.tryAcquire(240, TimeUnit.SECONDS));
        return client;
    }

    private Object endless() {
        begun.release();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            ended.release();
        }
        return null;
    }

    private int run(String command) throws IOException {
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return LocalShellClient.run(socket(), command, out);
        }
    }

    private Path socket() throws IOException {
        return Path.of(Files.readString(folder.getRoot().toPath().resolve("data/shell.socket")));
    }

    private Session session(PrintStream out) {
        return Wired.only(
                Session.class,
                Map.of(
                        "execute",
                        command -> {
                            actor.set(new DefaultCommandFrame().operator().account());
                            if (command[0].equals("endless")) {
                                return endless();
                            }
                            if (command[0].equals("fail")) {
                                throw new IllegalStateException("because");
                            }
                            out.print((command[0] + "\n").repeat(3000));
                            return null;
                        },
                        "getConsole",
                        nothing -> out,
                        "put",
                        entry -> null,
                        "get",
                        name -> null,
                        "close",
                        nothing -> null));
    }
}
