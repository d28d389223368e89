package org.yichuang.catalogue.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.demand.DemandRules;
import org.yichuang.catalogue.internal.domain.demand.ListedDemand;
import org.yichuang.catalogue.internal.domain.demand.NewDemand;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The public lists of certificates and services of intermediaries that may be demanded (R3-22). */
public class Demands {
    /** The kind of thing whose chains these are. */
    static final String AGGREGATE = "listed-demand";

    /** So many entries has the list of a centre. */
    static final int MOST = 2_000;

    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;

    /** Over the lists of all centres. */
    public Demands(Transactions transactions, Tenants tenants, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
    }

    /** An entry and whose list it stands on. */
    public record Entry(Tenant centre, ListedDemand.View demand) {}

    /** What is kept for a repeated command. */
    record Kept(String code) {}

    /**
     * Returns what may be demanded at a centre: what its own list says, then those of the centres above.
     *
     * @param words a part of a name, or a code; empty for all
     * @throws ProblemException {@code parameter-unreadable} for a cursor that is none of ours
     */
    @NeedsNoPermission("what may be demanded of applicants is known to everybody")
    public Page<Entry> list(String words, PageRequest page, CallContext context) {
        LineLists<ListedDemand.View> lists = new LineLists<>(
                new LineLists.Rows<>() {
                    @Override
                    public List<ListedDemand.View> after(String code, int most, UnitOfWork visit) {
                        return items.demands().after(code, words, most, visit);
                    }

                    @Override
                    public List<String> among(List<String> codes, UnitOfWork visit) {
                        return items.demands().among(codes, visit);
                    }
                },
                ListedDemand.View::code);
        return transactions
                .read(context, unit -> lists.page(tenants.lineage(context.tenant()), page, unit))
                .map(each -> new Entry(each.centre(), each.row()));
    }

    /** Returns an entry of this centre's own list; {@code demand-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public ListedDemand.View own(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context.withoutKey(), unit -> found(code, unit).view());
    }

    /** All that may be demanded, by code: of one code, the nearest centre's entry counts. */
    Map<String, ListedDemand.View> inForce(UnitOfWork unit) {
        Map<String, ListedDemand.View> inForce = new LinkedHashMap<>();
        for (Tenant centre : tenants.lineage(unit.context().tenant())) {
            unit.reading(centre.id(), visit -> items.demands().after("", "", MOST, visit))
                    .forEach(demand -> inForce.putIfAbsent(demand.code(), demand));
        }
        return inForce;
    }

    /** The same, read by itself. */
    Map<String, ListedDemand.View> inForce(CallContext context) {
        return transactions.read(context.withoutKey(), unit -> inForce(unit));
    }

    /** Returns what is published now under the codes of items that demand what no list has. */
    Map<String, ItemDefinition> published(
            List<ItemDefinition> drafts, Map<String, ListedDemand.View> listed, CallContext context) {
        List<String> codes = drafts.stream()
                .filter(item -> !DemandRules.unlisted(item, listed).isEmpty())
                .map(ItemDefinition::code)
                .toList();
        Map<String, ItemDefinition> published = new HashMap<>();
        if (!codes.isEmpty()) {
            transactions
                    .read(context.withoutKey(), unit -> items.versions(codes, ItemVersion.State.PUBLISHED, unit))
                    .forEach((code, version) -> published.put(code, version.definition()));
        }
        return published;
    }

    /** What becomes of drafts of a centre that demand something else. */
    String policy(CallContext context) {
        return tenants.get(context.tenant()).policy(DemandRules.POLICY, DemandRules.NEW);
    }

    /** Returns why a draft is not published, if so. */
    Optional<ProblemException> refusal(ItemDefinition item, CallContext context) {
        if (item.materials().stream().allMatch(material -> material.demand() == null)) {
            return Optional.empty();
        }
        return transactions.read(context.withoutKey(), unit -> {
            Optional<ItemDefinition> before = items.publishedNumber(item.code(), unit)
                    .flatMap(number -> items.version(item.code(), number, unit))
                    .map(CatalogueVersion::definition);
            return DemandRules.refusal(item, before, inForce(unit), policy(context));
        });
    }

