package org.yichuang.journal.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Brings rows under proof whose last entry speaks of other columns: those of a version that knew no digests of rows,
 * and
 * all of a table after its columns have changed. It is done once for each centre, kind and set of columns, and is
 * itself
 * journaled, so that nobody can have it done again over what they have changed.
 */
public class RowBaseline {
    static final String TYPE = "row-baseline";

    private static final String CHAIN = "rows";
    private static final String COMPLETE = "complete";
    private static final int PART = 100;

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final List<ChainHeadProvider> providers;
    private final Clock machineClock;

    /**
     * @param providers whose rows are proved; it changes as modules come and go
     */
    public RowBaseline(
            TransactionBoundary boundary,
            Transactions transactions,
            List<ChainHeadProvider> providers,
            Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.providers = providers;
        this.machineClock = machineClock;
    }

    /** Brings a tenant's rows under proof, unless that has been done. */
    void ensure(TenantId tenant) {
        Map<String, String> done = new HashMap<>(lastComplete(tenant));
        boolean changed = false;
        for (ChainHeadProvider provider : providers.stream().toList()) {
            String shape = provider.shape(tenant);
            if (!shape.equals(done.put(provider.aggregateType(), shape))) {
                cover(tenant, provider, shape);
                changed = true;
            }
        }
        if (changed) {
            append(tenant, COMPLETE, done);
        }
    }

    private Map<String, String> lastComplete(TenantId tenant) {
        return boundary.readSql(connection -> EntryQueries.last(connection, tenant.value(), TYPE, CHAIN))
                .filter(entry -> entry.action().equals(COMPLETE))
                .map(entry -> Json.texts(entry.details()))
                .orElse(Map.of());
    }

    private void cover(TenantId tenant, ChainHeadProvider provider, String shape) {
        Optional<String> after = Optional.empty();
        List<RowState> page = provider.rows(tenant, after, PART);
        while (!page.isEmpty()) {
            Map<String, String> details = new HashMap<>();
            for (RowState row : page) {
                coverOf(tenant, provider.aggregateType(), row, shape)
                        .ifPresent(cover -> details.put(RowDigests.detail(provider.aggregateType(), row.id()), cover));
            }
            if (!details.isEmpty()) {
                append(tenant, "cover", details);
            }
            after = Optional.of(page.get(page.size() - 1).id());
            page = provider.rows(tenant, after, PART);
        }
    }

    /** A row without a chain of its own is taken as it stands; one with, only if it stands at the chain's end. */
    private Optional<String> coverOf(TenantId tenant, String type, RowState row, String shape) {
        Optional<EntryRow> last =
                boundary.readSql(connection -> EntryQueries.last(connection, tenant.value(), type, row.id()));
        if (last.filter(entry -> entry.after().startsWith(shape)).isPresent()) {
            return Optional.empty();
        }
        if (row.head().isEmpty()) {
            return Optional.of(row.digest());
        }
        ChainHead head = row.head().get();
        return last.filter(entry ->
                        entry.sequence() == head.sequence() && entry.hash().equals(head.hash()))
                .map(entry -> row.digest() + "@" + head.sequence());
    }

    private void append(TenantId tenant, String action, Map<String, String> details) {
        CallContext context = CallContext.system(tenant, machineClock.instant(), TYPE);
        transactions.write(context, Void.class, unit -> append(unit, action, details));
    }

    private static Void append(UnitOfWork unit, String action, Map<String, String> details) {
        String tenant = unit.context().tenant().value();
        unit.record(
                new AuditEntry(TYPE, CHAIN, action, "", "", details),
                EntryQueries.head(unit.connection(), tenant, TYPE, CHAIN));
        return null;
    }
}
