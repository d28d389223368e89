package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Brings rows under proof whose last entry speaks of other columns: those of a version that knew no digests of rows,
 * and all of a table after its columns have changed. A row is compared with what its last entry has left, over the
 * columns of then, as long as these can be told; one that departs is named, for ever. It is done once for each centre,
 * kind and set of columns, and is itself journaled, so that nobody can have it done again over what they have changed.
 */
public class RowBaseline {
    static final String TYPE = "row-baseline";

    private static final Logger LOG = LoggerFactory.getLogger(RowBaseline.class);
    private static final String CHAIN = "rows";
    private static final String COMPLETE = "complete";
    private static final int PART = 100;
    private static final int WALK = 2_000;
    /** How often rows are looked at again of which some depart: they may just have been worked on. */
    private static final int LOOKS = 5;

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final List<ChainHeadProvider> providers;
    private final EntrySeals seals;
    private final Clock machineClock;
    /** The tenants for which nothing is to be done while these providers prove this database. */
    private final Set<TenantId> settled = ConcurrentHashMap.newKeySet();
    /** Who verifies while the job is at the same centre waits for it, instead of doing and writing it all as well. */
    private final Map<TenantId, Object> turns = new ConcurrentHashMap<>();
    /** What has been begun and has failed on the way. */
    private final Map<TenantId, Progress> begun = new ConcurrentHashMap<>();

    private List<ChainHeadProvider> seen = List.of();
    private int databaseChanges;

    /**
     * @param providers whose rows are proved; it changes as modules come and go
     * @param key makes the hashes of entries
     */
    public RowBaseline(
            TransactionBoundary boundary,
            Transactions transactions,
            List<ChainHeadProvider> providers,
            ChainKey key,
            Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.providers = providers;
        this.seals = new EntrySeals(key);
        this.machineClock = machineClock;
    }

    /** Brings a tenant's rows under proof, unless that has been done. */
    void ensure(TenantId tenant) {
        ensure(tenant, unit -> {});
    }

    /** @param first what each transaction begins with */
    void ensure(TenantId tenant, Consumer<UnitOfWork> first) {
        synchronized (turns.computeIfAbsent(tenant, any -> new Object())) {
            settle(tenant, first);
        }
    }

    private void settle(TenantId tenant, Consumer<UnitOfWork> first) {
        List<ChainHeadProvider> present = present();
        if (settled.contains(tenant)) {
            return;
        }
        Map<String, String> done = new HashMap<>(lastComplete(tenant));
        List<RowTakeover> due = due(tenant, present, done);
        if (!due.isEmpty()) {
            // Nobody else goes on with it meanwhile; what fails is gone on with where it was
            Progress progress =
                    Optional.ofNullable(begun.remove(tenant)).orElseGet(() -> new Progress(tenant, present));
            try {
                progress.walk();
                takeOver(tenant, due, progress, done, first);
            } catch (RuntimeException e) {
                begun.put(tenant, progress);
                throw e;
            }
        }
        settled.add(tenant);
    }

    /** Whether nothing is to be taken over at a tenant: rows that are written anew lose nothing by it. */
    boolean isUnderProof(TenantId tenant) {
        List<ChainHeadProvider> present = present();
        boolean isDone = settled.contains(tenant)
                || due(tenant, present, lastComplete(tenant)).isEmpty();
        if (isDone) {
            settled.add(tenant);
            begun.remove(tenant);
        }
        return isDone;
    }

    private static List<RowTakeover> due(TenantId tenant, List<ChainHeadProvider> present, Map<String, String> done) {
        List<RowTakeover> due = new ArrayList<>();
        for (ChainHeadProvider provider : present) {
            String shape = provider.shape(tenant);
            String before = done.get(provider.aggregateType());
            if (!shape.equals(before)) {
                due.add(new RowTakeover(provider, shape, before != null));
            }
        }
        return due;
    }

