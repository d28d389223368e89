package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;

/** What stands in a centre's own catalogue, drafts included: the editor's list. */
public class OwnItems {
    private final Transactions transactions;
    private final Items items;

    /** Over the catalogue of each centre. */
    public OwnItems(Transactions transactions, Items items) {
        this.transactions = transactions;
        this.items = items;
    }

    /**
     * An item of the centre's own.
     *
     * @param newest its draft, else its published version
     * @param isPublished whether some version of it is published
     */
    public record OwnItem(ItemVersion newest, boolean isPublished) {}

    /** Returns them in the order of their codes; retired ones are left out. */
    public Page<OwnItem> list(PageRequest page, CallContext context) {
        return transactions.read(context, unit -> {
            List<CatalogueItem> rows = items.itemsAfter(page.cursor().orElse(""), page.limit() + 1, unit);
            Page<CatalogueItem> part = Page.of(rows, page.limit(), CatalogueItem::code);
            List<String> codes = part.items().stream().map(CatalogueItem::code).toList();
            Map<String, CatalogueVersion> drafts = items.versions(codes, ItemVersion.State.DRAFT, unit);
            Map<String, CatalogueVersion> published = items.versions(codes, ItemVersion.State.PUBLISHED, unit);
            List<OwnItem> found = codes.stream()
                    .filter(code -> drafts.containsKey(code) || published.containsKey(code))
                    .map(code -> new OwnItem(
                            drafts.getOrDefault(code, published.get(code)).view(context.tenant()),
                            published.containsKey(code)))
                    .toList();
            return new Page<>(found, part.next());
        });
    }
}
