package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Accepted;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Keyed;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Cards for items that are done at a centre above and not here: where that is, and how one gets there (M-CAT-13). */
public class HallCards {
    /** The settings that say where a centre is: {@code .address}, {@code .phone}, {@code .bus}, {@code .hours}. */
    public static final String POLICY = "policy.catalogue.hall.";

    /** What is said of where a centre is. */
    public static final List<String> PARTS = List.of("address", "phone", "bus", "hours");

    private final Transactions transactions;
    private final Tenants tenants;
    private final PublishedRows published;

    /** Over what the centres above publish. */
    public HallCards(Transactions transactions, Tenants tenants, PublishedRows published) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.published = published;
    }

    /**
     * Where a centre is; what it does not say is empty.
     *
     * @param known whether its catalogue is known here: not where it lives in another deployment and nothing of it is
     */
    public record Hall(
            String centre, String name, String address, String phone, String bus, String hours, boolean known) {
        private static Hall of(Tenant centre, boolean known) {
            return new Hall(
                    centre.id().value(),
                    centre.name(),
                    centre.policy(POLICY + "address", ""),
                    centre.policy(POLICY + "phone", ""),
                    centre.policy(POLICY + "bus", ""),
                    centre.policy(POLICY + "hours", ""),
                    known);
        }
    }

    /** An item and where it is done. */
    public record Card(ItemDefinition item, Hall hall) {}

    /** Returns the centres above, the nearest first. */
    @NeedsNoPermission("where a service centre is may be known to everybody")
    public List<Hall> halls(CallContext context) {
        return transactions.read(context.withoutKey(), unit -> above(context).stream()
                .map(hall -> Hall.of(hall, isKnown(hall, unit)))
                .toList());
    }

    private boolean isKnown(Tenant hall, UnitOfWork unit) {
        return !hall.isElsewhere()
                || !unit.reading(hall.id(), visit -> published.refs(1, visit)).isEmpty();
    }

    private List<Tenant> above(CallContext context) {
        List<Tenant> lineage = tenants.lineage(context.tenant());
        return lineage.subList(1, lineage.size());
    }

    /**
     * Returns the items that a centre above publishes and accepts itself and that are accepted neither at this level
     * nor at one between, by code. What this centre, or one between, takes by a version of its own is not there.
     *
     * @param centre which one; the nearest where absent
     * @param words in name, code, department or alias
     * @throws ProblemException {@code fields-invalid} for a centre that is not above
     */
    @NeedsNoPermission("what is published may be known to everybody")
    public Page<Card> list(Optional<TenantId> centre, String words, PageRequest page, CallContext context) {
        List<Tenant> above = above(context);
        if (above.isEmpty() && centre.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Tenant hall = centre.isEmpty() ? above.get(0) : find(centre.get(), context);
        List<Tenant> nearer = nearer(hall, context);
        Accepted asked = new Accepted(
                hall.level(), nearer.stream().map(Tenant::level).toList(), CatalogueVersion.searchText(words));
        return transactions.read(context, unit -> {
            List<String> codes = new ArrayList<>();
            String after = page.cursor().orElse("");
            List<Keyed> read;
            do {
                String from = after;
                read = unit.reading(hall.id(), visit -> published.accepted(asked, from, visit));
                codes.addAll(doneNowhereNearer(read, nearer, unit));
                after = read.isEmpty() ? after : read.get(read.size() - 1).code();
            } while (codes.size() <= page.limit() && read.size() == PublishedRows.CHUNK);
            return Page.of(codes.subList(0, Math.min(codes.size(), page.limit() + 1)), page.limit(), code -> code)
                    .map(cards(codes, page, hall, unit)::get);
        });
    }

    /** The centres from this one up to the one below a hall: nobody is sent past one that takes the item. */
    private List<Tenant> nearer(Tenant hall, CallContext context) {
        return tenants.lineage(context.tenant()).stream()
                .takeWhile(centre -> !centre.id().equals(hall.id()))
                .toList();
    }

    private Map<String, Card> cards(List<String> codes, PageRequest page, Tenant hall, UnitOfWork unit) {
        List<String> shown = codes.subList(0, Math.min(codes.size(), page.limit()));
        Map<String, Card> cards = new HashMap<>();
        unit.reading(hall.id(), visit -> published.definitions(shown, visit))
                .forEach((code, item) -> cards.put(code, new Card(item, Hall.of(hall, true))));
        return cards;
    }

    /** Leaves out the same items that a nearer centre takes by versions of its own, whatever codes it has for them. */
    private List<String> doneNowhereNearer(List<Keyed> found, List<Tenant> nearer, UnitOfWork unit) {
        Set<String> done = new HashSet<>();
        List<String> keys = found.stream().map(Keyed::key).distinct().toList();
        for (Tenant centre : nearer) {
            done.addAll(unit.reading(centre.id(), visit -> published.acceptedKeys(keys, centre.level(), visit)));
        }
        return found.stream()
                .filter(each -> !done.contains(each.key()))
                .map(Keyed::code)
                .toList();
    }

    private Tenant find(TenantId centre, CallContext context) {
        return above(context).stream()
                .filter(each -> each.id().equals(centre))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID, "centre", LocalizedMessage.of(HallCards.class, "card.not-above")));
    }

    /** Returns the card of an item; {@code item-unknown} for one that is taken here or nearer, or not taken there. */
    @NeedsNoPermission("what is published may be known to everybody")
    public Card card(TenantId centre, String code, CallContext context) {
        Tenant hall = find(centre, context);
        List<Tenant> nearer = nearer(hall, context);
        Optional<ItemDefinition> found = TextRules.isUnfit(code) || code.isEmpty()
                ? Optional.empty()
                : transactions.read(context, unit -> Optional.ofNullable(unit.reading(hall.id(), visit -> published
                                .definitions(List.of(code), visit)
                                .get(code)))
                        .filter(item -> item.acceptanceLevels().contains(hall.level()))
                        .filter(item -> nearer.stream()
                                .noneMatch(each -> item.acceptanceLevels().contains(each.level())))
                        .filter(item -> !doneNowhereNearer(List.of(Keyed.of(code)), nearer, unit)
                                .isEmpty()));
        return found.map(item -> new Card(item, Hall.of(hall, true)))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.ITEM_UNKNOWN,
                        LocalizedMessage.of(HallCards.class, "card.unknown", TextRules.cleaned(code))));
    }
}
