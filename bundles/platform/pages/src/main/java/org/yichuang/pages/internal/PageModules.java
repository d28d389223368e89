package org.yichuang.pages.internal;

import java.util.List;
import java.util.Locale;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.ModuleAdapter;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.ModuleHosts;
import org.yichuang.web.api.ModuleParts;

/** The modules that have pages, as they come and go; what each offers where it is switched on. */
public class PageModules implements ModuleAdapter<PageModule, ModuleSnapshot> {
    private final ModuleRegistry registry;
    private final SlowModules slow = new SlowModules(System::nanoTime);
    private volatile FailureMapper failures;
    private volatile PageModule core;
    private volatile ModuleHost<PageModule, ModuleSnapshot> host;

    /**
     * An entry of the menu and the module that offers it.
     *
     * @param module the module
     * @param entry its entry
     */
    record Offer(ModuleSnapshot module, NavigationEntry entry) {}

    /** @param registry tells what works for which centre */
    public PageModules(ModuleRegistry registry) {
        this.registry = registry;
    }

    /** Sets the pages that belong to no module, and what answers failures. */
    void setCore(PageModule own, FailureMapper mapper) {
        core = own;
        failures = mapper;
    }

    /** Begins to follow the modules. */
    void open(ModuleHosts hosts) {
        ModuleHost<PageModule, ModuleSnapshot> opened = hosts.open(PageModule.class, this);
        opened.add(core, core);
        host = opened;
    }

    /** Lets all modules go. */
    void close() {
        ModuleHost<PageModule, ModuleSnapshot> leaving = host;
        host = null;
        if (leaving != null) {
            leaving.close();
        }
    }

    /**
     * The modules that are there.
     *
     * @throws ProblemException {@code unavailable} when nobody builds their servers at the moment
     */
    ModuleHost<PageModule, ModuleSnapshot> host() {
        ModuleHost<PageModule, ModuleSnapshot> present = host;
        if (present == null) {
            throw new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.of(PageModules.class, "unavailable"));
        }
        return present;
    }

    @Override
    public ModuleSnapshot read(PageModule module) {
        return ModuleSnapshot.of(module);
    }

    @Override
    public ModuleParts parts(ModuleSnapshot module) {
        return new ModuleParts(
                module.module(),
                module.roots(),
                module.resources(),
                List.of(failures, new PageCallProvider(), new PageAccessFilter(module)),
                (request, resource, method, arguments) -> {});
    }

    /** All modules that are there. */
    List<ModuleSnapshot> all() {
        return host().all().stream().map(HostedModule::snapshot).toList();
    }

    /** The modules that work for a centre. */
    List<ModuleSnapshot> modules(Tenant tenant) {
        return all().stream()
                .filter(module -> registry.isOn(module.module(), tenant))
                .toList();
    }

    /** Everything that the modules of a centre offer for its menu. */
    List<Offer> navigation(Tenant tenant) {
        return modules(tenant).stream()
                .flatMap(module -> module.navigation().stream().map(entry -> new Offer(module, entry)))
                .toList();
    }

    /** What a module is called; what belongs to none is of the platform. */
    String name(String module, Locale locale) {
        return registry.find(module)
                .map(ModuleDescriptor::texts)
                .orElse(Texts.NONE)
                .get(locale, "name");
    }

    /** What asks modules for what they contribute to others' pages. */
    SlowModules slow() {
        return slow;
    }

    /** Tells whether the platform's own pages are served. */
    boolean isServed() {
        ModuleHost<PageModule, ModuleSnapshot> present = host;
        return present != null && present.find("").isPresent();
    }
}
