package org.yichuang.pages.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.HomePanel;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Texts;
import org.yichuang.tenancy.api.Tenant;

/** The modules that have pages, as they come and go; readers see a whole picture at any moment. */
public class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Words that can be switched on and off for a centre; all others are the platform's. */
    private static final Set<String> SWITCHABLE =
            Set.of("catalogue", "windows", "cases", "linkage", "fees", "disclosure", "procurement", "supervision");

    private final Map<String, String> knownRoots = new ConcurrentHashMap<>();
    /** By the very object that came: a module that goes can no longer be asked for anything. */
    private final Map<PageModule, PageServer> servers = new IdentityHashMap<>();

    private final List<PageModule> waiting = new ArrayList<>();
    private volatile Map<String, PageServer> byRoot = Map.of();
    private volatile List<PageModule> modules = List.of();
    private ServletConfig config;
    private FailureMapper failures;

    /**
     * An entry of the menu and the module that offers it.
     *
     * @param module the module
     * @param entry its entry
     */
    record Offer(PageModule module, NavigationEntry entry) {}

    /** A panel of the home page and the module that offers it. */
    record Panel(PageModule module, HomePanel panel) {}

    /** The door is open: modules that came before it get their servers. */
    synchronized void open(ServletConfig doorConfig, FailureMapper mapper) {
        config = doorConfig;
        failures = mapper;
        waiting.forEach(this::serve);
        waiting.clear();
    }

    /** The door is shut. */
    synchronized void shut() {
        List.copyOf(servers.keySet()).forEach(this::removed);
        config = null;
    }

    /** A module has come. */
    public synchronized void added(PageModule module) {
        if (config == null) {
            waiting.add(module);
        } else {
            serve(module);
        }
    }

    /** A module goes. */
    public void removed(PageModule module) {
        PageServer leaving;
        synchronized (this) {
            waiting.remove(module);
            leaving = servers.remove(module);
            publish();
        }
        if (leaving != null && !leaving.close(PATIENCE)) {
            LOG.warn(
                    "Requests of the pages of {} were still running when it left",
                    leaving.module().module());
        }
    }

    private void serve(PageModule module) {
        try {
            PageModule copy = Gift.of(module);
            servers.put(module, new PageServer(copy, AccessRules.of(copy), failures, config));
            copy.roots().forEach(root -> knownRoots.put(root, module.module()));
            publish();
            LOG.info("Pages of {} are open: {}", module.module(), module.roots());
        } catch (IllegalArgumentException e) {
            LOG.error("The pages of {} are refused: {}", module.module(), e.getMessage());
        } catch (ServletException e) {
            LOG.error("The pages of {} cannot be served", module.module(), e);
        }
    }

    private void publish() {
        Map<String, PageServer> roots = new HashMap<>();
        servers.values().forEach(server -> server.module().roots().forEach(root -> roots.put(root, server)));
        byRoot = Map.copyOf(roots);
        modules = servers.values().stream().map(PageServer::module).toList();
    }

    /** What a module gives, taken when it came. */
    private record Gift(
            String module,
            List<String> roots,
            List<Object> resources,
            Texts texts,
            List<NavigationEntry> navigation,
            List<HomePanel> panels,
            PageModule source,
            long largestBody)
            implements PageModule {
        static Gift of(PageModule module) {
            return new Gift(
                    module.module(),
                    List.copyOf(module.roots()),
                    List.copyOf(module.resources()),
                    module.texts(),
                    List.copyOf(module.navigation()),
                    List.copyOf(module.panels()),
                    module,
                    module.largestBody());
        }

        @Override
        public List<Action> actions(String kind, String id) {
            return source.actions(kind, id);
        }
    }

    /** Who serves the pages below a first segment. */
    Optional<PageServer> server(String root) {
        return Optional.ofNullable(byRoot.get(root));
    }

    /** Tells whether some module is known to have had pages below a first segment. */
    boolean wasKnown(String root) {
        return knownRoots.containsKey(root);
    }

    /** Tells whether a module works for a centre. */
    static boolean isOn(String module, Tenant tenant) {
        return !SWITCHABLE.contains(module) || tenant.has(module);
    }

    /** All modules that are there. */
    List<PageModule> all() {
        return modules;
    }

    /** The modules that work for a centre. */
    List<PageModule> modules(Tenant tenant) {
        return modules.stream().filter(module -> isOn(module.module(), tenant)).toList();
    }

    /** Everything that the modules of a centre offer for its menu. */
    List<Offer> navigation(Tenant tenant) {
        return modules(tenant).stream()
                .flatMap(module -> module.navigation().stream().map(entry -> new Offer(module, entry)))
                .toList();
    }

    /** Everything that the modules of a centre offer for its home page. */
    List<Panel> panels(Tenant tenant) {
        return modules(tenant).stream()
                .flatMap(module -> module.panels().stream().map(panel -> new Panel(module, panel)))
                .toList();
    }
}
