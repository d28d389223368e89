package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.journal.api.Transactions;
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
     * Returns the items that a centre above publishes and that are not accepted at this level, by code.
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
        List<ItemDefinition> found = transactions.read(
                context,
                unit -> unit.reading(
                        hall.id(),
                        visit -> published.notAcceptedAt(
                                here.level(),
                                CatalogueVersion.searchText(words),
                                page.cursor().orElse(""),
                                page.limit() + 1,
                                visit)));
        return Page.of(found, page.limit(), ItemDefinition::code).map(item -> new Card(item, Hall.of(hall)));
    }

    private Tenant find(TenantId centre, CallContext context) {
        return above(context).stream()
                .filter(each -> each.id().equals(centre))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID, "centre", LocalizedMessage.of(HallCards.class, "card.not-above")));
    }

    /** Returns the card of an item; {@code item-unknown} for one that is accepted here, or not published there. */
    @NeedsNoPermission("what is published may be known to everybody")
    public Card card(TenantId centre, String code, CallContext context) {
        Tenant hall = find(centre, context);
        Tenant here = tenants.get(context.tenant());
        return transactions
                .read(
                        context,
                        unit -> unit.reading(
                                hall.id(),
                                visit -> TextRules.isUnfit(code) || code.isEmpty()
                                        ? Optional.<ItemDefinition>empty()
                                        : Optional.ofNullable(published
                                                .definitions(List.of(code), visit)
                                                .get(code))))
                .filter(item -> !item.acceptanceLevels().contains(here.level()))
                .map(item -> new Card(item, Hall.of(hall)))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.ITEM_UNKNOWN,
                        LocalizedMessage.of(HallCards.class, "card.unknown", TextRules.cleaned(code))));
    }
}
