package org.yichuang.camel.jms.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
                "keystore.file", file("own.p12", ""),
                "keystore.password.file", file("own.password", "a&b\n"),
                "truststore.file", file("trusted.p12", ""),
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
        assertTrue(JmsSettings.read(Map.of("url", "tcp://broker:61617", "truststore.file", file("t.p12", "")))
                .isEncrypted());
    }
}
