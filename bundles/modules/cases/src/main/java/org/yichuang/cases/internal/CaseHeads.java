package org.yichuang.cases.internal;

import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Tells the journal's verification where the chains of the cases end. */
public class CaseHeads implements ChainHeadProvider {
    private final Transactions transactions;
    private final CaseLedger desk;
    private final Tenants tenants;

    public CaseHeads(Transactions transactions, CaseLedger desk, Tenants tenants) {
        this.transactions = transactions;
        this.desk = desk;
        this.tenants = tenants;
    }

    @Override
    public String aggregateType() {
        return CaseLedger.AGGREGATE;
    }

    @Override
    public Map<String, ChainHead> heads(TenantId tenant, Optional<String> after, int most) {
        CallContext context = CallContext.system(tenant, tenants.clock().instant(), "verify");
        return transactions.read(context, unit -> desk.cases(unit).heads(after.orElse(""), most));
    }
}
