package org.yichuang.camel.jms.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.service.cm.ConfigurationException;

/** What operators write about the broker. */
public class JmsSettingsTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void withoutABrokerThereIsNoTransport() throws Exception {
        assertEquals("", JmsSettings.read(Map.of()).url());
    }

    @Test
    public void withoutStoresTheConnectionIsAsTheUrlSays() throws Exception {
        assertEquals(
                "tcp://broker:61616",
                JmsSettings.read(Map.of("url", "tcp://broker:61616")).address());
    }

    @Test
    public void storesMeanTlsToEachBrokerInBothDirections() throws Exception {
        JmsSettings read = JmsSettings.read(Map.of(
                "url", "(tcp://one:61617,tcp://two:61617)",
                "keystore.file", store("own.p12", "a&b"),
                "keystore.password.file", file("own.password", "a&b\n"),
                "truststore.file", store("trusted.p12", "c"),
                "truststore.password.file", file("trusted.password", "c")));

        String[] brokers = read.address().split(",");
        assertEquals(2, brokers.length);
        for (String broker : brokers) {
            String parameters = broker.substring(broker.indexOf('?')).replace(")", "");
            assertEquals(
                    "?sslEnabled=true&verifyHost=true&keyStoreType=PKCS12&keyStorePath=" + encoded("own.p12")
                            + "&keyStorePassword=a%26b&trustStoreType=PKCS12&trustStorePath=" + encoded("trusted.p12")
                            + "&trustStorePassword=c",
                    parameters);
        }
        assertFalse("passwords are shown to nobody", read.toString().contains("assword"));
    }

    @Test
    public void thePasswordIsReadFromItsFile() throws Exception {
        JmsSettings read = JmsSettings.read(
                Map.of("url", "tcp://broker:61616", "user", "county", "password.file", file("password", "secret\n")));
        assertEquals("county", read.user());
        assertEquals("secret", read.password());
    }

    @Test
    public void whatMakesNoSenseIsRefusedByItsKey() {
        assertEquals("url", refused(Map.of("url", "broker:61616")));
        assertEquals("url", refused(Map.of("url", "tcp://one:1,tcp://two:2")));
        assertEquals("password.file", refused(Map.of("password.file", "/nowhere/password")));
        assertEquals("keystore.file", refused(Map.of("url", "tcp://one:1", "keystore.file", "/nowhere/own.p12")));
        assertEquals("peers", refused(Map.of("url", "tcp://one:1", "peers", "yantai")));
        assertEquals("consumers", refused(Map.of("url", "tcp://one:1", "consumers", "0")));
        assertEquals("consumers", refused(Map.of("url", "tcp://one:1", "consumers", "17")));
        assertEquals("consumers", refused(Map.of("url", "tcp://one:1", "consumers", "many")));
        assertEquals("peers", refused(Map.of("url", "tcp://one:1", "peers", "city: yantai; county:")));
    }

    @Test
    public void aStoreThatCannotBeReadIsRefusedAtOnce() throws Exception {
        assertEquals(
                "truststore.file", refused(Map.of("url", "tcp://one:1", "truststore.file", store("t.p12", "other"))));
    }

    @Test
    public void itSaysForWhomEachUserSpeaks() throws Exception {
        assertEquals(
                Map.of("city", Set.of("yantai"), "county", Set.of("haiyang", "liugezhuang")),
                JmsSettings.read(Map.of("peers", "city: yantai; county: haiyang  liugezhuang"))
                        .peers());
        assertEquals(Map.of(), JmsSettings.read(Map.of()).peers());
    }

    @Test
    public void oneTakesFromAQueueUnlessMoreAreAskedFor() throws Exception {
        assertEquals(1, JmsSettings.read(Map.of()).consumers());
        assertEquals(16, JmsSettings.read(Map.of("consumers", "16")).consumers());
    }

    private String store(String name, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Path file = folder.getRoot().toPath().resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file.toString();
    }

    private static String refused(Map<String, String> given) {
        return assertThrows(ConfigurationException.class, () -> JmsSettings.read(given))
                .getProperty();
    }

    private String file(String name, String content) throws Exception {
        Path file = folder.getRoot().toPath().resolve(name);
        Files.writeString(file, content);
        return file.toString();
    }

    private String encoded(String name) {
        return java.net.URLEncoder.encode(
                folder.getRoot().toPath().resolve(name).toString(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    public void nobodyIsShownTheParametersOfABroker() throws Exception {
        assertEquals(
                "(tcp://one:61617,tcp://two:61617)",
                JmsSettings.read(Map.of(
                                "url", "(tcp://one:61617?sslEnabled=true&keyStorePassword=secret,tcp://two:61617?a=b)"))
                        .toString());
    }

    @Test
    public void itKnowsWhetherTheConnectionIsEncrypted() throws Exception {
        assertFalse(JmsSettings.read(Map.of("url", "tcp://broker:61616")).isEncrypted());
        assertTrue(JmsSettings.read(Map.of("url", "tcp://broker:61617?sslEnabled=true"))
                .isEncrypted());
        assertTrue(JmsSettings.read(Map.of("url", "tcp://broker:61617", "truststore.file", store("t.p12", "")))
                .isEncrypted());
    }
}