    /** Each kind by itself: one that fails keeps no other back, and what is done is not done again. */
    private void takeOver(
            TenantId tenant,
            List<RowTakeover> due,
            Progress progress,
            Map<String, String> done,
            Consumer<UnitOfWork> first) {
        Optional<RuntimeException> failure = Optional.empty();
        boolean isNoted = true;
        for (RowTakeover takeover : due) {
            try {
                boolean hadRows = takeOver(tenant, takeover, progress, first);
                done.put(takeover.type(), takeover.shape());
                if (hadRows) {
                    append(tenant, COMPLETE, done, first);
                }
                isNoted = hadRows;
            } catch (RuntimeException e) {
                if (Failures.isNobodysFault(e)) {
                    throw e;
                }
                failure = failure.or(() -> Optional.of(e));
            }
        }
        if (!isNoted) {
            append(tenant, COMPLETE, done, first);
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** The providers that are there; whatever was settled with others, or in another database, is open again. */
    private synchronized List<ChainHeadProvider> present() {
        List<ChainHeadProvider> now = providers.stream().toList();
        int changes = boundary.guard().changes();
        if (changes != databaseChanges || !isSame(now, seen)) {
            settled.clear();
            begun.clear();
            databaseChanges = changes;
            seen = now;
        }
        return now;
    }

    private static boolean isSame(List<ChainHeadProvider> left, List<ChainHeadProvider> right) {
        return left.size() == right.size()
                && IntStream.range(0, left.size()).allMatch(i -> left.get(i) == right.get(i));
    }

    /** How far one taking over has come: through the trail, and then through the rows. */
    private final class Progress {
        private final TenantId tenant;
        private final RowCheck trail;
        private final Map<String, String> lastRows = new HashMap<>();
        private Optional<String> type;
        private String id = "";
        private long sequence;

        Progress(TenantId tenant, List<ChainHeadProvider> present) {
            this.tenant = tenant;
            trail = new RowCheck(boundary, present, tenant);
            type = typeAfter(tenant, "");
        }

        /** Notes what the whole trail says about rows, as far as that has not been done. */
        void walk() {
            while (type.isPresent()) {
                List<EntryRow> page = entriesAfter(tenant, type.get(), id, sequence);
                page.forEach(trail::entry);
                if (page.isEmpty()) {
                    type = typeAfter(tenant, type.get());
                    id = "";
                    sequence = 0;
                } else {
                    id = page.get(page.size() - 1).aggregateId();
                    sequence = page.get(page.size() - 1).sequence();
                }
            }
        }
    }

    private Optional<String> typeAfter(TenantId tenant, String type) {
        return boundary.readSql(
                RowScope.of(tenant), connection -> EntryQueries.nextType(connection, tenant.value(), type));
    }

    private List<EntryRow> entriesAfter(TenantId tenant, String type, String id, long sequence) {
        return boundary.readSql(
                RowScope.of(tenant),
                connection -> EntryQueries.walk(connection, tenant.value(), type, id, sequence, WALK));
    }

    private Map<String, String> lastComplete(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> lastComplete(connection, tenant.value(), seals));
    }

    /**
     * What digests over the columns begin with that a tenant's rows have been taken over to last, by kind; as the last
     * note says that stands as it was written. Who could change one would keep rows from being taken over, and have
     * what they edit believed.
     */
    static Map<String, String> lastComplete(Connection connection, String tenant, EntrySeals seals) {
        return seals.lastIntact(connection, tenant, TYPE, CHAIN, COMPLETE)
                .map(entry -> Json.texts(entry.details()))
                .orElse(Map.of());
    }

    /** Tells whether there was a row to be taken over. */
    private boolean takeOver(TenantId tenant, RowTakeover takeover, Progress progress, Consumer<UnitOfWork> first) {
        boolean hadRows = false;
        RowCheck trail = progress.trail;
        Optional<String> after = Optional.ofNullable(progress.lastRows.get(takeover.type()));
        long unproved = 0;
        List<RowState> page = takeover.rows(tenant, after, PART);
        while (!page.isEmpty()) {
            RowTakeover.Part part = takeover.part(tenant, after, page, trail);
            for (int look = 0; look < LOOKS && part.departs(); look++) {
                part.departed().forEach(row -> trail.walkOn(takeover.type(), row));
                page = takeover.rows(tenant, after, PART);
                part = takeover.part(tenant, after, page, trail);
            }
            if (!part.details().isEmpty()) {
                append(tenant, "cover", part.details(), first);
                hadRows = true;
            }
            unproved += part.unproved();
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
            after.ifPresent(id -> progress.lastRows.put(takeover.type(), id));
            page = page.isEmpty() ? page : takeover.rows(tenant, after, PART);
        }
        if (unproved > 0) {
            LOG.info(
                    "{} rows of {} at {} were taken as they stand: what was left of them cannot be compared any more",
                    unproved,
                    takeover.type(),
                    tenant);
        }
        return hadRows;
    }

    private void append(TenantId tenant, String action, Map<String, String> details, Consumer<UnitOfWork> first) {
        CallContext context = CallContext.system(tenant, machineClock.instant(), TYPE);
        transactions.write(context, Void.class, unit -> {
            first.accept(unit);
            return append(unit, action, details);
        });
    }

    private static Void append(UnitOfWork unit, String action, Map<String, String> details) {
        String tenant = unit.context().tenant().value();
        unit.record(
                new AuditEntry(TYPE, CHAIN, action, "", "", details),
                EntryQueries.head(unit.connection(), tenant, TYPE, CHAIN));
        return null;
    }
}
