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

/** What the workbench counts of the day. */
public class CaseStatistics {
    private final Transactions transactions;
    private final CaseRepositories store;

    public CaseStatistics(Transactions transactions, CaseRepositories store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** Counts what came in or was transferred here today, by where it stands now; for some departments, theirs. */
    @RequiresPermission(CasePermission.WORK)
    public Map<CaseState, Long> today(CallContext context) {
        context.require(CasePermission.WORK);
        Span span = new Span(
                context.today(),
                context.today(),
                Map.of(Attribute.DEPARTMENT, context.actor().departments()));
        return transactions.read(context, unit -> store.counts(unit).byState(span));
    }
}
