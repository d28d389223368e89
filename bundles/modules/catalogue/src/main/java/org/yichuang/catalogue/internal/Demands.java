package org.yichuang.catalogue.internal;

import java.util.ArrayList;
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

    /** Returns what may be demanded at a centre: what its own list says, and those of the centres above. */
    @NeedsNoPermission("what may be demanded of applicants is known to everybody")
    public List<Entry> list(CallContext context) {
        return transactions.read(context, this::entries);
    }

    /** Of one code, the nearest centre's entry counts. */
    private List<Entry> entries(UnitOfWork unit) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Tenant centre : tenants.lineage(unit.context().tenant())) {
            unit.reading(centre.id(), visit -> items.demands().listed(MOST, visit).stream()
                            .map(ListedDemand::view)
                            .toList())
                    .forEach(demand -> entries.putIfAbsent(demand.code(), new Entry(centre, demand)));
        }
        return new ArrayList<>(entries.values());
    }

    /** The same by code. */
    Map<String, ListedDemand.View> inForce(UnitOfWork unit) {
        Map<String, ListedDemand.View> inForce = new LinkedHashMap<>();
        entries(unit).forEach(entry -> inForce.put(entry.demand().code(), entry.demand()));
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
     * @throws ProblemException {@code fields-invalid}; {@code precondition-failed}; {@code too-large} for more than two
     *     thousand entries
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
            present.ifPresent(demand -> context.requireVersion(demand.view().revision()));
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
        ListedDemand.View put = transactions.read(
                context.withoutKey(),
                unit -> items.demands().find(said.code(), unit).orElseThrow().view());
        return new Entry(tenants.get(context.tenant()), put);
    }

    /**
     * Takes an entry off this centre's list: what demands it is flagged from now on.
     *
     * @throws ProblemException {@code demand-unknown}
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public List<Entry> takeOut(String code, Mistake given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        Mistake why = FieldRules.require(given);
        transactions.write(context, Kept.class, unit -> {
            ListedDemand demand = found(code, unit);
            record(demand, "take-out", demand.takeOut(why.reason(), context.today()), unit);
            return new Kept(demand.code());
        });
        return list(context.withoutKey());
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
