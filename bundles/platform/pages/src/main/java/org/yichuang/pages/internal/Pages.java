package org.yichuang.pages.internal;

import java.util.List;
import javax.servlet.Servlet;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.internal.http.Assets;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.BrowserSessions;
import org.yichuang.web.api.ModuleHosts;
import org.yichuang.web.api.RefusalRecorder;
import org.yichuang.web.api.RequestFilter;

/** Puts the pages together. */
public class Pages {
    private final PageModules modules;
    private final PageServlet servlet;

    /** Takes what the pages stand on. */
    public Pages(
            PageModules modules,
            Tenants tenants,
            BrowserSessions sessions,
            RequestFilter filter,
            RefusalRecorder refusals,
            Settings settings) {
        this.modules = modules;
        Assets assets = new Assets();
        Branding branding = new Branding(settings.crests());
        LayoutBuilder layouts = new LayoutBuilder(modules, branding, assets);
        PanelBuilder panels = new PanelBuilder(modules);
        FailureMapper failures = new FailureMapper(new PageRenderer(layouts, panels, refusals));
        NetworkPage network = new NetworkPage(tenants, assets);
        servlet = new PageServlet(filter, modules, branding, failures, network, settings);
        modules.setCore(new Core(new CorePages(panels, layouts, sessions), settings), failures);
    }

    /** Begins to follow the modules. */
    public void open(ModuleHosts hosts) {
        modules.open(hosts);
    }

    /** Lets all modules go. */
    public void close(ModuleHosts hosts) {
        modules.close();
    }

    /** The servlet. */
    public Servlet servlet() {
        return servlet;
    }

    /** The pages of no module as a module like any other. */
    private record Core(CorePages pages, Settings settings) implements PageModule {
        @Override
        public String module() {
            return "pages";
        }

        @Override
        public List<String> roots() {
            return new PagesDescriptor().pageRoots();
        }

        @Override
        public List<Object> resources() {
            return settings.now().gallery() ? List.of(pages, new Gallery()) : List.of(pages);
        }

        @Override
        public Texts texts() {
            return Components.TEXTS;
        }
    }
}
