package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.List;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.Sql;

/** Tells whether the database keeps the tenants apart by itself. */
public final class RowSecurityReport {
    /** Tables with a tenant, and whether policies bind our role there. */
    private static final String TABLES =
            """
            SELECT c.relname, row_security_active(c.oid), pg_has_role(c.relowner, 'USAGE')
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'journal_entry'::regclass)
              AND c.relkind IN ('r', 'p') AND a.attname = 'tenant' AND NOT a.attisdropped
            ORDER BY c.relname""";

    private static final String IS_EXCEPTED =
            "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";

    private final TransactionBoundary boundary;

    RowSecurityReport(TransactionBoundary boundary) {
        this.boundary = boundary;
    }

    /** How it stands. */
    public enum State {
        /** Each transaction sees its tenant's rows only, in every table that has a tenant. */
        ENFORCED,
        /** So it is but for some tables. */
        INCOMPLETE,
        /** The role that works with the tables owns them: policies do not bind it. */
        ONE_ROLE,
        /** The server excepts the role from policies. */
        EXCEPTED,
        /** The database has no such thing. */
        UNKNOWN_HERE
    }

    /**
     * What was found.
     *
     * @param tables how many have a tenant
     * @param open those in which policies do not bind our role
     */
    public record Report(State state, int tables, List<String> open) {}

    private record Table(String name, boolean isSecured, boolean isOurs) {}

    /** Asks the database. */
    public Report look() {
        return boundary.readSql(RowScope.DEPLOYMENT, RowSecurityReport::look);
    }

    private static Report look(Connection connection) {
        if (!Dialect.of(connection).hasRowSecurity()) {
            return new Report(State.UNKNOWN_HERE, 0, List.of());
        }
        List<Table> tables =
                Sql.list(connection, TABLES, row -> new Table(row.getString(1), row.getBoolean(2), row.getBoolean(3)));
        List<String> open = tables.stream()
                .filter(table -> !table.isSecured)
                .map(Table::name)
                .toList();
        return new Report(state(connection, tables, open), tables.size(), open);
    }

    private static State state(Connection connection, List<Table> tables, List<String> open) {
        if (open.isEmpty()) {
            return State.ENFORCED;
        }
        if (Sql.first(connection, IS_EXCEPTED, row -> row.getBoolean(1)).orElse(false)) {
            return State.EXCEPTED;
        }
        return tables.stream().allMatch(Table::isOurs) ? State.ONE_ROLE : State.INCOMPLETE;
    }
}
