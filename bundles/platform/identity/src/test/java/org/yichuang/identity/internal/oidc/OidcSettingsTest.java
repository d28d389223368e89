package org.yichuang.identity.internal.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import org.junit.Test;
import org.osgi.service.cm.ConfigurationException;

/** Which outside provider may be configured. */
public class OidcSettingsTest {
    private static final Map<String, String> RIGHT = Map.of(
            "issuer", "https://id.example.org",
            "client.id", "yichuang",
            "callback", "https://centre.example.org/shandong/provider/callback");

    private final OidcSettings settings = new OidcSettings();

    @Test
    public void thereIsNoneUntilOneIsConfigured() throws Exception {
        settings.updated(null);
        assertFalse(settings.now().isPresent());
        settings.updated(new Hashtable<>(RIGHT));
        assertEquals("openid profile", settings.now().orElseThrow().scope());
        settings.updated(new Hashtable<>());
        assertFalse(settings.now().isPresent());
    }

    @Test
    public void whatMakesNoSenseIsRefusedByItsKeyAndTheOldOneStays() throws Exception {
        settings.updated(new Hashtable<>(RIGHT));

        for (Map.Entry<String, String> wrong : Map.of(
                        "issuer", "http://id.example.org",
                        "callback", "centre.example.org",
                        "client.id", "a\nb")
                .entrySet()) {
            Map<String, String> values = new HashMap<>(RIGHT);
            values.put(wrong.getKey(), wrong.getValue());
            ConfigurationException refusal =
                    assertThrows(ConfigurationException.class, () -> settings.updated(new Hashtable<>(values)));
            assertEquals(wrong.getKey(), refusal.getProperty());
        }
        assertThrows(
                ConfigurationException.class,
                () -> settings.updated(new Hashtable<>(Map.of("issuer", "https://id.example.org"))));
        assertTrue(settings.now().isPresent());
    }

    @Test
    public void aProviderKeepsItsEndpointsAsSafeAsItself() throws Exception {
        settings.updated(new Hashtable<>(RIGHT));
        OidcSettings.Values values = settings.now().orElseThrow();

        assertTrue(values.trusts("https://id.example.org/token"));
        assertTrue(values.trusts("https://id.example.org/authorize?realm=a"));
        assertFalse(values.trusts("http://localhost/token"));
        assertFalse(values.trusts("file:///etc/passwd"));
    }
}
