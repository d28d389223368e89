package org.yichuang.catalogue.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Tells the verification where the chains of imports end. */
public class ImportHeads implements ChainHeadProvider {
    private final Transactions transactions;
    private final Tenants tenants;
    private final Imports imports;

    /** Over the imports of each centre. */
    public ImportHeads(Transactions transactions, Tenants tenants, Imports imports) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.imports = imports;
    }

    @Override
    public String aggregateType() {
        return FileImport.AGGREGATE;
    }

    @Override
    public Map<String, ChainHead> heads(TenantId tenant, Optional<String> after, int most) {
        CallContext call = CallContext.system(tenant, tenants.clock().instant(), "verification");
        return transactions.read(call, unit -> {
            Map<String, ChainHead> heads = new LinkedHashMap<>();
            imports.after(after.orElse(""), most, unit).forEach(taken -> heads.put(taken.id(), taken.head()));
            return heads;
        });
    }
}
