package org.yichuang.camel.http.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.After;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.camel.http.testing.TestCertificates;

/** Messages from one deployment to another, by HTTPS. */
public class HttpsTransportTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static TestCertificates certificates;

    private final DefaultCamelContext city = new DefaultCamelContext();
    private final DefaultCamelContext county = new DefaultCamelContext();
    private final BlockingQueue<Exchange> taken = new LinkedBlockingQueue<>();
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final AtomicBoolean isForeign = new AtomicBoolean();
    private final AtomicInteger seconds = new AtomicInteger();
    private int port;

    @BeforeClass
    public static void certify() throws IOException {
        certificates = new TestCertificates(FOLDER.getRoot().toPath());
        certificates.make("city", "yantai");
        certificates.make("county", "haiyang", "liugezhuang");
        certificates.make("stranger", "haiyang");
        certificates.trust("city", "county");
        certificates.trust("county", "city");
        certificates.trust("stranger", "city");
    }

    @Before
    public void begin() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, String> heard = new HashMap<>(certificates.settings("city"));
        heard.put("port", Integer.toString(port));
        city.setStreamCaching(false); // as the host has it
        county.setStreamCaching(false);
        city.addComponent("https", new HttpsComponent(HttpsSettings.read(heard)));
        city.start();
        county.addComponent("https", new HttpsComponent(HttpsSettings.read(certificates.settings("county"))));
        county.start();
    }

    @After
    public void stop() {
        county.stop();
        city.stop();
    }

    @Test
    public void whatIsWrittenComesWithItsKindAndNothingElseAndWithWhomTheCertificateNames() throws Exception {
        take();
        send(county, Map.of("yichuangKind", "answer", "other", "stays here"));

        Exchange come = taken.poll(1, TimeUnit.MINUTES);
        assertEquals("letter", new String(come.getMessage().getBody(byte[].class), StandardCharsets.UTF_8));
        assertEquals(Map.of("yichuangKind", "answer"), come.getMessage().getHeaders());
        assertEquals(Set.of("haiyang", "liugezhuang", "localhost"), come.getProperty(HttpsConsumer.PEERS));
    }

    @Test
    public void whatCouldNotBeTakenFailsAtTheSenderAtOnce() throws Exception {
        take();
        isAway.set(true);
        long begun = System.nanoTime();

        assertThrows(CamelExecutionException.class, () -> send(county, Map.of()));

        assertTrue("no waiting in between", System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10));
        isAway.set(false);
        send(county, Map.of());
        assertEquals(1, taken.size());
    }

    @Test
    public void whatIsWrittenInAnothersNameIsRefusedOnItsLine() throws Exception {
        take();
        isForeign.set(true);

        CamelExecutionException refusal = assertThrows(CamelExecutionException.class, () -> send(county, Map.of()));

        assertTrue(refusal.getCause().toString(), refusal.getCause() instanceof SSLPeerUnverifiedException);
        assertTrue(taken.isEmpty());
    }

    @Test
    public void whileNobodyTakesItItIsNotTaken() {
        assertThrows(CamelExecutionException.class, () -> send(county, Map.of()));
    }

    @Test
    public void whoIsNotTrustedIsNotHeard() throws Exception {
        take();
        DefaultCamelContext stranger = new DefaultCamelContext();
        stranger.addComponent("https", new HttpsComponent(HttpsSettings.read(certificates.settings("stranger"))));
        stranger.start();
        try {
            CamelExecutionException refusal =
                    assertThrows(CamelExecutionException.class, () -> send(stranger, Map.of()));
            assertTrue(refusal.getCause().toString(), refusal.getCause() instanceof IOException);
        } finally {
            stranger.stop();
        }
        assertTrue(taken.isEmpty());
    }

    @Test
    public void whoShowsNoCertificateIsNotHeardAndWhoDoesMayOnlyWrite() throws Exception {
        take();
        HttpsComponent own = county.getComponent("https", HttpsComponent.class);
        assertEquals(404, status(own.client(), "/api/yantai/cases", "POST", HttpsListener.TYPE));
        assertEquals(404, status(own.client(), "/", "POST", HttpsListener.TYPE));
        assertEquals(405, status(own.client(), "/exchange", "GET", HttpsListener.TYPE));
        assertEquals(415, status(own.client(), "/exchange", "POST", "text/html"));
        assertTrue(taken.isEmpty());
        assertThrows(
                SSLException.class, () -> status(HttpClient.newHttpClient(), "/exchange", "POST", HttpsListener.TYPE));
    }

    @Test
    public void whoEndsIsHeardNoMoreAndComesBack() throws Exception {
        take();
        city.getRouteController().stopRoute("taking");
        assertThrows(CamelExecutionException.class, () -> send(county, Map.of()));

        city.getRouteController().startRoute("taking");
        send(county, Map.of());

        assertEquals(1, taken.size());
    }

    @Test
    public void whatIsHeavyArrivesOnceOverALineThatIsSlow() throws Exception {
        take();
        try (SlowLine line = new SlowLine(port, 400)) {
            byte[] heavy = new byte[8 << 20];
            try (ProducerTemplate sender = county.createProducerTemplate()) {
                sender.sendBody("https://localhost:" + line.port() + "/exchange", heavy);
            }
        }
        assertEquals(8 << 20, taken.remove().getMessage().getBody(byte[].class).length);
        assertTrue(taken.isEmpty());
    }

    /** It is being read at its receiver long before all of it has been: nobody has it whole. */
    @Test
    public void aFileIsReadAsItGoes() throws Exception {
        AtomicLong givenAtFirst = new AtomicLong();
        AtomicLong come = new AtomicLong();
        Zeros zeros = new Zeros(64 << 20);
        city.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("https:in").errorHandler(noErrorHandler()).process(exchange -> {
                    InputStream body = (InputStream) exchange.getMessage().getBody();
                    come.addAndGet(body.readNBytes(1).length);
                    givenAtFirst.set(zeros.given.get());
                    come.addAndGet(body.transferTo(OutputStream.nullOutputStream()));
                });
            }
        });
        assertNull(sendFile(zeros));
        assertEquals(zeros.length, come.get());
        assertTrue("given before the first was read: " + givenAtFirst, givenAtFirst.get() < zeros.length / 2);
    }

    /** Who still writes while the answer comes would see its line break, and take the way for a dead one. */
    @Test
    public void aFileThatIsLeftOutAtItsHeadHasItsAnswerAfterAllOfIt() throws Exception {
        city.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("https:in").errorHandler(noErrorHandler()).process(exchange -> {
                    exchange.getMessage().getBody(InputStream.class).read();
                    if (isForeign.get()) {
                        throw new SSLPeerUnverifiedException("not its own");
                    }
                });
            }
        });
        for (boolean isOfAnother : new boolean[] {false, true}) {
            isForeign.set(isOfAnother);
            Zeros zeros = new Zeros(16 << 20);
            Exception failure = sendFile(zeros);
            assertEquals(String.valueOf(failure), isOfAnother, failure instanceof SSLPeerUnverifiedException);
            assertEquals(String.valueOf(failure), isOfAnother, failure != null);
            assertEquals(zeros.length, zeros.given.get());
        }
    }

    @Test
    public void aFileThatCannotBeReadToItsEndArrivesNowhere() throws Exception {
        take();
        try (ProducerTemplate sender = county.createProducerTemplate()) {
            Exchange sent = sender.send("https://localhost:" + port + "/exchange", exchange -> {
                exchange.setProperty(HttpsProducer.LENGTH, 4L << 20);
                exchange.getMessage()
                        .setBody(
                                new SequenceInputStream(new ByteArrayInputStream(new byte[2 << 20]), new InputStream() {
                                    @Override
                                    public int read() throws IOException {
                                        throw new IOException("damaged");
                                    }
                                }));
            });
            assertTrue(String.valueOf(sent.getException()), sent.getException() instanceof IOException);
        }
        assertTrue(taken.isEmpty());
    }

    @Test
    public void whatFindsNoRoomIsToldSoBeforeItIsSent() throws Exception {
        take();
        Map<String, String> heard = new HashMap<>(certificates.settings("city"));
        int other;
        try (ServerSocket free = new ServerSocket(0)) {
            other = free.getLocalPort();
        }
        heard.put("port", Integer.toString(other));
        HttpsSettings settings = HttpsSettings.read(heard);
        Room full = new Room(1 << 20, Duration.ZERO);
        assertTrue(full.enter((X509Certificate) settings.own().getCertificate("city"), 2 * Room.LIGHT));
        HttpsListener listener = new HttpsListener(settings, () -> null, full);
        listener.open();
        try (ProducerTemplate sender = county.createProducerTemplate()) {
            String there = "https://localhost:" + other + "/exchange";
            for (int times = 0; times < 5; times++) {
                CamelExecutionException refusal =
                        assertThrows(CamelExecutionException.class, () -> sender.sendBody(there, new byte[8 << 20]));
                assertTrue(refusal.getCause().toString(), refusal.getCause() instanceof HttpTimeoutException);
            }
        } finally {
            listener.shut();
        }
    }

    @Test
    public void anEffectThatTakesItsTimeIsNoFailureOfTheWay() throws Exception {
        seconds.set(17);
        take();
        send(county, Map.of());
        assertEquals(1, taken.size());
    }

    @Test
    public void connectionsOfAnybodyKeepNobodyOut() throws Exception {
        take();
        List<Socket> bare = new ArrayList<>();
        try {
            for (int many = 0; many < 300; many++) {
                bare.add(new Socket("localhost", port));
            }
            send(county, Map.of());
        } finally {
            for (Socket socket : bare) {
                socket.close();
            }
        }
        assertEquals(1, taken.size());
    }

    /** A file that nobody has. */
    private static final class Zeros extends InputStream {
        final long length;
        final AtomicLong given = new AtomicLong();

        private Zeros(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return read(new byte[1], 0, 1) < 0 ? -1 : 0;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int many = (int) Math.min(most, length - given.get());
            given.addAndGet(many);
            return many == 0 ? -1 : many;
        }
    }

    private int status(HttpClient client, String path, String method, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString("x"))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void send(DefaultCamelContext from, Map<String, Object> headers) {
        try (ProducerTemplate sender = from.createProducerTemplate()) {
            sender.sendBodyAndHeaders(
                    "https://localhost:" + port + "/exchange", "letter".getBytes(StandardCharsets.UTF_8), headers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Exception sendFile(Zeros zeros) throws IOException {
        try (ProducerTemplate sender = county.createProducerTemplate()) {
            return sender.send("https://localhost:" + port + "/exchange", exchange -> {
                        exchange.setProperty(HttpsProducer.LENGTH, zeros.length);
                        exchange.getMessage().setBody(zeros);
                    })
                    .getException();
        }
    }

    private void take() throws Exception {
        city.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("https:in")
                        .routeId("taking")
                        .errorHandler(noErrorHandler())
                        .convertBodyTo(byte[].class)
                        .process(exchange -> {
                            if (isForeign.get()) {
                                throw new SSLPeerUnverifiedException("not its own");
                            }
                            if (isAway.get()) {
                                throw new IllegalStateException("The database is away");
                            }
                            TimeUnit.SECONDS.sleep(seconds.get());
                            taken.add(exchange.copy());
                        });
            }
        });
    }
}
