package org.yichuang.shell.api;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Makes a module's checks services for as long as the module's container lives; a bean of its wiring file. */
public class HealthCheckRegistrar {
    /** The service property with the title of a check, a {@link org.yichuang.kernel.api.LocalizedMessage}. */
    public static final String TITLE = "yichuang.title";

    private static final long FRESH_MILLIS = 5_000;

    private final BundleContext context;
    private final List<ModuleCheck> checks;
    private final List<ServiceRegistration<HealthCheck>> registrations = new ArrayList<>();

    /** @param context the module's own */
    public HealthCheckRegistrar(BundleContext context, List<ModuleCheck> checks) {
        this.context = context;
        this.checks = List.copyOf(checks);
    }

    /** Registers them. What one found is good for five seconds: nobody can wear it out by asking. */
    public void start() {
        for (ModuleCheck check : checks) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(HealthCheck.NAME, check.name());
            properties.put(TITLE, check.title());
            properties.put(HealthCheck.TAGS, check.tags().toArray(String[]::new));
            properties.put(HealthCheck.RESULT_CACHE_TTL_IN_MS, FRESH_MILLIS);
            registrations.add(context.registerService(HealthCheck.class, check, properties));
        }
    }

    /** Takes them back. */
    public void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }
}
