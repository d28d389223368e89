package org.yichuang.linkage.internal.web;

import java.util.List;
import org.yichuang.identity.api.Role;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.Texts;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.internal.LinkageDescriptor;
import org.yichuang.linkage.internal.LinkedModules;
import org.yichuang.linkage.internal.TransportCertificates;
import org.yichuang.linkage.internal.Whereabouts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;
import org.yichuang.tenancy.api.Tenants;

/** The pages of linkage. */
public class LinkagePages implements PageModule {
    private static final Texts TEXTS = Texts.beside(LinkagePages.class, "texts");

    private final List<Object> resources;
    private final Tenants tenants;
    private final LinkedModules modules;
    private final Outbox outbox;

    /** Puts its pages in front of the services. */
    public LinkagePages(
            Exchange exchange,
            CentreWays ways,
            CentreKeys keys,
            Tenants tenants,
            LinkedModules modules,
            Outbox outbox,
            Whereabouts whereabouts,
            TransportCertificates certificates) {
        this.tenants = tenants;
        this.modules = modules;
        this.outbox = outbox;
        resources = List.of(new ExchangePages(exchange, ways, keys, tenants, modules, whereabouts, certificates));
    }

    @Override
    public String module() {
        return "linkage";
    }

    @Override
    public List<String> roots() {
        return new LinkageDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<Panel> panels(String kind, String id) {
        return id.isEmpty() ? List.of() : List.of(new WaitingPanel(outbox, modules, tenants, id));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(
                "/exchange",
                "exchange.title",
                70,
                Role.OPERATOR.key(),
                Role.SYSTEM_ADMIN.key(),
                Role.SUPERVISION_OFFICER.key()));
    }
}