    /**
     * Puts an entry on this centre's list, or says something else of it.
     *
     * @throws ProblemException {@code fields-invalid}; {@code precondition-failed} where somebody has said something
     *     else of it in the meantime, also for a new entry (version 0) that is listed already; {@code too-large} for
     *     more than two thousand entries
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Entry put(NewDemand given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        NewDemand said = FieldRules.require(given);
        if (!said.code().matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*")) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "code", LocalizedMessage.of(Demands.class, "demand.code"));
        }
        transactions.write(context, Kept.class, unit -> {
            Optional<ListedDemand> present = items.demands().find(said.code(), unit);
            requireVersion(present, context);
            if (present.filter(ListedDemand::isListed).isEmpty()
                    && items.demands().count(unit) >= MOST) {
                throw new ProblemException(
                        CommonError.TOO_LARGE, LocalizedMessage.of(Demands.class, "demand.too-many", MOST));
            }
            ListedDemand demand = present.orElseGet(() -> new ListedDemand(said.code()));
            CatalogueEvent event = demand.list(said, context.today());
            if (present.isEmpty()) {
                items.demands().add(demand, unit);
            }
            record(demand, "set", event, unit);
            return new Kept(said.code());
        });
        return said(said.code(), context);
    }

    /**
     * Takes an entry off this centre's list: what demands it is flagged from now on.
     *
     * @return what it said
     * @throws ProblemException {@code demand-unknown}; {@code precondition-failed} where somebody has said something
     *     else of it in the meantime
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Entry takeOut(String code, Mistake given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        Mistake why = FieldRules.require(given);
        transactions.write(context, Kept.class, unit -> {
            ListedDemand demand = found(code, unit);
            context.requireVersion(demand.view().revision());
            record(demand, "take-out", demand.takeOut(why.reason(), context.today()), unit);
            return new Kept(demand.code());
        });
        return said(code, context);
    }

    private Entry said(String code, CallContext context) {
        ListedDemand.View said = transactions.read(
                context.withoutKey(),
                unit -> items.demands().find(code, unit).orElseThrow().view());
        return new Entry(tenants.get(context.tenant()), said);
    }

    /** Whoever makes a new entry is told that there is one. */
    private static void requireVersion(Optional<ListedDemand> present, CallContext context) {
        Optional<ListedDemand> listed = present.filter(ListedDemand::isListed);
        if (listed.isPresent() && context.expectedVersion().equals(Optional.of(0L))) {
            throw new ProblemException(
                    CommonError.PRECONDITION_FAILED,
                    LocalizedMessage.of(
                            Demands.class, "demand.there-already", listed.get().code()));
        }
        context.requireVersion(listed.map(demand -> demand.view().revision()).orElse(0L));
    }

    private ListedDemand found(String code, UnitOfWork unit) {
        Optional<ListedDemand> found =
                TextRules.isUnfit(code) ? Optional.empty() : items.demands().find(code, unit);
        return found.filter(ListedDemand::isListed)
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.DEMAND_UNKNOWN,
                        LocalizedMessage.of(Demands.class, "demand.unknown", TextRules.cleaned(code))));
    }

    private void record(ListedDemand demand, String action, CatalogueEvent event, UnitOfWork unit) {
        DomainEvent happened = DomainEvent.of(CatalogueEvent.MODULE, event.type())
                .about(demand.code(), "")
                .with(CatalogueEvent.VERSION, CatalogueJson.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                demand.code(),
                action,
                items.demands().loadedDigest(demand, unit),
                items.demands().digest(demand, unit),
                demand.facts(),
                happened);
        demand.head(unit.record(entry, demand.head()));
    }
}
