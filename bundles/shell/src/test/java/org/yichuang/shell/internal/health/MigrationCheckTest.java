package org.yichuang.shell.internal.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.testing.Wired;

public class MigrationCheckTest {
    @Test
    public void aSchemaThatIsNotReadySaysWhy() {
        Bundle cases = Wired.only(
                Bundle.class,
                Map.of(
                        "getHeaders", args -> new Hashtable<>(Map.of("Yichuang-Changelog", "x")),
                        "getState", args -> Bundle.ACTIVE,
                        "getSymbolicName", args -> "org.yichuang.cases"));
        ServiceReference<?> reasons = Wired.only(ServiceReference.class, Map.of());
        Supplier<?> service = () -> Map.of("org.yichuang.cases", "canceling statement due to lock timeout");
        BundleContext context = Wired.only(
                BundleContext.class,
                Map.of(
                        "getBundles", args -> new Bundle[] {cases},
                        "getServiceReferences", args -> args[0] == Supplier.class ? List.of(reasons) : List.of(),
                        "getService", args -> service));

        String said = new MigrationCheck(context).look().get(0).message().in(LocalizedMessage.CHINESE);

        assertTrue(said, said.endsWith(": canceling statement due to lock timeout"));
        assertEquals(1, new MigrationCheck(context).look().size());
    }
}
