package org.yichuang.tenancy.internal.health;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.testing.Wired;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

public class LoadedCheckTest {
    @Rule
    public TemporaryFolder etc = new TemporaryFolder();

    private final Set<String> judged = new HashSet<>();

    @Test
    public void centresOfTheDatabaseDoNotStandForFilesThatHaveNotBeenReadYet() throws IOException {
        Tenant shandong = new Tenant(
                new TenantId("shandong"),
                "省中心",
                Level.PROVINCE,
                Optional.empty(),
                new DivisionCode("370000"),
                Set.of(),
                Map.of());
        Tenants tenants = Wired.only(Tenants.class, Map.of("all", args -> List.of(shandong, shandong, shandong)));
        LoadedCheck check = new LoadedCheck(tenants, () -> judged, etc.getRoot().toPath());
        assertEquals(Result.Status.OK, check.execute().getStatus());

        etc.newFile("org.yichuang.tenant-a.cfg");
        etc.newFile("org.yichuang.tenant-b.cfg");
        assertEquals(Result.Status.TEMPORARILY_UNAVAILABLE, check.execute().getStatus());
        judged.add("org.yichuang.tenant-a.cfg");
        judged.add("org.yichuang.tenant-of-another-node.cfg");
        assertEquals(Result.Status.TEMPORARILY_UNAVAILABLE, check.execute().getStatus());

        judged.add("org.yichuang.tenant-b.cfg");
        assertEquals(Result.Status.OK, check.execute().getStatus());
    }
}
