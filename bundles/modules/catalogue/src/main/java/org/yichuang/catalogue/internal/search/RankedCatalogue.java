package org.yichuang.catalogue.internal.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;

/** The catalogue as other modules see it: where words are looked for, in the way in which the public finds items. */
public class RankedCatalogue implements Catalogue {
    private final Catalogue catalogue;
    private final CatalogueSearch search;

    /** Over the catalogue itself and the search in it. */
    public RankedCatalogue(Catalogue catalogue, CatalogueSearch search) {
        this.catalogue = catalogue;
        this.search = search;
    }

    @Override
    public Page<ItemVersion> search(Query query, PageRequest page, CallContext context) {
        if (query.words().isBlank()) {
            return catalogue.search(query, page, context);
        }
        Request request = new Request(
                query.words(),
                query.type(),
                query.department(),
                query.exerciseLevel(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Results found = search.search(request, page, context);
        return new Page<>(found.items(), found.next());
    }

    @Override
    public List<String> departments(CallContext context) {
        return catalogue.departments(context);
    }

    @Override
    public ItemVersion offered(String code, CallContext context) {
        return catalogue.offered(code, context);
    }

    @Override
    public ItemVersion offered(String code, UnitOfWork unit) {
        return catalogue.offered(code, unit);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, CallContext context) {
        return catalogue.version(owner, code, number, context);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit) {
        return catalogue.version(owner, code, number, unit);
    }

    @Override
    public Map<String, ItemVersion> members(ItemVersion bundle, List<JointMember> members, CallContext context) {
        return catalogue.members(bundle, members, context);
    }

    @Override
    public RouteChoice route(ItemDefinition item, Map<String, Object> form) {
        return catalogue.route(item, form);
    }

    @Override
    public RouteChoice routeAgain(ItemDefinition item, Map<String, Object> form) {
        return catalogue.routeAgain(item, form);
    }
}
