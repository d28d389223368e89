package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.RouteSelection;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.Search;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The published catalogue of a centre: one read for each centre of its lineage, each bound to that centre. */
public class PublishedCatalogue implements Catalogue {
    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;
    private final PublishedVersions offers;

    /** Over the catalogues of all centres. */
    public PublishedCatalogue(Transactions transactions, Tenants tenants, Items items, PublishedVersions offers) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
        this.offers = offers;
    }

    /** Tells from now on which items of which centre this container has published or retired, after the commit. */
    public void onChange(BiConsumer<List<String>, CallContext> listener) {
        offers.onChange(listener);
    }

    @Override
    public Page<ItemVersion> search(Query query, PageRequest page, CallContext context) {
        List<Tenant> lineage = tenants.lineage(context.tenant());
        LinePlace from = LinePlace.of(page.cursor(), lineage);
        List<ItemVersion> found = new ArrayList<>();
        for (int i = from.centre(); i < lineage.size() && found.size() <= page.limit(); i++) {
            String after = i == from.centre() ? from.code() : "";
            found.addAll(offeredBy(lineage, i, query, after, page.limit() + 1 - found.size(), context));
        }
        return Page.of(
                found,
                page.limit(),
                item -> LinePlace.after(item.owner(), item.definition().code()));
    }

    /** Reads on until enough is found that no nearer centre hides, or nothing is left. */
    private List<ItemVersion> offeredBy(
            List<Tenant> lineage, int index, Query query, String after, int most, CallContext context) {
        TenantId owner = lineage.get(index).id();
        Optional<Level> acceptance =
                index == 0 ? Optional.empty() : Optional.of(lineage.get(0).level());
        Search search = Search.of(query, acceptance);
        List<ItemVersion> found = new ArrayList<>();
        String last = after;
        boolean more = true;
        while (more && found.size() < most) {
            String from = last;
            List<ItemVersion> rows = transactions.read(
                    PublishedVersions.at(owner, context), unit -> views(items.search(search, from, most, unit), owner));
            Set<String> hidden = hidden(lineage.subList(0, index), rows, context);
            rows.stream()
                    .filter(row -> !hidden.contains(row.definition().code()))
                    .forEach(found::add);
            more = rows.size() == most;
            last = rows.isEmpty()
                    ? last
                    : rows.get(rows.size() - 1).definition().code();
        }
        return found.subList(0, Math.min(found.size(), most));
    }

    /** Returns what a centre publishes under some codes, by code, in one read. */
    public Map<String, ItemVersion> published(TenantId owner, List<String> codes, CallContext context) {
        Map<String, ItemVersion> found = new HashMap<>();
        transactions
                .read(
                        PublishedVersions.at(owner, context),
                        unit -> views(
                                List.copyOf(items.versions(codes, ItemVersion.State.PUBLISHED, unit)
                                        .values()),
                                owner))
                .forEach(version -> found.put(version.definition().code(), version));
        return found;
    }

    private static List<ItemVersion> views(List<CatalogueVersion> versions, TenantId owner) {
        return versions.stream().map(version -> version.view(owner)).toList();
    }

    private Set<String> hidden(List<Tenant> nearer, List<ItemVersion> rows, CallContext context) {
        List<String> codes = rows.stream().map(row -> row.definition().code()).toList();
        Set<String> hidden = new HashSet<>();
        for (Tenant centre : codes.isEmpty() ? List.<Tenant>of() : nearer) {
            hidden.addAll(transactions.read(
                    PublishedVersions.at(centre.id(), context), unit -> items.published(codes, unit)));
        }
        return hidden;
    }

    @Override
    public List<String> departments(CallContext context) {
        List<Tenant> lineage = tenants.lineage(context.tenant());
        Set<String> departments = new TreeSet<>();
        for (int i = 0; i < lineage.size(); i++) {
            Optional<Level> acceptance =
                    i == 0 ? Optional.empty() : Optional.of(lineage.get(0).level());
            departments.addAll(transactions.read(
                    PublishedVersions.at(lineage.get(i).id(), context), unit -> items.departments(acceptance, unit)));
        }
        return List.copyOf(departments);
    }

    @Override
    public ItemVersion offered(String code, CallContext context) {
        return offers.offered(code, context);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, CallContext context) {
        return offers.version(owner, code, number, context);
    }

    @Override
    public ItemVersion offered(String code, UnitOfWork unit) {
        return offers.offered(code, unit);
    }

    @Override
    public ItemVersion version(TenantId owner, String code, int number, UnitOfWork unit) {
        return offers.version(owner, code, number, unit);
    }

    @Override
    public Map<String, ItemVersion> members(ItemVersion bundle, List<JointMember> members, CallContext context) {
        return new BundleMaking(tenants, offers).members(bundle, members, context);
    }

    @Override
    public RouteChoice route(ItemDefinition item, Map<String, Object> form) {
        return RouteSelection.choose(item, form);
    }

    @Override
    public RouteChoice routeAgain(ItemDefinition item, Map<String, Object> form) {
        return RouteSelection.chooseAgain(item, form);
    }
}
