package org.yichuang.shell.internal.local;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command of {@link LocalShell}. The client sends it as one modified UTF-8 string and gets pieces of output, each
 * behind its length, and at the end −1 and the exit status. A client that goes away ends its command.
 */
final class LocalCommand implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCommand.class);
    private static final int FAILED = 1;
    private static final Set<String> ROLES = Set.of("admin", "manager", "viewer", "systembundles");

    private final SessionFactory sessions;
    private final SocketChannel client;
    private final String user;

    LocalCommand(SessionFactory sessions, SocketChannel client, String user) {
        this.sessions = sessions;
        this.client = client;
        this.user = user;
    }

    @Override
    public void run() {
        try (client;
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(client))) {
            String command = in.readUTF();
            int status;
            try (PrintStream printed = new PrintStream(new Pieces(out), false, StandardCharsets.UTF_8)) {
                status = execute(command, printed);
            }
            end(out, status);
        } catch (IOException e) {
            LOG.debug("A client of the local shell has gone", e);
        }
    }

    /** Tells a client, whose command is not run, why. */
    static void refuse(SocketChannel client, String reason) {
        try (client;
                DataInputStream in = new DataInputStream(Channels.newInputStream(client));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(client))) {
            LOG.debug("Refused: {}", in.readUTF());
            new Pieces(out).write((reason + "\n").getBytes(StandardCharsets.UTF_8));
            end(out, FAILED);
        } catch (IOException e) {
            LOG.debug("A client of the local shell has gone", e);
        }
    }

    private static void end(DataOutputStream out, int status) throws IOException {
        out.writeInt(-1);
        out.writeInt(status);
    }

    private int execute(String command, PrintStream printed) throws IOException {
        try (Session session = sessions.create(new ByteArrayInputStream(new byte[0]), printed, printed);
                Watch watch = new Watch(session)) {
            watch.start();
            try {
                Object result =
                        Subject.doAs(subject(), (PrivilegedExceptionAction<Object>) () -> session.execute(command));
                if (result != null) {
                    printed.println(result);
                }
                return 0;
            } catch (PrivilegedActionException e) {
                return failed(e.getException(), printed);
            } catch (RuntimeException e) {
                return failed(e, printed);
            }
        }
    }

    private static int failed(Exception failure, PrintStream printed) {
        LOG.debug("A command failed", failure);
        printed.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return FAILED;
    }

    private Subject subject() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user));
        ROLES.forEach(role -> subject.getPrincipals().add(new RolePrincipal(role)));
        return subject;
    }

    /** Ends the command of a client that has gone: it sends nothing more, a read ends only with the connection. */
    private final class Watch implements AutoCloseable {
        private final Session session;
        private final Thread worker = Thread.currentThread();
        private boolean over;

        Watch(Session session) {
            this.session = session;
        }

        void start() {
            Thread thread = new Thread(this::await, "yichuang-local-shell-watch");
            thread.setDaemon(true);
            thread.start();
        }

        private void await() {
            try {
                while (client.read(ByteBuffer.allocate(1)) >= 0) {
                    LOG.debug("A client of the local shell sends more than its command");
                }
            } catch (IOException e) {
                LOG.debug("The connection of a client of the local shell has ended", e);
            }
            interrupt();
        }

        private synchronized void interrupt() {
            if (!over) {
                session.close();
                worker.interrupt();
            }
        }

        /** The thread goes on to other commands, whom this client's going does not concern. */
        @Override
        public synchronized void close() {
            over = true;
            if (Thread.interrupted()) {
                LOG.debug("The command of a client that had gone was ended");
            }
        }
    }

    /** Writes what is printed in pieces that tell their length. */
    private static final class Pieces extends OutputStream {
        private final DataOutputStream out;

        Pieces(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                out.writeInt(length);
                out.write(bytes, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
