package org.yichuang.cases.internal;

import java.util.Map;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenants;

/** What the workbench counts of the day. */
public class CaseStatistics {
    private final Transactions transactions;
    private final CaseRepositories store;
    private final Tenants tenants;

    public CaseStatistics(Transactions transactions, CaseRepositories store, Tenants tenants) {
        this.transactions = transactions;
        this.store = store;
        this.tenants = tenants;
    }

    /** Counts what came in or was transferred here today, by where it stands now; for some departments, theirs. */
    @RequiresPermission(CasePermission.WORK)
    public Map<CaseState, Long> today(CallContext context) {
        context.require(CasePermission.WORK);
        Span span = new Span(
                tenants.get(context.tenant()).division(),
                context.today(),
                context.today(),
                Map.of(Attribute.DEPARTMENT, context.actor().departments()));
        return transactions.read(context, unit -> store.counts(unit).byState(span));
    }
}
