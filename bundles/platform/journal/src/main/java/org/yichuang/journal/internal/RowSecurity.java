package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.internal.persistence.DatabaseFailure;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.Sql;

/**
 * Tells PostgreSQL whose rows a transaction may see, where its row-level security binds the role that we work as. Asked
 * once for each database and role: where one role owns all, or on Derby, no statement is spent.
 */
final class RowSecurity {
    private static final Logger LOG = LoggerFactory.getLogger(RowSecurity.class);
    /** Ends with the transaction: a connection that goes back to the pool names nobody. */
    private static final String NAME = "SELECT set_config('yichuang.tenant', ?, true)";

    private volatile Known known = new Known("", false);

    /** What is known of a database as one role sees it. */
    private record Known(String as, boolean isActive) {}

    /** Names whose rows the running transaction sees from now on. */
    void show(Connection connection, RowScope scope) {
        if (!scope.equals(RowScope.DEPLOYMENT) && isActive(connection)) {
            name(connection, scope);
        }
    }

    /**
     * Does something with other rows in sight, and has those of before in sight again when it is done.
     *
     * @param connection of the running transaction, which is in use until then
     */
    <T> T showing(Connection connection, RowScope there, RowScope before, Supplier<T> work) {
        show(connection, there);
        T result;
        try {
            result = work.get();
        } catch (RuntimeException failure) {
            try {
                show(connection, before);
            } catch (DatabaseFailure e) { // the transaction is broken already, and is rolled back
                failure.addSuppressed(e);
            }
            throw failure;
        }
        show(connection, before);
        return result;
    }

    /** Forgets what is known: rights may have been changed. */
    void askAgain() {
        known = new Known("", false);
    }

    private static void name(Connection connection, RowScope scope) {
        if (!scope.reason().isEmpty()) {
            LOG.trace("Across the tenants: {}", scope.reason());
        }
        Sql.first(connection, NAME, row -> row.getString(1), scope.setting());
    }

    private boolean isActive(Connection connection) {
        try {
            String as = connection.getMetaData().getURL() + " "
                    + connection.getMetaData().getUserName();
            Known last = known;
            if (!last.as.equals(as)) {
                last = new Known(as, Dialect.of(connection).isRowSecurityActive(connection));
                known = last;
            }
            return last.isActive;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
