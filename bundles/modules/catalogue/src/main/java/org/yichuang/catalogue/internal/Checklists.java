package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** What halls and townships should do by usual lists, held against what they do (M-CAT-15, M-CAT-16). */
public class Checklists {
    private static final int MOST_ENTRIES = 20_000;

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
        List<EntryView> all =
                transactions.read(context, unit -> entries.list(Optional.empty(), "", MOST_ENTRIES, unit).stream()
                        .map(HallEntry::view)
                        .filter(entry -> entry.state() != EntryState.EXEMPT)
                        .toList());
        return new Services(Checklist.PUBLIC_SERVICES.lines().stream()
                .map(line -> new Service(
                        line.name(),
                        all.stream().filter(entry -> line.isMeant(entry.name())).toList()))
                .toList());
    }

    /**
     * An item of this centre of which townships do a part, or one that a township publishes itself.
     *
     * @param township which one publishes it; absent for an item of this centre, which all of them do
     * @param acts what they do
     */
    public record Delegated(String code, String name, Optional<Tenant> township, Set<Stage.Action> acts) {
        public Delegated {
            acts = Set.copyOf(acts);
        }
    }

    /** A line of the start list, and what of it townships do. */
    public record Start(String name, List<Delegated> delegated) {}

    /**
     * What townships do.
     *
     * @param start the lines of the start list
     * @param others what they do besides
     */
    public record Delegations(List<Start> start, List<Delegated> others) {
        /** How many lines of the start list they do. */
        public int begun() {
            return (int)
                    start.stream().filter(line -> !line.delegated().isEmpty()).count();
        }
    }

    /**
     * Returns what is delegated to the townships below this centre: of its own items what they accept, examine or
     * decide, and what they publish themselves.
     */
    @RequiresPermission(CataloguePermission.VIEW)
    public Delegations delegations(CallContext context) {
        context.require(CataloguePermission.VIEW);
        List<Delegated> all = transactions.read(context, this::delegated);
        List<Delegated> others = new ArrayList<>(all);
        List<Start> start = new ArrayList<>();
        for (Checklist.Line line : Checklist.TOWNSHIP.lines()) {
            List<Delegated> meant =
                    all.stream().filter(each -> line.isMeant(each.name())).toList();
            start.add(new Start(line.name(), meant));
            others.removeAll(meant);
        }
        return new Delegations(start, others);
    }

    private List<Delegated> delegated(UnitOfWork unit) {
        List<Delegated> found = new ArrayList<>();
        CatalogueScan.each(published, unit, item -> {
            Set<Stage.Action> acts = acts(item);
            if (!acts.isEmpty()) {
                found.add(new Delegated(item.code(), item.name(), Optional.empty(), acts));
            }
        });
        for (Tenant below : tenants.children(unit.context().tenant())) {
            if (below.level() == Level.TOWNSHIP) {
                unit.reading(below.id(), visit -> published.refs(CatalogueScan.MOST_ITEMS, visit))
                        .forEach(item -> found.add(new Delegated(
                                item.code(), item.name(), Optional.of(below), EnumSet.of(Stage.Action.DECIDE))));
            }
        }
        return found;
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
