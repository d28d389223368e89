package org.yichuang.documents.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of rows that no other of them reads, sent together: to PostgreSQL as one statement, because round trips are
 * what a step costs; to Derby, which knows no such statement, one after the other.
 */
public final class JointStatements {
    private final List<Change> changes = new ArrayList<>();

    /** A statement with its parameters. */
    private record Change(String sql, Object[] values) {}

    /** Adds a statement that changes rows. */
    public JointStatements with(String sql, Object... values) {
        changes.add(new Change(sql, values));
        return this;
    }

    /** Sends all; the answer is how many rows the last one has changed. */
    public int run(Connection connection) {
        try {
            return isPostgres(connection) ? runAsOne(connection) : runInTurn(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Rows cannot be written", e);
        }
    }

    /** Whether a connection leads to PostgreSQL. */
    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private int runAsOne(Connection connection) throws SQLException {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        int last = changes.size() - 1;
        for (int i = 0; i < last; i++) {
            sql.append(i == 0 ? "WITH " : ", ").append('s').append(i).append(" AS (");
            sql.append(changes.get(i).sql()).append(')');
            values.addAll(List.of(changes.get(i).values()));
        }
        sql.append(' ').append(changes.get(last).sql());
        values.addAll(List.of(changes.get(last).values()));
        return run(connection, sql.toString(), values.toArray());
    }

    private int runInTurn(Connection connection) throws SQLException {
        int changed = 0;
        for (Change change : changes) {
            changed = run(connection, change.sql(), change.values());
        }
        return changed;
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
