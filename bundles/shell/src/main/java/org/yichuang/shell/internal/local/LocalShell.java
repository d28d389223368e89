package org.yichuang.shell.internal.local;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs single commands for {@code ./yichuang shell}, without the handshake of ssh. It listens on a socket in the file
 * system that only the owner of the process may open, and asks the kernel who is at the other end: whoever can reach it
 * owns the program and its data anyway. The commands act, and are journaled, as that user of the machine.
 */
public class LocalShell {
    private static final Logger LOG = LoggerFactory.getLogger(LocalShell.class);

    /** Longer names of sockets are refused by the kernel. */
    private static final int LONGEST_NAME = 100;

    private static final int AT_ONCE = 8;

    private final SessionFactory sessions;
    private final Path folder;
    /** Nobody waits in a queue: whoever finds all at work is told so. */
    private final ExecutorService workers =
            new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), LocalShell::thread);

    private Path socket;
    private ServerSocketChannel server;

    /** @param folder where {@code shell.socket} is written, a file with the place of the socket */
    public LocalShell(SessionFactory sessions, String folder) {
        this.sessions = sessions;
        this.folder = Path.of(folder);
    }

    /** Begins to listen; what fails is logged, since commands also come by ssh. */
    public void start() {
        try {
            Files.createDirectories(folder);
            socket = place();
            Files.deleteIfExists(socket);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            Files.writeString(folder.resolve("shell.socket"), socket.toString(), StandardCharsets.UTF_8);
            thread(this::listen).start();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("No local shell: {}", e.toString());
            stop();
        }
    }

    /** Ends it; commands that run are interrupted. */
    public void stop() {
        workers.shutdownNow();
        try {
            if (server != null) {
                server.close();
            }
            if (socket != null) {
                Files.deleteIfExists(socket);
                Files.deleteIfExists(folder.resolve("shell.socket"));
            }
        } catch (IOException e) {
            LOG.debug("The local shell did not end properly", e);
        }
    }

    private Path place() throws IOException {
        Path usual = folder.toAbsolutePath().resolve("shell.sock");
        return usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? usual
                : Files.createTempDirectory("yichuang-shell").resolve("sock");
    }

    private void listen() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                serve(client);
            } catch (IOException e) {
                LOG.debug("The local shell does not listen any more", e);
            }
        }
    }

    private void serve(SocketChannel client) throws IOException {
        try {
            String user =
                    client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            if (!user.equals(System.getProperty("user.name")) && !user.equals("root")) {
                LOG.warn("{} may not use the local shell", user);
                client.close();
                return;
            }
            workers.execute(new LocalCommand(sessions, client, user));
        } catch (RejectedExecutionException e) {
            thread(() -> LocalCommand.refuse(client, AT_ONCE + " commands are running: end one of them first"))
                    .start();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "yichuang-local-shell");
        thread.setDaemon(true);
        return thread;
    }
}
