package org.yichuang.camel.jms.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.service.cm.ConfigurationException;
import org.yichuang.camel.http.testing.TestCertificates;
import org.yichuang.camel.jms.testing.Broker;

/** Over the broker of the example: whoever signs in shows a certificate and knows a password, and does what it may. */
public class SecuredBrokerTest {
    private static final String EXAMPLE = "../../../karaf-distribution/src/main/distribution/etc/examples/broker.xml";

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static TestCertificates certificates;
    private static Broker broker;

    @BeforeClass
    public static void start() throws IOException {
        Path stores = FOLDER.getRoot().toPath();
        certificates = new TestCertificates(stores);
        certificates.make("broker");
        certificates.make("county", "haiyang");
        certificates.make("stranger", "haiyang");
        certificates.trust("broker", "county");
        certificates.trust("county", "broker");
        certificates.trust("stranger", "broker");
        Files.writeString(stores.resolve("users"), "county county-secret haiyang\ncity city-secret yantai\n");
        broker = new Broker(
                FOLDER.newFolder("data").toPath(),
                Path.of(EXAMPLE).toAbsolutePath().normalize().toString(),
                stores.toString());
        broker.start();
    }

    @AfterClass
    public static void stop() {
        broker.close();
    }

    @Test
    public void whoIsKnownWritesAndTakesAndIsNamedByTheBrokerWhateverItSaysOfItself() throws Exception {
        BlockingQueue<Exchange> taken = new LinkedBlockingQueue<>();
        try (End county = new End("county", "county", "county-secret", "");
                End city = new End("county", "city", "city-secret", "county: haiyang liugezhuang")) {
            city.take("yichuang.yantai", taken);
            county.send("yichuang.yantai", Map.of("yichuangKind", "answer"));
            county.send("yichuang.yantai", Map.of("_AMQ_VALIDATED_USER", "city"));

            for (int many = 0; many < 2; many++) {
                Exchange come = taken.poll(1, TimeUnit.MINUTES);
                assertEquals("letter", new String(come.getMessage().getBody(byte[].class), StandardCharsets.UTF_8));
                assertEquals(Set.of("haiyang", "liugezhuang"), come.getProperty(ProvenJms.PEERS));
            }
        }
    }

    @Test
    public void whoseCertificateIsNotTrustedOrWhosePasswordIsWrongIsNotHeard() throws Exception {
        refused("stranger", "county", "county-secret", "yichuang.yantai");
        refused("county", "county", "city-secret", "yichuang.yantai");
        refused("county", "", "", "yichuang.yantai");
    }

    @Test
    public void whoIsKnownWritesToNoOtherQueueAndMakesNone() throws Exception {
        refused("county", "county", "county-secret", "yichuang.haiyang");
        refused("county", "county", "county-secret", "yichuang.laishan");
    }

    @Test
    public void nobodyTakesFromAnothersQueue() throws Exception {
        BlockingQueue<Exchange> stolen = new LinkedBlockingQueue<>();
        BlockingQueue<Exchange> taken = new LinkedBlockingQueue<>();
        try (End thief = new End("county", "county", "county-secret", "");
                End city = new End("county", "city", "city-secret", "")) {
            thief.take("yichuang.yantai", stolen);
            thief.send("yichuang.yantai", Map.of());
            city.take("yichuang.yantai", taken);

            assertTrue(taken.poll(1, TimeUnit.MINUTES) != null);
            assertTrue(stolen.isEmpty());
        }
    }

    /** Who writes without an end, or with one in years, would fill the queue for all others. */
    @Test
    public void whatIsWrittenForGoodGoesWithinADay() throws Exception {
        BlockingQueue<Exchange> taken = new LinkedBlockingQueue<>();
        try (End county = new End("county", "county", "county-secret", "");
                End city = new End("county", "city", "city-secret", "")) {
            city.take("yichuang.yantai", taken);
            county.send("yichuang.yantai", Map.of());
            county.send("yichuang.yantai?timeToLive=" + TimeUnit.DAYS.toMillis(400), Map.of());

            for (int many = 0; many < 2; many++) {
                long end = taken.poll(1, TimeUnit.MINUTES).getMessage().getHeader("JMSExpiration", 0L, Long.class);
                assertTrue("no end", end > 0);
                assertTrue(
                        "more than a day",
                        end <= Instant.now().plus(1, ChronoUnit.DAYS).toEpochMilli());
            }
        }
    }

    @Test
    public void itSaysWhenItsCertificatesEnd() throws Exception {
        List<String> all = settings("county", "county", "county-secret", "").certificates();

        assertEquals(2, all.size());
        for (String each : all) {
            assertTrue(
                    each, Instant.parse(each.substring(each.indexOf(' ') + 1)).isAfter(Instant.EPOCH));
        }
    }

    private static void refused(String certificate, String user, String password, String queue) throws Exception {
        try (End end = new End(certificate, user, password, "")) {
            assertThrows(CamelExecutionException.class, () -> end.send(queue, Map.of()));
        }
    }

    private static JmsSettings settings(String certificate, String user, String password, String peers)
            throws IOException, ConfigurationException {
        Map<String, String> given = new HashMap<>(certificates.settings(certificate));
        given.put("url", broker.url());
        given.put("user", user);
        given.put("peers", peers);
        Path secret = FOLDER.newFile().toPath();
        Files.writeString(secret, password);
        given.put("password.file", secret.toString());
        return JmsSettings.read(given);
    }

    /** A deployment at the broker. */
    private static final class End implements AutoCloseable {
        private final DefaultCamelContext camel = new DefaultCamelContext();
        private final JmsTransport transport;

        private End(String certificate, String user, String password, String peers) throws Exception {
            transport = new JmsTransport(settings(certificate, user, password, peers));
            camel.addComponent("jms", transport.component());
            camel.getShutdownStrategy().setTimeout(5);
            camel.start();
        }

        private void send(String queue, Map<String, Object> headers) throws IOException {
            try (ProducerTemplate sender = camel.createProducerTemplate()) {
                sender.sendBodyAndHeaders("jms:queue:" + queue, "letter".getBytes(StandardCharsets.UTF_8), headers);
            }
        }

        private void take(String queue, BlockingQueue<Exchange> taken) throws Exception {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("jms:queue:" + queue)
                            .errorHandler(noErrorHandler())
                            .process(exchange -> taken.add(exchange.copy()));
                }
            });
        }

        @Override
        public void close() {
            camel.stop();
            transport.close();
        }
    }
}
