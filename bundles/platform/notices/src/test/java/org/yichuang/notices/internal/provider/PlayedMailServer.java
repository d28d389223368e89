package org.yichuang.notices.internal.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that does with messages as it is told; what it has taken, it remembers. */
public final class PlayedMailServer implements AutoCloseable {
    /** What it does with a message. */
    public enum Manner {
        ACCEPT,
        /** Says at the recipient that it never takes messages to them. */
        REFUSE,
        /** Takes nothing from whoever sends. */
        REFUSE_SENDER,
        /** Wants a sign-in first. */
        WANT_SIGN_IN,
        /** Says at the recipient that it takes no messages to them from us. */
        REFUSE_RELAY,
        /** Says at the recipient that it may take messages to them later. */
        BUSY,
        /** Says nothing at the greeting any more. */
        HANG,
        /** Says its greeting a letter at a time, and never ends it. */
        DRIP,
        /** Takes the message, and says so a letter at a time, and never ends it. */
        DRIP_AFTER,
        /** Ends the connection in the middle of the message. */
        BREAK,
        /** Takes the message, and ends the connection without saying so. */
        DROP_ANSWER,
        /** Takes the message, and says nothing any more. */
        HANG_AFTER,
        /** Refuses the message when it has it. */
        REFUSE_CONTENT
    }

    private static final Duration DROP = Duration.ofMillis(50);

    private final Thread porter;
    private final ServerSocket door;
    private final Supplier<Manner> manner;
    private final Optional<SSLContext> tls;
    private final boolean isTlsAsked;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param manner asked for each connection */
    public PlayedMailServer(Supplier<Manner> manner) throws IOException {
        this(manner, Optional.empty(), false);
    }

    /**
     * @param tls what it proves with who it is, where it speaks TLS
     * @param isTlsAsked whether it speaks TLS when it is asked to only
     */
    PlayedMailServer(Supplier<Manner> manner, Optional<SSLContext> tls, boolean isTlsAsked) throws IOException {
        this.manner = manner;
        this.tls = tls;
        this.isTlsAsked = isTlsAsked;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        porter = new Thread(this::serve, "played-mail-server");
        porter.setDaemon(true);
        porter.start();
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** The ids of the messages that it has taken, each as often as it has taken it. */
    public List<String> taken() {
        return taken;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                Thread thread = new Thread(() -> talk(client), "played-mail-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket client) {
        Manner now = manner.get();
        if (now == Manner.HANG) {
            return;
        }
        try (client) {
            talk(tls.isPresent() && !isTlsAsked ? secured(client) : client, now, true);
        } catch (IOException e) {
            // The client has gone, or believes somebody else
        }
    }

    private Socket secured(Socket client) throws IOException {
        SSLSocket secured =
                (SSLSocket) tls.get().getSocketFactory().createSocket(client, null, client.getPort(), false);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private void talk(Socket client, Manner now, boolean greets) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        if (now == Manner.DRIP) {
            drip(out, "220-");
        }
        if (greets) {
            say(out, "220 here");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String refusal = refusal(line, now);
            if (!refusal.isEmpty()) {
                say(out, refusal);
            } else if (line.startsWith("EHLO") && greets && isTlsAsked) {
                say(out, "250-here");
                say(out, "250 STARTTLS");
            } else if (line.equals("STARTTLS") && isTlsAsked) {
                say(out, "220 go on");
                talk(secured(client), now, false);
                return;
            } else if (line.equals("DATA")) {
                say(out, "354 go on");
                if (!take(in, out, now)) {
                    return;
                }
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static String refusal(String line, Manner now) {
        if (line.startsWith("MAIL")) {
            return switch (now) {
                case REFUSE_SENDER -> "553 not yours";
                case WANT_SIGN_IN -> "530 5.7.0 sign in first";
                default -> "";
            };
        }
        if (line.startsWith("RCPT")) {
            return switch (now) {
                case REFUSE -> "550 5.1.1 nobody";
                case REFUSE_RELAY -> "554 5.7.1 access denied";
                case BUSY -> "451 later";
                default -> "";
            };
        }
        return "";
    }

    private boolean take(BufferedReader in, OutputStream out, Manner now) throws IOException {
        String id = "";
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null || now == Manner.BREAK) {
                return false;
            }
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
        }
        if (now == Manner.REFUSE_CONTENT) {
            say(out, "554 no");
            return true;
        }
        taken.add(id);
        if (now == Manner.HANG_AFTER) {
            in.readLine();
        }
        if (now == Manner.DRIP_AFTER) {
            drip(out, "250-");
        }
        if (now == Manner.DROP_ANSWER || now == Manner.HANG_AFTER) {
            return false;
        }
        say(out, "250 taken");
        return true;
    }

    /** Until the other side has had enough. */
    private static void drip(OutputStream out, String beginning) throws IOException {
        out.write(beginning.getBytes(StandardCharsets.US_ASCII));
        while (true) {
            out.write('.');
            out.flush();
            LockSupport.parkNanos(DROP.toNanos());
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        try {
            porter.join(); // one whom the door was just being held open for comes in yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket client : open) {
            client.close();
        }
    }
}
