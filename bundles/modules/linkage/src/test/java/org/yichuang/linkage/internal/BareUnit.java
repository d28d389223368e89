package org.yichuang.linkage.internal;

import java.sql.Connection;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/** What no test of the linkage asks of a transaction. */
abstract class BareUnit implements UnitOfWork {
    @Override
    public Connection connection() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void require(Lease lease) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requireAnchored() {
        // Nothing waits for an anchor here
    }

    @Override
    public <T> T reading(TenantId tenant, Transactions.Work<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void afterCommit(Runnable action) {
        throw new UnsupportedOperationException();
    }
}
