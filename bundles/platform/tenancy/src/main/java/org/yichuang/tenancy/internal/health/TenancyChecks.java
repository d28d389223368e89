package org.yichuang.tenancy.internal.health;

import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.tenancy.api.Calendars;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.tenancy.internal.TenantFiles;

/** The health checks of tenancy. */
public class TenancyChecks extends HealthCheckRegistrar {
    /** @param files what has become of the files of the centres, which lie in {@code etc} */
    public TenancyChecks(
            BundleContext context,
            String etc,
            TenantFiles files,
            Tenants tenants,
            Calendars calendars,
            ModuleRegistry registry,
            PlatformClock clock) {
        super(
                context,
                List.of(
                        new LoadedCheck(tenants, files::judged, Path.of(etc)),
                        new CentreCheck(tenants),
                        new CalendarCheck(calendars, clock),
                        new InstalledModulesCheck(tenants, registry),
                        new ClockCheck(clock)));
    }
}
