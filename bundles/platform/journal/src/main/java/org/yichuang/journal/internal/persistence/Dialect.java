package org.yichuang.journal.internal.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;

/** The few statements that differ between the two databases. */
public interface Dialect {
    /** Writes all rows of a step. */
    void append(Connection connection, StepRows rows);

    /** Reads entries of a tenant by aggregate and sequence, in any order; what is not there any more is left out. */
    List<EntryRow> entries(Connection connection, String tenant, List<PendingRow> refs);

    /** Deletes rows that have been anchored. */
    void forgetPending(Connection connection, String tenant, List<PendingRow> rows);

    /** The database's own clock, which all containers share, in microseconds since 1970. */
    long nowMicros(Connection connection);

    /** Whether row-level security binds the role of this connection: it owns nothing, and nothing excepts it. */
    boolean isRowSecurityActive(Connection connection);

    /** Whether the database can keep tenants' rows apart by itself. */
    boolean hasRowSecurity();

    /** The dialect of a connection; asked each time, for a data source may be replaced under a running container. */
    static Dialect of(Connection connection) {
        try {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
                    ? PostgresDialect.INSTANCE
                    : DerbyDialect.INSTANCE;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
