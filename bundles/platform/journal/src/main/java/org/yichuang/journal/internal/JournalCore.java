package org.yichuang.journal.internal;

import java.time.Clock;
import javax.sql.DataSource;
import javax.transaction.TransactionManager;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.PlatformClock;

/** What all of the journal stands on, put together: the database, the key, who this container is, transactions. */
public final class JournalCore {
    final String base;
    final PlatformClock clock;
    final Clock machineClock;
    final Node node = new Node();
    final CommitListeners commits = new CommitListeners();
    final AnchorWatch anchorWatch = new AnchorWatch();
    final TransactionBoundary boundary;
    final ChainKey key;
    private final JtaTransactions transactions;
    private final DatabaseLeases leases;

    /** @param base the folder of the container, where its key lies */
    public JournalCore(TransactionManager manager, DataSource source, String base, PlatformClock clock) {
        this.base = base;
        this.clock = clock;
        machineClock = clock.machine();
        boundary = new TransactionBoundary(manager, source);
        key = KeyFile.open(base, boundary);
        transactions = new JtaTransactions(boundary, key, node, commits, anchorWatch, machineClock);
        leases = new DatabaseLeases(boundary, node);
    }

    public JtaTransactions transactions() {
        return transactions;
    }

    public DatabaseLeases leases() {
        return leases;
    }

    public AnchorWatch anchorWatch() {
        return anchorWatch;
    }

    /** Whether the database keeps the tenants apart by itself. */
    public RowSecurityReport rowSecurity() {
        return new RowSecurityReport(boundary);
    }

    public KeyedDigests digests() {
        return new JournalKeyDigests(key);
    }

    /** What removes technical rows that are old enough. */
    public RetentionJob retention(JournalSettings settings) {
        return new RetentionJob(new Retention(boundary, transactions, machineClock, settings));
    }
}
