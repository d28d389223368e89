package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.sql.DataSource;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.yichuang.identity.api.Accounts;
import org.yichuang.identity.api.SignIn;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.ReadinessCheck;
import org.yichuang.rest.api.RestModule;
import org.yichuang.rest.internal.identity.IdentityModule;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Puts the door together. */
public final class Rest {
    private final ObjectMapper json = Json.mapper();
    private final Answerer answerer = new Answerer(json);
    private final Validation validation = new Validation();
    private final Modules modules = new Modules(this::serve);
    private final RateLimiter limiter = new RateLimiter(System::nanoTime);
    private final Tenants tenants;
    private final SignIn signIn;
    private final Settings settings;
    private final ModuleTracker tracker;
    private final Refusals refusals;
    private final Door door;

    /** Takes what the door stands on. */
    public Rest(
            Tenants tenants,
            ModuleRegistry roles,
            SignIn signIn,
            Journal journal,
            Settings settings,
            ModuleTracker tracker) {
        this.tenants = tenants;
        this.signIn = signIn;
        this.settings = settings;
        this.tracker = tracker;
        refusals = new Refusals(journal);
        door = new Door(tenants, signIn, modules, new OpenApi(json, roles), refusals, answerer, settings, limiter);
    }

    private ModuleServer serve(RestModule module, Operations operations) {
        List<Object> providers = List.of(
                new JsonBodies(json),
                new ParameterConverters(json),
                new CallContextProvider(),
                new OriginProvider(),
                new ProblemMapper(refusals, operations));
        try {
            return new ModuleServer(module, operations, providers, validation, new ModuleConfig(module.module()));
        } catch (ServletException e) {
            throw new IllegalStateException("The server of module " + module.module() + " does not start", e);
        }
    }

    /** Begins to follow the modules. */
    public void start() {
        // OSGi: the specification's own search for its implementation looks into the wrong class loaders
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        tracker.open(modules);
    }

    /** Lets all modules go. */
    public void stop() {
        tracker.close();
    }

    /** The servlet for {@code /api/*}. */
    public Servlet door() {
        return door;
    }

    /** The servlet for {@code /health/*}. */
    public Servlet health(DataSource dataSource, List<ReadinessCheck> checks, String etc) {
        return new Health(dataSource, tenants, signIn, modules, checks, Path.of(etc), settings, answerer);
    }

    /** The module of accounts and tokens. */
    public RestModule identity(Accounts accounts) {
        return new IdentityModule(signIn, accounts);
    }

    Modules modules() {
        return modules;
    }
}
