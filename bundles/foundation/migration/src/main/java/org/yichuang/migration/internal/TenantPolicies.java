package org.yichuang.migration.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * PostgreSQL's row-level security: every table that has a column {@code TENANT} shows and takes the rows of one tenant
 * only, the one that the transaction names in {@code yichuang.tenant}; {@code *} means all. Without a name there are no
 * rows. It binds every role but the one that owns the tables, and those that the server excepts (superusers, {@code
 * BYPASSRLS}).
 */
public final class TenantPolicies {
    private static final String POLICY = "yichuang_tenant";
    /**
     * A CASE, because the planner takes it for one row of two. Of a comparison it would think that it leaves hardly any
     * of the statement's rows, and would sort whole tables instead of walking an index for a page.
     */
    private static final String IS_SHOWN =
            "CASE current_setting('yichuang.tenant', true) WHEN tenant THEN true WHEN '*' THEN true ELSE false END";

    /**
     * Tables that are ours to alter, and what they have already. Ours are those whose owner also owns the notes of what
     * was migrated: a neighbour in the same schema may have tenants of its own.
     */
    private static final String TABLES =
            """
            SELECT c.oid::regclass::text, c.relrowsecurity,
              EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = ?),
              EXISTS (SELECT 1 FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attname = 'tenant' AND NOT a.attisdropped),
              EXISTS (SELECT 1 FROM aclexplode(c.relacl) r
                WHERE r.grantee <> c.relowner AND r.privilege_type = 'INSERT')
            FROM pg_class c JOIN pg_class notes ON notes.relnamespace = c.relnamespace AND notes.relowner = c.relowner
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND notes.relname = ? AND c.relkind IN ('r', 'p')
              AND pg_has_role(c.relowner, 'USAGE')
            ORDER BY c.relname""";

    private static final String IS_GRANTED =
            """
            SELECT has_table_privilege(?, ?, 'SELECT') AND has_table_privilege(?, ?, 'INSERT')
              AND has_table_privilege(?, ?, 'UPDATE') AND has_table_privilege(?, ?, 'DELETE')""";
    /** What has been migrated is for the owner to note, and for everybody to look up. */
    private static final String NOTES = "databasechangelog";

    /** @param hasWriters whether another role than the owner may write its rows */
    private record Table(String name, boolean isEnabled, boolean hasPolicy, boolean hasTenant, boolean hasWriters) {
        static Table read(ResultSet row) throws SQLException {
            return new Table(
                    row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getBoolean(5));
        }
    }

    private TenantPolicies() {}

    /**
     * Gives every table of the schema what it lacks: those with a column {@code TENANT} their policy, and all of them
     * the application's rights to read and change rows. What is there already is left alone. Where one role does both
     * none is given: it would bind nobody but the roles that back up or report; what an earlier version has enabled
     * there is disabled.
     *
     * @param connection of the owner, to PostgreSQL; the caller commits
     * @param application the role that works with the tables without owning them, if there is one
     */
    public static void secure(Connection connection, Optional<String> application) throws SQLException {
        List<Table> tables = tables(connection);
        if (application.isEmpty()) {
            release(connection, tables);
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                if (table.hasTenant && !table.hasPolicy) {
                    statement.execute("CREATE POLICY " + POLICY + " ON " + table.name + " USING (" + IS_SHOWN
                            + ") WITH CHECK (" + IS_SHOWN + ")");
                }
                if (table.hasTenant && !table.isEnabled) {
                    statement.execute("ALTER TABLE " + table.name + " ENABLE ROW LEVEL SECURITY");
                }
            }
        }
        grant(connection, tables, application.get());
    }

    /** Only where nobody else writes: a start as the owner by mistake opens nothing to the application's role. */
    private static void release(Connection connection, List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                if (table.hasPolicy && table.isEnabled && !table.hasWriters) {
                    statement.execute("ALTER TABLE " + table.name + " DISABLE ROW LEVEL SECURITY");
                }
            }
        }
    }

    /** The role as which a data source works. */
    static String role(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<Table> tables(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, POLICY);
            statement.setString(2, NOTES);
            List<Table> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.add(Table.read(row));
                }
            }
            return tables;
        }
    }

    /** Never {@code TRUNCATE} nor {@code REFERENCES}: both pass by the policies. */
    private static void grant(Connection connection, List<Table> tables, String role) throws SQLException {
        String to = " TO " + quoted(connection, role);
        try (Statement statement = connection.createStatement()) {
            statement.execute("GRANT USAGE ON SCHEMA " + quoted(connection, connection.getSchema()) + to);
            for (Table table : tables) {
                if (table.name.equals(NOTES)) {
                    statement.execute("GRANT SELECT ON " + table.name + to);
                } else if (!isGranted(connection, table.name, role)) {
                    statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON " + table.name + to);
                }
            }
        }
    }

    private static boolean isGranted(Connection connection, String table, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IS_GRANTED)) {
            for (int i = 1; i <= 8; i += 2) {
                statement.setString(i, role);
                statement.setString(i + 1, table);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT quote_ident(?)")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
