package org.yichuang.journal.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.AnchorContent;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** Fastens the newest entries of a tenant, and the head of its anchors to a file. */
public class Anchoring {
    /** The place before every pending row. */
    static final PendingRow BEGINNING = new PendingRow("", "", 0, "");

    /** What is told on this node when entries have been anchored. */
    static final String ANCHORED = "journal-anchored";

    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);
    private static final int BATCH = 500;
    private static final Duration LOG_EVERY = Duration.ofMinutes(10);

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final ChainKey key;
    private final AnchorFiles files;
    private final CommitListeners commits;
    private final Clock machineClock;
    private final Map<TenantId, AnchorHead> filed = new ConcurrentHashMap<>();
    private final Map<TenantId, Instant> unwritten = new ConcurrentHashMap<>();
    private int databaseChanges;
    private final Set<TenantId> contradicted = ConcurrentHashMap.newKeySet();
    private volatile Consumer<TenantId> beforeCatchingUp = tenant -> {};

    public Anchoring(
            TransactionBoundary boundary,
            Transactions transactions,
            ChainKey key,
            AnchorFiles files,
            CommitListeners commits,
            Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.key = key;
        this.files = files;
        this.commits = commits;
        this.machineClock = machineClock;
    }

    /** The tenants with entries that no anchor holds. */
    List<TenantId> waiting() {
        return StoredTenants.tenants(boundary.readSql(
                RowScope.acrossTenants("whose entries wait for an anchor"), AnchorQueries::waitingTenants));
    }

    /** The tenants that have anchors, whether or not their centres are still there. */
    List<TenantId> anchored() {
        return StoredTenants.tenants(
                boundary.readSql(RowScope.acrossTenants("who has anchors"), AnchorQueries::anchoredTenants));
    }

    /** Has the database looked at again before it is worked with next. */
    void askAgain() {
        boundary.guard().askAgain();
    }

    /** What rows of the journal name as a tenant and none can be called: they are passed over. */
    public List<String> ofNoTenant() {
        return boundary.readSql(RowScope.acrossTenants("rows of tenants that are none"), connection -> Stream.concat(
                        AnchorQueries.waitingTenants(connection).stream(),
                        AnchorQueries.anchoredTenants(connection).stream())
                .filter(name -> !TenantId.isWellFormed(name))
                .distinct()
                .sorted()
                .toList());
    }

    /** The number of a tenant's last anchor, 0 when it has none. */
    long lastAnchor(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> AnchorQueries.head(connection, tenant.value()))
                .number();
    }

    /** The tenants whose file this container could not write at last. */
    public List<TenantId> unwritten() {
        return unwritten.keySet().stream().sorted().toList();
    }

    /** The tenants whose file contradicts the database. */
    public List<TenantId> contradicted() {
        return contradicted.stream().sorted().toList();
    }

    /** Sets what looks at a tenant before its file is completed. */
    void beforeCatchingUp(Consumer<TenantId> look) {
        beforeCatchingUp = look;
    }

    /** A tenant's file has begun anew with a head: what it said before is kept elsewhere. */
    void refiled(TenantId tenant, AnchorHead head) {
        filed.put(tenant, head);
        contradicted.remove(tenant);
    }

    /** Anchors everything that waits in a tenant. */
    void anchor(TenantId tenant, UnitOfWork.Lease lease) {
        int batch = BATCH;
        while (batch == BATCH) {
            CallContext context = CallContext.system(tenant, machineClock.instant(), "anchor");
            Batch done = transactions.write(context, Batch.class, unit -> anchorBatch(unit, lease));
            batch = done.size;
            done.anchor.ifPresent(anchor -> file(tenant, anchor.before(), anchor.head()));
        }
    }

    private Batch anchorBatch(UnitOfWork unit, UnitOfWork.Lease lease) {
        unit.require(lease);
        String tenant = unit.context().tenant().value();
        List<PendingRow> rows = AnchorQueries.pending(unit.connection(), tenant, BEGINNING, BATCH);
        if (rows.isEmpty()) {
            return new Batch(0, Optional.empty());
        }
        Anchor anchor = Anchor.after(
                AnchorQueries.head(unit.connection(), tenant),
                tenant,
                JtaUnitOfWork.micros(unit.context().at()),
                AnchorContent.write(rows),
                key);
        AnchorQueries.insert(unit.connection(), anchor, rows.size());
        unit.afterCommit(() -> commits.wake(ANCHORED));
        Dialect.of(unit.connection()).forgetPending(unit.connection(), tenant, rows);
        return new Batch(rows.size(), Optional.of(anchor));
    }

    /** Completes the file when a crash has kept the last head from it, or another container has anchored meanwhile. */
    void catchUp(TenantId tenant) {
        beforeCatchingUp.accept(tenant);
        AnchorHead head =
                boundary.readSql(RowScope.of(tenant), connection -> AnchorQueries.head(connection, tenant.value()));
        if (head.number() > 0) {
            file(tenant, Anchor.START, head);
        }
    }

    /**
     * Appends a head to the tenant's file, if the file's last head still stands in the database before it. Otherwise
     * the file contradicts the database: it is evidence then, and not written.
     *
     * @param before a head that is known to stand in the database before this one
     */
    private void file(TenantId tenant, AnchorHead before, AnchorHead head) {
        forgetAnotherDatabase();
        try {
            AnchorHead last = files.last(tenant);
            if (last.equals(head)) {
                return;
            }
            if (isTouched(tenant, last) || (!last.equals(before) && !stands(tenant, last, head))) {
                if (contradicted.add(tenant)) {
                    LOG.error("The anchors of {} contradict the file anchors/{}.log: verify it", tenant, tenant);
                }
                return;
            }
            files.append(tenant, head);
            filed.put(tenant, head);
            contradicted.remove(tenant);
            unwritten.remove(tenant);
        } catch (IOException e) {
            logUnwritten(tenant, e);
        }
    }

    /** What was filed of the database before says nothing about the one that has come into its place. */
    private synchronized void forgetAnotherDatabase() {
        int now = boundary.guard().changes();
        if (now != databaseChanges) {
            databaseChanges = now;
            filed.clear();
            contradicted.clear();
        }
    }

    /** Whether somebody has removed or cut the file: it is not what this container has left. */
    private boolean isTouched(TenantId tenant, AnchorHead last) throws IOException {
        AnchorHead left = filed.get(tenant);
        if (left == null) {
            return last.number() == 0 && files.isBegun(tenant);
        }
        return last.number() < left.number() || (last.number() == left.number() && !last.equals(left));
    }

    /** Once in a while: anchors come five times a second, and a full disk stays full for longer. */
    private void logUnwritten(TenantId tenant, IOException failure) {
        Instant now = machineClock.instant();
        Instant logged = unwritten.get(tenant);
        if (logged == null || now.isAfter(logged.plus(LOG_EVERY))) {
            unwritten.put(tenant, now);
            LOG.error("anchors/{}.log cannot be written; it stays behind the database: {}", tenant, failure.toString());
        }
    }

    private boolean stands(TenantId tenant, AnchorHead last, AnchorHead next) {
        if (last.number() == 0) {
            return true;
        }
        return last.number() < next.number()
                && boundary.readSql(
                                RowScope.of(tenant),
                                connection -> AnchorQueries.hash(connection, tenant.value(), last.number()))
                        .filter(last.hash()::equals)
                        .isPresent();
    }

    private record Batch(int size, Optional<Anchor> anchor) {}
}
