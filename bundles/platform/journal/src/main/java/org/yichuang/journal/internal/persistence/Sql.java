package org.yichuang.journal.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs set statements; whatever comes from outside goes in as a parameter. */
public final class Sql {
    private Sql() {}

    /**
     * Turns the present row into something.
     *
     * @param <T> what it becomes
     */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the row, without moving on. */
        T read(ResultSet row) throws SQLException;
    }

    /** Changes rows and tells how many. */
    public static int update(Connection connection, String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Reads rows. */
    public static <T> List<T> list(Connection connection, String sql, Row<T> row, Object... parameters) {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Reads the first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, Object... parameters) {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    /** Runs one statement for many sets of parameters. */
    public static void batch(Connection connection, String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] parameters : rows) {
                bind(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
