package org.yichuang.journal.internal.health;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.TenantDirectory;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The health checks of the journal. */
public class JournalChecks extends HealthCheckRegistrar {
    /** @param base where keys and anchors lie */
    public JournalChecks(
            BundleContext context,
            String base,
            Journal journal,
            Leases leases,
            List<TenantDirectory> directories,
            PlatformClock clock) {
        super(
                context,
                List.of(
                        new KeyFileCheck(Path.of(base)),
                        new AnchorCheck(journal, () -> tenants(directories), clock, Path.of(base)),
                        new LeaseCheck(leases, clock.machine())));
    }

    private static List<TenantId> tenants(List<TenantDirectory> directories) {
        return directories.stream()
                .flatMap(directory -> directory.tenants().stream())
                .toList();
    }
}
