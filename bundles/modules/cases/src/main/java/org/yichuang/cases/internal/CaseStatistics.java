package org.yichuang.cases.internal;

import java.util.Map;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseState;
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

    /** Counts what was handed in, or transferred here, today, by where it stands now; a department, its own. */
    @RequiresPermission(CasePermission.WORK)
    public Map<CaseState, Long> today(CallContext context) {
        context.require(CasePermission.WORK);
        String department = context.actor().department();
        Span span = new Span(
                tenants.get(context.tenant()).division(),
                context.today(),
                context.today(),
                department.isEmpty() ? null : department,
                null,
                null);
        return transactions.read(context, unit -> store.counts(unit).byState(span));
    }
}
