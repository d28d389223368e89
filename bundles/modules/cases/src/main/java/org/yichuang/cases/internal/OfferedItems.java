package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.BundleSource;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The catalogue as applications are taken under it: also bundles that are there for one of them only. */
public class OfferedItems implements Catalogue {
    private final Catalogue published;
    private final List<BundleSource> sources;
    private final Tenants tenants;
    private final ModuleRegistry modules;

    /** @param sources those that are there at any time */
    public OfferedItems(Catalogue published, List<BundleSource> sources, Tenants tenants, ModuleRegistry modules) {
        this.published = published;
        this.sources = sources;
        this.tenants = tenants;
        this.modules = modules;
    }

    @Override
    public ItemVersion offered(String code, CallContext context) {
        try {
            return published.offered(code, context);
        } catch (ProblemException e) {
            if (e.code() != CatalogueError.ITEM_UNKNOWN) {
                throw e;
            }
            return reserved(code, context).orElseThrow(() -> e);
        }
    }

    private Optional<ItemVersion> reserved(String code, CallContext context) {
        Tenant centre = tenants.get(context.tenant());
        return sources.stream()
                .filter(source -> modules.isOn(source.module(), centre))
                .flatMap(source -> source.reserved(code, context.withoutKey()).stream())
                .findFirst();
    }

    @Override
    public ItemVersion offered(String code, UnitOfWork unit) {
        return published.offered(code, unit);
    }

    @Override
    public Page<ItemVersion> search(Query query, PageRequest page, CallContext context) {
        return published.search(query, page, context);
    }

    @Override
    public List<String> departments(CallContext context) {
        return published.departments(context);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, CallContext context) {
        return published.version(owner, code, number, context);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit) {
        return published.version(owner, code, number, unit);
    }

    @Override
    public RouteChoice route(ItemDefinition item, Map<String, Object> form) {
        return published.route(item, form);
    }

    @Override
    public RouteChoice routeAgain(ItemDefinition item, Map<String, Object> form) {
        return published.routeAgain(item, form);
    }

    @Override
    public Map<String, ItemVersion> members(ItemVersion bundle, List<JointMember> members, CallContext context) {
        return published.members(bundle, members, context);
    }
}
