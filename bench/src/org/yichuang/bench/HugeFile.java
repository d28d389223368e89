package org.yichuang.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Sends files of 2 GiB that are refused, with their length and in pieces of unknown number, and counts what is taken. */
public final class HugeFile {
    private static final long SIZE = 2L << 30;
    private static final int PIECE = 64 << 10;
    private static final long MOST_TAKEN = 64L << 20;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String BOUNDARY = "yichuang-drill";

    private final int port;
    private final String token;
    private String answer = "";

    private HugeFile(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** Plays both ways; fails when the platform takes more than 64 MiB, which is far more than buffers on the way. */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(System.getenv().getOrDefault("YICHUANG_PORT", "8181"));
        String token = Network.fromEnvironment().as("haiyang", "clerk").token();
        for (boolean chunked : new boolean[] {false, true}) {
            HugeFile file = new HugeFile(port, token);
            long begun = System.nanoTime();
            long taken = file.send(chunked);
            System.out.printf(
                    "2 GiB %s: %,d bytes taken in %.1f s, answered '%s'%n",
                    chunked ? "in pieces of unknown number" : "with its length",
                    taken,
                    (System.nanoTime() - begun) / 1e9,
                    file.answer);
            if (taken > MOST_TAKEN || !file.answer.matches("HTTP/1.1 4(13|22) .*")) {
                throw new Deviation("It is not refused by its limit");
            }
        }
    }

    private long send(boolean chunked) throws IOException, InterruptedException {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            Thread reader = new Thread(() -> read(socket), "answer");
            reader.start();
            out.write(("POST /api/haiyang/materials HTTP/1.1\r\nHost: localhost:" + port + "\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nAuthorization: Bearer "
                            + token + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n"
                            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + SIZE) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            Arrays.fill(piece, (byte) ' ');
            long sent = 0;
            try {
                write(head, chunked, out);
                for (sent = head.length; sent < SIZE - PIECE && reader.isAlive(); sent += PIECE) {
                    write(piece, chunked, out);
                }
            } catch (IOException refused) {
                // the platform has ended the connection: what it said is with the reader
            }
            reader.join(PATIENCE_MILLIS);
            return sent;
        }
    }

    private static void write(byte[] bytes, boolean chunked, OutputStream out) throws IOException {
        if (chunked) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(bytes);
        if (chunked) {
            out.write(new byte[] {'\r', '\n'});
        }
    }

    private void read(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
                line.write(next);
            }
            answer = line.toString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            answer = e.toString();
        }
    }
}
