package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseCounts;
import org.yichuang.cases.internal.domain.CaseCounts.Row;
import org.yichuang.cases.internal.domain.CaseCounts.Span;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.Figure;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/** The manager's figures, each of which is the number of rows that it opens. */
public class CaseFigures {
    /**
     * All figures of some days.
     *
     * @param counts every figure
     * @param received how many were received on each day
     * @param decided how many were decided on each day
     */
    public record Sheet(Map<Figure, Long> counts, Map<LocalDate, Long> received, Map<LocalDate, Long> decided) {}

    private final Transactions transactions;
    private final CaseRepositories store;
    private final Tenants tenants;

    public CaseFigures(Transactions transactions, CaseRepositories store, Tenants tenants) {
        this.transactions = transactions;
        this.store = store;
        this.tenants = tenants;
    }

    /** Counts the last days, today included; for somebody of a department, its cases alone. */
    public Sheet sheet(int days, CallContext context) {
        Span span = span(days, context);
        return transactions.read(context, unit -> {
            CaseCounts counts = store.counts(unit);
            Map<Figure, Long> all = new EnumMap<>(Figure.class);
            for (Figure figure : Figure.values()) {
                all.put(figure, counts.count(figure, span));
            }
            return new Sheet(all, counts.byDay(Figure.RECEIVED, span), counts.byDay(Figure.DECIDED, span));
        });
    }

    /** Counts what was handed in, or transferred here, today, by where it stands now. */
    public Map<CaseState, Long> today(CallContext context) {
        return transactions.read(context, unit -> store.counts(unit).byState(span(1, context)));
    }

    /**
     * Returns the cases that a figure counts, by number.
     *
     * @throws ProblemException {@link CommonError#PARAMETER_UNREADABLE} when the cursor is none of ours
     */
    public Page<Row> rows(Figure figure, int days, PageRequest page, CallContext context) {
        String after = page.cursor().orElse("");
        if (!after.isEmpty() && !CaseNumbers.isWellFormed(after)) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE, "cursor", "游标无效，请从头查询", "The cursor cannot be read: start anew");
        }
        List<Row> rows = transactions.read(
                context, unit -> store.counts(unit).rows(figure, span(days, context), after, page.limit() + 1));
        return Page.of(rows, page.limit(), Row::number);
    }

    private Span span(int days, CallContext context) {
        String department = context.actor().department();
        return new Span(
                tenants.get(context.tenant()).division(),
                context.today().minusDays(days - 1L),
                context.today(),
                department.isEmpty() ? null : department);
    }
}
