package org.yichuang.linkage.internal.routes;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.yichuang.linkage.internal.routes.RoutesFixture.await;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.service.cm.ConfigurationException;
import org.yichuang.camel.http.testing.TestCertificates;
import org.yichuang.camel.jms.internal.TestTransport;
import org.yichuang.camel.jms.testing.Broker;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.MemoryKeys;
import org.yichuang.linkage.internal.RecordingModule;

/** Over the broker of the example, with certificates, users and peers as operators set them up. */
public class SecuredLettersTest {
    private static final String EXAMPLE = "../../../karaf-distribution/src/main/distribution/etc/examples/broker.xml";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final MemoryKeys exchanged = new MemoryKeys();
    private final Holding cases = new Holding();
    private final RoutesFixture county = new RoutesFixture(exchanged);
    private final RoutesFixture city = new RoutesFixture(exchanged, cases);
    private TestCertificates certificates;
    private Broker broker;
    private TestTransport ofCounty;
    private TestTransport ofCity;

    @Before
    public void connect() throws Exception {
        Path stores = folder.getRoot().toPath();
        certificates = new TestCertificates(stores);
        certificates.make("broker");
        for (String deployment : new String[] {"county", "city"}) {
            certificates.make(deployment);
            certificates.trust("broker", deployment);
            certificates.trust(deployment, "broker");
        }
        Files.writeString(stores.resolve("users"), "county county-secret haiyang\ncity city-secret yantai\n");
        broker = new Broker(
                folder.newFolder("data").toPath(),
                Path.of(EXAMPLE).toAbsolutePath().normalize().toString(),
                stores.toString());
        broker.start();
        ofCounty = transport("county", "city: yantai");
        ofCity = transport("city", "county: haiyang");
        county.camel.addComponent("jms", ofCounty.component());
        city.camel.addComponent("jms", ofCity.component());
        county.network.policy(YANTAI, "exchange.transport", "jms:queue:yichuang.{receiver}");
        city.network.policy(HAIYANG, "exchange.transport", "jms:queue:yichuang.{receiver}");
    }

    @After
    public void stop() {
        county.close();
        city.close();
        ofCounty.close();
        ofCity.close();
        broker.close();
    }

    @Test
    public void aLetterItsFileAndItsReceiptPass() throws Exception {
        county.begin("jms:queue:yichuang.haiyang");
        city.begin("jms:queue:yichuang.yantai");

        county.send(HAIYANG, "yantai", "C1", 1);

        await(() -> {
            county.network.pass(Duration.ofSeconds(5));
            county.signal.run();
            return county.message("C1-1").state() == State.DELIVERED;
        });
        assertEquals(1, cases.received.size());
        assertArrayEquals("plan".getBytes(StandardCharsets.UTF_8), cases.held);
        assertFalse(
                "nothing is taken off",
                county.takenOff.lately().isPresent() || city.takenOff.lately().isPresent());
    }

    private TestTransport transport(String deployment, String peers) throws IOException, ConfigurationException {
        Path secret = folder.newFile().toPath();
        Files.writeString(secret, deployment + "-secret");
        Map<String, String> settings = new HashMap<>(certificates.settings(deployment));
        settings.put("url", broker.url());
        settings.put("user", deployment);
        settings.put("password.file", secret.toString());
        settings.put("peers", peers);
        return new TestTransport(settings);
    }

    /** A module that lacks the file until it has come. */
    private static final class Holding extends RecordingModule {
        volatile byte[] held;

        @Override
        public Set<String> missing(TenantId receiver, Set<String> sha256s) {
            return held == null ? sha256s : Set.of();
        }

        @Override
        public void keep(TenantId receiver, byte[] content) {
            held = content;
        }
    }
}
