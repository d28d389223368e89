package org.yichuang.catalogue.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.checklist.Checklist;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.catalogue.internal.domain.entry.HallEntry;
import org.yichuang.catalogue.internal.persistence.HallEntryRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** What halls and townships should do by usual lists, held against what they do (M-CAT-9, M-CAT-15, M-CAT-16). */
public class Checklists {
    private static final int PART = 1_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final HallEntryRows entries;
    private final PublishedRows published;

    /** Over the catalogues and halls of all centres. */
    public Checklists(Transactions transactions, Tenants tenants, HallEntryRows entries, PublishedRows published) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.entries = entries;
        this.published = published;
    }

    /**
     * A public service and what of it is on the list of the hall.
     *
     * @param listed what is called like it, as far as it is due
     */
    public record Service(String name, List<EntryView> listed) {
        /** Whether any of it has entered. */
        public boolean entered() {
            return listed.stream().anyMatch(entry -> entry.state() == EntryState.ENTERED);
        }
    }

    /** The public services that should be in the hall. */
    public record Services(List<Service> services) {
        /** How many of them should be there. */
        public int due() {
            return services.size();
        }

        /** How many of them are. */
        public int actual() {
            return (int) services.stream().filter(Service::entered).count();
        }
    }

    /** Returns the public services that should be in this centre's hall, and which of them are. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Services services(CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<EntryView> all = transactions.read(context, this::meant);
        return new Services(Checklist.PUBLIC_SERVICES.lines().stream()
                .map(line -> new Service(
                        line.name(),
                        all.stream().filter(entry -> line.isMeant(entry.name())).toList()))
                .toList());
    }

    /** Of all that is due in the hall, read part by part, what is called like a public service. */
    private List<EntryView> meant(UnitOfWork unit) {
        List<EntryView> meant = new ArrayList<>();
        List<HallEntry> part = entries.list(Optional.empty(), "", PART, unit);
        while (!part.isEmpty()) {
            part.stream()
                    .map(HallEntry::view)
                    .filter(entry -> entry.state() != EntryState.EXEMPT)
                    .filter(entry ->
                            Checklist.PUBLIC_SERVICES.lines().stream().anyMatch(line -> line.isMeant(entry.name())))
                    .forEach(meant::add);
            part = entries.list(
                    Optional.empty(), part.get(part.size() - 1).view().code(), PART, unit);
        }
        return meant;
    }

    /**
     * An item of which townships do a part, or one that a township publishes itself.
     *
     * @param owner which centre publishes it; absent for the centre that asks
     * @param acts what they do
     */
    public record Delegated(String code, String name, Optional<Tenant> owner, Set<Stage.Action> acts) {
        public Delegated {
            acts = Set.copyOf(acts);
        }

        /** The township that publishes it; absent for an item of a centre above, which all below that do. */
        public Optional<Tenant> township() {
            return owner.filter(centre -> centre.level() == Level.TOWNSHIP);
        }
    }

    /** A line of the start list, and what of it townships do. */
    public record Start(String name, List<Delegated> delegated) {}

    /**
     * What townships do.
     *
     * @param township whether a township has asked what it does itself
     * @param start the lines of the start list
     * @param others what they do besides
     * @param elsewhere the names of centres of another deployment: nothing is known here of them and of those below
     * @param isWhole whether there are no more centres than were looked at
     */
    public record Delegations(
            boolean township, List<Start> start, List<Delegated> others, List<String> elsewhere, boolean isWhole) {
        /** How many lines of the start list they do. */
        public int begun() {
            return (int)
                    start.stream().filter(line -> !line.delegated().isEmpty()).count();
        }
    }

    /** What was found on the way through the centres. */
    private static final class Found {
        private final List<Delegated> items = new ArrayList<>();
        private final List<String> elsewhere = new ArrayList<>();
        private boolean isPart;
    }

    /**
     * Returns what is delegated to the townships below this centre, down the whole tree: of the items of this centre
     * and those between what townships accept, examine or decide, and what they publish themselves. At a township it is
     * what this one does: what it publishes, and its part of the items that are offered to it from above.
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Delegations delegations(CallContext context) {
        context.require(CataloguePermission.VIEW);
        boolean township = tenants.get(context.tenant()).level() == Level.TOWNSHIP;
        Found found = township ? offered(context) : below(context);
        List<Delegated> others = new ArrayList<>(found.items);
        List<Start> start = new ArrayList<>();
        for (Checklist.Line line : Checklist.TOWNSHIP.lines()) {
            List<Delegated> meant = found.items.stream()
                    .filter(each -> line.isMeant(each.name()))
                    .toList();
            start.add(new Start(line.name(), meant));
            others.removeAll(meant);
        }
        return new Delegations(township, start, others, found.elsewhere, !found.isPart);
    }

    private Found below(CallContext context) {
        Found found = new Found();
        found.items.addAll(read(context.tenant(), context, unit -> parts(Optional.empty(), unit)));
        Deque<Tenant> open = new ArrayDeque<>(tenants.children(context.tenant()));
        for (int looked = 0; !open.isEmpty(); looked++) {
            Tenant centre = open.remove();
            if (looked == RunningCases.MOST_CENTRES) {
                found.isPart = true;
                return found;
            }
            if (centre.isElsewhere()) {
                found.elsewhere.add(centre.name());
                continue;
            }
            found.items.addAll(read(
                    centre.id(),
                    context,
                    unit -> centre.level() == Level.TOWNSHIP
                            ? whole(Optional.of(centre), unit)
                            : parts(Optional.of(centre), unit)));
            open.addAll(tenants.children(centre.id()));
        }
        return found;
    }

    /** Of one code the nearest centre's item counts. */
    private Found offered(CallContext context) {
        Found found = new Found();
        Set<String> seen = new HashSet<>();
        for (Tenant centre : tenants.lineage(context.tenant())) {
            boolean own = centre.id().equals(context.tenant());
            if (centre.isElsewhere()) {
                found.elsewhere.add(centre.name());
                continue;
            }
            read(
                            centre.id(),
                            context,
                            unit -> own ? whole(Optional.of(centre), unit) : parts(Optional.of(centre), unit))
                    .stream()
                    .filter(each -> !seen.contains(each.code()))
                    .forEach(found.items::add);
            seen.addAll(read(centre.id(), context, unit -> published.all(unit).stream()
                    .map(PublishedRows.Ref::code)
                    .toList()));
        }
        return found;
    }

    private <T> T read(TenantId centre, CallContext context, Transactions.Work<T> work) {
        return transactions.read(PublishedVersions.at(centre, context), work);
    }

    /** What a township publishes itself, and so decides. */
    private List<Delegated> whole(Optional<Tenant> township, UnitOfWork unit) {
        return published.all(unit).stream()
                .map(item -> new Delegated(item.code(), item.name(), township, EnumSet.of(Stage.Action.DECIDE)))
                .toList();
    }

    /** The items of a centre above townships of which these do a part. */
    private List<Delegated> parts(Optional<Tenant> owner, UnitOfWork unit) {
        List<Delegated> found = new ArrayList<>();
        CatalogueScan.each(published, unit, item -> {
            Set<Stage.Action> acts = acts(item);
            if (!acts.isEmpty()) {
                found.add(new Delegated(item.code(), item.name(), owner, acts));
            }
        });
        return found;
    }

    /**
     * A department and how many of its items are looked at online before they are received.
     *
     * @param items how many are published
     * @param preReviewed how many of these
     */
    public record PreReviews(String department, int items, int preReviewed) {
        private PreReviews and(ItemDefinition item) {
            return new PreReviews(
                    department, items + 1, preReviewed + (item.handling().onlinePreReview() ? 1 : 0));
        }
    }

    /** Returns, by department, how many of this centre's items can be pre-reviewed online (M-CAT-9). */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<PreReviews> preReviews(CallContext context) {
        context.require(CataloguePermission.VIEW);
        Map<String, PreReviews> counted = new TreeMap<>();
        transactions.read(context, unit -> {
            CatalogueScan.each(
                    published,
                    unit,
                    item -> counted.merge(
                            item.department(),
                            new PreReviews(item.department(), 0, 0).and(item),
                            (known, first) -> known.and(item)));
            return counted.size();
        });
        return List.copyOf(counted.values());
    }

    /** What townships do of an item of a centre above them. */
    private static Set<Stage.Action> acts(ItemDefinition item) {
        Set<Stage.Action> acts = EnumSet.noneOf(Stage.Action.class);
        item.routes().stream()
                .flatMap(route -> route.stages().stream())
                .filter(stage -> stage.level() == Level.TOWNSHIP)
                .forEach(stage -> acts.add(stage.action()));
        if (item.acceptanceLevels().contains(Level.TOWNSHIP)) {
            acts.add(Stage.Action.ACCEPT);
        }
        return acts;
    }
}
