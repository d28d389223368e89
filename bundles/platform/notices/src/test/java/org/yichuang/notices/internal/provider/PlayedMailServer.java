package org.yichuang.notices.internal.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

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
        /** Ends the connection in the middle of the message. */
        BREAK,
        /** Takes the message, and ends the connection without saying so. */
        DROP_ANSWER,
        /** Takes the message, and says nothing any more. */
        HANG_AFTER,
        /** Refuses the message when it has it. */
        REFUSE_CONTENT
    }

    private final ServerSocket door;
    private final Supplier<Manner> manner;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param manner asked for each connection */
    public PlayedMailServer(Supplier<Manner> manner) throws IOException {
        this.manner = manner;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "played-mail-server");
        thread.setDaemon(true);
        thread.start();
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
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            say(out, "220 here");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String refusal = refusal(line, now);
                if (!refusal.isEmpty()) {
                    say(out, refusal);
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
        } catch (IOException e) {
            // The client has gone
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
        if (now == Manner.DROP_ANSWER || now == Manner.HANG_AFTER) {
            return false;
        }
        say(out, "250 taken");
        return true;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket client : open) {
            client.close();
        }
    }
}
