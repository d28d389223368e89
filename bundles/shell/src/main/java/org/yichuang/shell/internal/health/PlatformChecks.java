package org.yichuang.shell.internal.health;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.shell.api.HealthCheckRegistrar;

/** The checks that belong to no module: what must answer also when no module is up. */
public class PlatformChecks extends HealthCheckRegistrar {
    /** @param base where the platform keeps its things */
    public PlatformChecks(BundleContext context, String base, ContainerStates containers) {
        super(
                context,
                List.of(
                        containers,
                        new DatabaseCheck(context),
                        new MigrationCheck(context),
                        new SettingsCheck(context),
                        new DiskCheck(base)));
    }
}
