package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.Map;
import org.junit.Test;
import org.osgi.service.cm.ConfigurationException;
import org.yichuang.identity.internal.Settings.SecondFactorUse;

public class SettingsTest {
    private final Settings settings = new Settings();

    @Test
    public void aValueWithoutSenseIsRefusedWithItsKeyAndTheOldOnesStay() throws Exception {
        settings.updated(new Hashtable<>(Map.of("lock.failures", "7")));
        Map<String, String> bad = Map.ofEntries(
                Map.entry("argon2.parallelism", "0"),
                Map.entry("argon2.memory", "1"),
                Map.entry("argon2.iterations", "-1"),
                Map.entry("argon2.concurrency", "-1"),
                Map.entry("password.history", "42"),
                Map.entry("lock.failures", "0"),
                Map.entry("origin.failures", "many"),
                Map.entry("token.life", "PT0S"),
                Map.entry("session.idle", "30"),
                Map.entry("password.age", "P-1D"),
                Map.entry("demo", "perhaps"));
        bad.forEach((key, value) -> {
            ConfigurationException refusal = assertThrows(
                    ConfigurationException.class, () -> settings.updated(new Hashtable<>(Map.of(key, value))));
            assertEquals(key, refusal.getProperty());
            assertTrue(refusal.getReason(), refusal.getReason().contains(value));
        });
        assertEquals(7, settings.now().lockFailures());
    }

    @Test
    public void whatIsLeftOutIsAsUsual() throws Exception {
        settings.updated(new Hashtable<>(Map.of("lock.failures", "7")));
        settings.updated(null);

        assertEquals(5, settings.now().lockFailures());
    }

    @Test
    public void codesAreAskedForUnlessADemonstrationSaysNothing() throws Exception {
        settings.updated(new Hashtable<>(Map.of("demo", "false")));
        assertEquals(SecondFactorUse.REQUIRED, settings.now().secondFactor());

        settings.updated(new Hashtable<>(Map.of("demo", "true")));
        assertEquals(SecondFactorUse.OFF, settings.now().secondFactor());

        settings.updated(new Hashtable<>(Map.of("demo", "true", "second.factor", "required")));
        assertEquals(SecondFactorUse.REQUIRED, settings.now().secondFactor());
    }
}
