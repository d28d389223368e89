package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.web.api.ModuleHosts;
import org.yichuang.web.api.RefusalRecorder;
import org.yichuang.web.api.RequestFilter;

/** Puts the API together. */
public final class Rest {
    private final ObjectMapper json = Json.mapper();
    private final ResponseWriter writer = new ResponseWriter(json);
    private final ModuleRegistry registry;
    private final ApiModules modules;
    private final ApiServlet servlet;

    /** Takes what the API stands on. */
    public Rest(RequestFilter filter, RefusalRecorder refusals, ModuleRegistry registry, RestSettings settings) {
        this.registry = registry;
        modules = new ApiModules(json, new Validation(), refusals);
        servlet = new ApiServlet(filter, modules, refusals, writer, new OpenApi(json, registry), settings);
    }

    /** Begins to follow the modules. */
    public void open(ModuleHosts hosts) {
        modules.open(hosts);
    }

    /** Lets all modules go. */
    public void close(ModuleHosts hosts) {
        modules.close();
    }

    /** The servlet for {@code /api/*}. */
    public Servlet servlet() {
        return servlet;
    }

    /** Whether the API of every installed module is served. */
    public HealthCheckRegistrar checks(BundleContext context) {
        return new HealthCheckRegistrar(context, List.of(new ServedModulesCheck(modules, registry)));
    }

    ApiModules modules() {
        return modules;
    }
}
