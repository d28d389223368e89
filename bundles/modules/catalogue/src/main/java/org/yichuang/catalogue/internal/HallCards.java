package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows.Accepted;
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

    /** So often is read at most until a part is full. */
    private static final int MOST_READS = 20;

    private final Transactions transactions;
    private final Tenants tenants;
    private final PublishedRows published;

    /** Over what the centres above publish. */
    public HallCards(Transactions transactions, Tenants tenants, PublishedRows published) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.published = published;
    }

    /** Where a centre is; what it does not say is empty. */
    public record Hall(String centre, String name, String address, String phone, String bus, String hours) {
        private static Hall of(Tenant centre) {
            return new Hall(
                    centre.id().value(),
                    centre.name(),
                    centre.policy(POLICY + "address", ""),
                    centre.policy(POLICY + "phone", ""),
                    centre.policy(POLICY + "bus", ""),
                    centre.policy(POLICY + "hours", ""));
        }
    }

    /** An item and where it is done. */
    public record Card(ItemDefinition item, Hall hall) {}

    /** Returns the centres above, the nearest first. */
    @NeedsNoPermission("where a service centre is may be known to everybody")
    public List<Hall> halls(CallContext context) {
        return above(context).stream().map(Hall::of).toList();
    }

    private List<Tenant> above(CallContext context) {
        List<Tenant> lineage = tenants.lineage(context.tenant());
        return lineage.subList(1, lineage.size());
    }

    /**
     * Returns the items that a centre above publishes and accepts itself and that are not accepted at this level, by
     * code. What this centre publishes and accepts under the same code is not there; a part may be shorter for it.
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
        Tenant here = tenants.get(context.tenant());
        Accepted asked = new Accepted(hall.level(), here.level(), CatalogueVersion.searchText(words));
        return transactions.read(context, unit -> {
            List<ItemDefinition> rows = new ArrayList<>();
            String after = page.cursor().orElse("");
            for (int i = 0; i < MOST_READS && rows.size() <= page.limit(); i++) {
                String from = after;
                List<ItemDefinition> read =
                        unit.reading(hall.id(), visit -> published.accepted(asked, from, page.limit() + 1, visit));
                rows.addAll(notDoneHere(read, here, unit));
                if (read.size() <= page.limit()) {
                    return cards(rows, page, hall);
                }
                after = read.get(read.size() - 1).code();
            }
            return rows.size() > page.limit()
                    ? cards(rows, page, hall)
                    : new Page<>(rows, after).map(item -> new Card(item, Hall.of(hall)));
        });
    }

    private static Page<Card> cards(List<ItemDefinition> rows, PageRequest page, Tenant hall) {
        List<ItemDefinition> some = rows.subList(0, Math.min(rows.size(), page.limit() + 1));
        return Page.of(some, page.limit(), ItemDefinition::code).map(item -> new Card(item, Hall.of(hall)));
    }

    /** Leaves out what this centre accepts by a version of its own. */
    private List<ItemDefinition> notDoneHere(List<ItemDefinition> found, Tenant here, UnitOfWork unit) {
        Map<String, ItemDefinition> own =
                published.definitions(found.stream().map(ItemDefinition::code).toList(), unit);
        return found.stream()
                .filter(item -> !own.containsKey(item.code())
                        || !own.get(item.code()).acceptanceLevels().contains(here.level()))
                .toList();
    }

    private Tenant find(TenantId centre, CallContext context) {
        return above(context).stream()
                .filter(each -> each.id().equals(centre))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID, "centre", LocalizedMessage.of(HallCards.class, "card.not-above")));
    }

    /** Returns the card of an item; {@code item-unknown} for one that is accepted here, or not accepted there. */
    @NeedsNoPermission("what is published may be known to everybody")
    public Card card(TenantId centre, String code, CallContext context) {
        Tenant hall = find(centre, context);
        Tenant here = tenants.get(context.tenant());
        Optional<ItemDefinition> found = TextRules.isUnfit(code) || code.isEmpty()
                ? Optional.empty()
                : transactions.read(context, unit -> {
                    List<ItemDefinition> there = unit.reading(
                            hall.id(),
                            visit -> List.copyOf(
                                    published.definitions(List.of(code), visit).values()));
                    return notDoneHere(there, here, unit).stream().findFirst();
                });
        return found.filter(item -> item.acceptanceLevels().contains(hall.level()))
                .filter(item -> !item.acceptanceLevels().contains(here.level()))
                .map(item -> new Card(item, Hall.of(hall)))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.ITEM_UNKNOWN,
                        LocalizedMessage.of(HallCards.class, "card.unknown", TextRules.cleaned(code))));
    }
}
