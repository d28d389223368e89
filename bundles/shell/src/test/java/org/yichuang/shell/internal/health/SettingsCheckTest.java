package org.yichuang.shell.internal.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.junit.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ManagedService;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;
import org.yichuang.shell.testing.Wired;

/** Values that were refused, of whichever module. */
public class SettingsCheckTest {
    private final Oven oven = new Oven();

    @Test
    public void eachRefusedValueIsNamedWithItsFileAndKey() {
        assertEquals(Result.Status.OK, check().execute().getStatus());

        oven.updated(new Hashtable<>(Map.of("heat.most", "hot")));
        String said = check().look().get(0).message().in(Locale.ENGLISH);
        assertTrue(said, said.startsWith("etc/org.yichuang.oven.cfg: the value of heat.most is not taken: "));
        assertTrue(said, said.contains("hot"));
        assertEquals(Result.Status.WARN, check().execute().getStatus());

        oven.updated(new Hashtable<>(Map.of("heat.most", "200")));
        assertEquals(Result.Status.OK, check().execute().getStatus());
    }

    private SettingsCheck check() {
        ServiceReference<?> other = Wired.only(ServiceReference.class, Map.of());
        ServiceReference<?> ours =
                Wired.only(ServiceReference.class, Map.of("getProperty", args -> "org.yichuang.oven"));
        ManagedService plain = properties -> {};
        return new SettingsCheck(Wired.only(
                BundleContext.class,
                Map.of(
                        "getServiceReferences", args -> List.of(other, ours),
                        "getService", args -> args[0] == ours ? oven : plain,
                        "ungetService", args -> true)));
    }

    private static final class Oven extends OperatorSettings<Oven.Values> {
        Oven() {
            super(Values.class, null);
        }

        @ConfigurationPid("org.yichuang.oven")
        record Values(@Setting(key = "heat.most", usual = "180", least = "50", most = "300") int heat) {}
    }
}
