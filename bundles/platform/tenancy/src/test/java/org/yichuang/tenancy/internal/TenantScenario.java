package org.yichuang.tenancy.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.junit.function.ThrowingRunnable;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** A node on a fresh database, and others beside it. */
abstract class TenantScenario {
    final TenancyDatabase database = new TenancyDatabase();

    final TenancyNode node = new TenancyNode(database, Path.of("nowhere"));

    TenancyNode other() {
        return new TenancyNode(database, Path.of("nowhere")).tick();
    }

    List<String> sources(TenantId viewer) {
        return node.registry.refusals(viewer).stream().map(Refusal::source).toList();
    }

    static void assertRefused(ErrorCode code, ThrowingRunnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act).code());
    }

    static Dictionary<String, Object> offset(String text) {
        Dictionary<String, Object> values = new Hashtable<>();
        values.put("clock.offset", text);
        return values;
    }
}
