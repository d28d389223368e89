package org.yichuang.camel.http.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;

/** A line that carries so many kilobytes a second to where it leads, and as many as come back. */
final class SlowLine implements AutoCloseable {
    private static final int PIECES = 20;
    private static final int KILO = 1_024;

    private final ServerSocket mouth = new ServerSocket(0);
    private final int to;
    private final int kilos;

    SlowLine(int to, int kilos) throws IOException {
        this.to = to;
        this.kilos = kilos;
        mouth.setReceiveBufferSize(KILO * KILO / PIECES);
        begin(this::take);
    }

    int port() {
        return mouth.getLocalPort();
    }

    private void take() throws Exception {
        while (!mouth.isClosed()) {
            Socket in = mouth.accept();
            Socket out = new Socket("localhost", to);
            begin(() -> carry(in, out, 1_000 / PIECES));
            begin(() -> carry(out, in, 0));
        }
    }

    private void carry(Socket from, Socket into, int rest) throws Exception {
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            byte[] piece = new byte[kilos * KILO / PIECES];
            for (int many = in.read(piece); many >= 0; many = in.read(piece)) {
                out.write(piece, 0, many);
                Thread.sleep(rest);
            }
        }
    }

    private static void begin(Step step) {
        Thread thread = new Thread(() -> {
            try {
                step.go();
            } catch (Exception e) {
                return; // it has been shut
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        mouth.close();
    }

    /** What may fail. */
    private interface Step {
        void go() throws Exception;
    }
}
