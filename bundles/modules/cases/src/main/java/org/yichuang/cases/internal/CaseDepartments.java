package org.yichuang.cases.internal;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.CaseCounts.Attribute;
import org.yichuang.cases.internal.domain.CaseCounts.Part;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.tenancy.api.DepartmentUsage;

/** The departments that have cases which have not ended. */
public class CaseDepartments implements DepartmentUsage {
    private static final int MOST = 500;

    private final Transactions transactions;
    private final CaseRepositories store;

    /** Over the cases of each centre. */
    public CaseDepartments(Transactions transactions, CaseRepositories store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public LocalizedMessage what() {
        return LocalizedMessage.of(CaseDepartments.class, "departments-open-cases");
    }

    @Override
    @NeedsNoPermission("asked by the list of departments, which has required its own")
    public Set<String> named(CallContext context) {
        Span here = new Span(context.today(), context.today(), Map.of());
        return transactions.read(context, unit -> {
            Set<String> named = store.counts(unit).by(Attribute.DEPARTMENT, Figure.HERE, here, MOST).stream()
                    .map(Part::key)
                    .collect(Collectors.toSet());
            named.addAll(store.branches(unit).departments(MOST));
            return named;
        });
    }
}
