package org.yichuang.catalogue.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Tells the verification where the chains of items end. */
public class ItemHeads implements ChainHeadProvider {
    private final Transactions transactions;
    private final Tenants tenants;
    private final Items items;

    /** Over the items of each centre. */
    public ItemHeads(Transactions transactions, Tenants tenants, Items items) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.items = items;
    }

    @Override
    public String aggregateType() {
        return ItemActs.AGGREGATE;
    }

    @Override
    public Map<String, ChainHead> heads(TenantId tenant, Optional<String> after, int most) {
        CallContext call = CallContext.system(tenant, tenants.clock().instant(), "verification");
        return transactions.read(call, unit -> {
            Map<String, ChainHead> heads = new LinkedHashMap<>();
            items.itemsAfter(after.orElse(""), most, unit).forEach(item -> heads.put(item.code(), item.head()));
            return heads;
        });
    }
}
