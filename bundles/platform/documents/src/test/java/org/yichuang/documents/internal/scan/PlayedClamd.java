package org.yichuang.documents.internal.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clamd that speaks its protocol and does with files as it is told; what it has had, it remembers. */
final class PlayedClamd implements AutoCloseable {
    /** What it does with a file. */
    enum Manner {
        /** Finds something in a file that says so, and nothing in others. */
        HONEST,
        /** Has enough after the first piece, says so and ends the connection. */
        SIZE_LIMIT,
        /** Takes everything, and says that it failed. */
        ERROR,
        /** Answers a letter at a time, and never ends. */
        DRIP,
        /** Takes nothing and says nothing. */
        HANG,
        /** Takes everything, and says nothing any more. */
        HANG_AFTER,
        /** Ends the connection in the middle of the file. */
        BREAK,
        /** Takes everything, and ends the connection without an answer. */
        DROP_ANSWER,
        /** Says it is clean before it has had it. */
        HASTY,
        /** Says what no scanner says. */
        GARBAGE,
        /** Says it is clean, and does not end its answer. */
        CUT_OFF,
        /** Answers without an end. */
        BABBLE,
        /** Has learned that what it found was nothing. */
        LEARNED
    }

    /** What it finds. */
    static final byte[] VIRUS = "...EICAR-STANDARD-ANTIVIRUS-TEST...".getBytes(StandardCharsets.US_ASCII);

    static final String NAME = "Eicar-Test-Signature";

    private final ServerSocket door;
    private final List<byte[]> had = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Thread porter;
    private volatile Manner manner = Manner.HONEST;

    PlayedClamd() throws IOException {
        this(0);
    }

    PlayedClamd(int port) throws IOException {
        door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        porter = start("played-clamd", this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    void manner(Manner next) {
        manner = next;
    }

    /** The files that it has had whole. */
    List<byte[]> had() {
        return had;
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                open.add(socket);
                start("played-clamd-file", () -> converse(socket));
            } catch (IOException e) {
                return; // it was closed
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            if (manner == Manner.HANG) {
                Thread.sleep(Long.MAX_VALUE);
            }
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            String command = command(in);
            if (command.equals("zPING")) {
                say("PONG\0", out);
            } else if (command.equals("zINSTREAM")) {
                scan(in, out);
            } else {
                say("UNKNOWN COMMAND\0", out);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int letter = in.read(); letter > 0; letter = in.read()) {
            command.append((char) letter);
        }
        return command.toString();
    }

    private void scan(DataInputStream in, OutputStream out) throws IOException, InterruptedException {
        if (manner == Manner.HASTY) {
            say("stream: OK\0", out);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
            if (manner == Manner.BREAK) {
                return;
            }
            if (manner == Manner.SIZE_LIMIT) {
                say("INSTREAM size limit exceeded. ERROR\0", out);
                in.transferTo(OutputStream.nullOutputStream()); // as clamd does, until the other side ends it
                return;
            }
        }
        had.add(file.toByteArray());
        answer(file.toString(StandardCharsets.ISO_8859_1), out);
    }

    private void answer(String file, OutputStream out) throws IOException, InterruptedException {
        switch (manner) {
            case ERROR -> say("Can't allocate memory ERROR\0", out);
            case DRIP -> {
                for (int i = 0; !door.isClosed(); i++) {
                    say(i == 0 ? "stream: O" : "K", out);
                    Thread.sleep(50);
                }
            }
            case HANG_AFTER -> Thread.sleep(Long.MAX_VALUE);
            case GARBAGE -> say("HTTP/1.1 200 OK\r\n\r\n\0", out);
            case CUT_OFF -> say("stream: OK", out);
            case BABBLE -> say("stream: OK ".repeat(10_000), out);
            case DROP_ANSWER -> {}
            default -> {
                boolean isFound =
                        manner != Manner.LEARNED && file.contains(new String(VIRUS, StandardCharsets.US_ASCII));
                say(isFound ? "stream: " + NAME + " FOUND\0" : "stream: OK\0", out);
            }
        }
    }

    private static void say(String words, OutputStream out) throws IOException {
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Returns when nobody is let in any more: one whom the door was just being held open for comes in yet. */
    @Override
    public void close() throws IOException {
        door.close();
        try {
            porter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }
}
