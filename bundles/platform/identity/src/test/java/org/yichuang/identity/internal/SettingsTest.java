package org.yichuang.identity.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.Map;
import org.junit.Test;
import org.yichuang.identity.internal.Settings.SecondFactorUse;
import org.yichuang.kernel.api.FieldProblem;

public class SettingsTest {
    private final Settings settings = new Settings();

    @Test
    public void aValueWithoutSenseIsRefusedWithItsKeyAndTheOldOneStays() {
        settings.updated(new Hashtable<>(Map.of("lock.failures", "7")));
        Settings.Values before = settings.now();
        Map<String, String> bad = Map.ofEntries(
                Map.entry("argon2.parallelism", "0"),
                Map.entry("argon2.memory", "1"),
                Map.entry("argon2.iterations", "-1"),
                Map.entry("argon2.concurrency", "-1"),
                Map.entry("password.history", "42"),
                Map.entry("origin.failures", "many"),
                Map.entry("token.life", "PT0S"),
                Map.entry("session.idle", "30"),
                Map.entry("password.age", "P-1D"),
                Map.entry("second.factor", "maybe"),
                Map.entry("demo", "perhaps"));
        bad.forEach((key, value) -> {
            settings.updated(new Hashtable<>(Map.of("lock.failures", "7", key, value)));

            FieldProblem refusal = settings.refused().get(0);
            assertEquals(key, refusal.field());
            assertTrue(refusal.en(), refusal.en().contains(value));
            assertEquals(before, settings.now());
        });
    }

    @Test
    public void whatIsLeftOutIsAsUsual() {
        settings.updated(new Hashtable<>(Map.of("lock.failures", "7")));
        settings.updated(null);

        assertEquals(5, settings.now().lockFailures());
    }

    @Test
    public void codesAreAskedForUnlessADemonstrationSaysNothing() {
        settings.updated(new Hashtable<>(Map.of("demo", "false")));
        assertEquals(SecondFactorUse.REQUIRED, settings.now().secondFactor());

        settings.updated(new Hashtable<>(Map.of("demo", "true")));
        assertEquals(SecondFactorUse.OFF, settings.now().secondFactor());

        settings.updated(new Hashtable<>(Map.of("demo", "true", "second.factor", "required")));
        assertEquals(SecondFactorUse.REQUIRED, settings.now().secondFactor());
    }
}
