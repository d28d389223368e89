package org.yichuang.camel.http.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.Test;

/** No worker stands for ever before an answer that does not end. */
public class WholeAnswerTest {
    private static int ask(int port, Duration most) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/exchange"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return WholeAnswer.status(HttpClient.newHttpClient(), request, most);
    }

    private static ServerSocket answering(String answer) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread line = new Thread(() -> {
            try (Socket peer = server.accept()) {
                peer.getInputStream().read();
                peer.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                peer.getOutputStream().flush();
                while (peer.getInputStream().read() >= 0) {
                    // the line stays open until the other side ends it
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        line.setDaemon(true);
        line.start();
        return server;
    }

    @Test
    public void anAnswerThatDoesNotEndIsNoAnswer() throws Exception {
        try (ServerSocket server = answering("HTTP/1.1 202 Accepted\r\nContent-Length: 5\r\n\r\nab")) {
            IOException failure =
                    assertThrows(IOException.class, () -> ask(server.getLocalPort(), Duration.ofSeconds(1)));
            assertTrue(failure.getMessage(), failure.getMessage().contains("does not end"));
        }
    }

    @Test
    public void oneThatEndsTellsItsStatus() throws Exception {
        try (ServerSocket server = answering("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")) {
            assertEquals(202, ask(server.getLocalPort(), Duration.ofSeconds(20)));
        }
    }

    @Test
    public void whyItFailsIsSaidAsItIs() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        assertThrows(ConnectException.class, () -> ask(port, Duration.ofSeconds(20)));
    }
}
