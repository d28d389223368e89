package org.yichuang.catalogue.internal;

import java.util.List;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.Items.Newest;
import org.yichuang.catalogue.internal.persistence.OwnSearch;
import org.yichuang.catalogue.internal.persistence.OwnSearch.Kind;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;

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

    /** Returns those that match, in the order of their codes. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<OwnItem> list(String words, Kind kind, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> {
            List<Newest> rows =
                    items.newest(OwnSearch.of(words, kind), page.cursor().orElse(""), page.limit() + 1, unit);
            Page<Newest> part = Page.of(
                    rows, page.limit(), row -> row.version().definition().code());
            return new Page<>(
                    part.items().stream()
                            .map(row -> new OwnItem(row.version().view(context.tenant()), row.isPublished()))
                            .toList(),
                    part.next());
        });
    }
}
