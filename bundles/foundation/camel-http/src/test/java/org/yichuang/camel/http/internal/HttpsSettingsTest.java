package org.yichuang.camel.http.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.service.cm.ConfigurationException;
import org.yichuang.camel.http.testing.TestCertificates;

/** What operators write about HTTPS. */
public class HttpsSettingsTest {
    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static TestCertificates certificates;

    private final Map<String, String> whole = new HashMap<>(certificates.settings("city"));

    @BeforeClass
    public static void certify() throws IOException {
        certificates = new TestCertificates(FOLDER.getRoot().toPath());
        certificates.make("city", "yantai");
        certificates.make("county", "haiyang");
        certificates.trust("city", "county");
    }

    @Before
    public void hear() {
        whole.put("port", "8444");
    }

    @Test
    public void withoutSettingsNothingTravels() throws Exception {
        assertFalse(HttpsSettings.read(Map.of()).isOn());
    }

    @Test
    public void withBothStoresItDoes() throws Exception {
        HttpsSettings read = HttpsSettings.read(whole);

        assertTrue(read.isOn());
        assertEquals(8444, read.port());
        whole.remove("port");
        assertEquals("written to others only", 0, HttpsSettings.read(whole).port());
    }

    @Test
    public void whatMakesNoSenseIsRefusedWithItsKey() throws IOException {
        Path other = Files.writeString(FOLDER.getRoot().toPath().resolve("other"), "another word");
        refused("port", "port", "many");
        refused("port", "port", "70000");
        refused("truststore.file", "truststore.file", "");
        refused("keystore.file", "keystore.file", "");
        refused("keystore.file", "keystore.file", FOLDER.getRoot() + "/none.p12");
        refused("keystore.file", "keystore.password.file", other.toString());
        refused("truststore.password.file", "truststore.password.file", FOLDER.getRoot() + "/none");
    }

    private void refused(String named, String key, String value) {
        Map<String, String> given = new HashMap<>(whole);
        given.put(key, value);
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> HttpsSettings.read(given));
        assertEquals(named, refusal.getProperty());
    }
}
