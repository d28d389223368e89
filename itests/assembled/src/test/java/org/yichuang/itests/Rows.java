package org.yichuang.itests;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Rows of the database, taken and put behind the platform's back. */
final class Rows {
    private final DataSource database;

    Rows(DataSource database) {
        this.database = database;
    }

    long count(String sql, String argument) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Changes exactly one row. */
    void change(String sql, String argument) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            if (statement.executeUpdate() != 1) {
                throw new AssertionError("Not one row: " + sql);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Removes rows and returns what was in them. */
    List<Map<String, Object>> taken(String table, String where, String argument) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table + where)) {
                statement.setString(1, argument);
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(row(result));
                    }
                }
            }
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + table + where)) {
                statement.setString(1, argument);
                if (statement.executeUpdate() == 0) {
                    throw new AssertionError("Nothing in " + table + where);
                }
            }
        } catch (SQLException e) {
            throw failed(table + where, e);
        }
        return rows;
    }

    /** Puts them back. */
    void put(String table, List<Map<String, Object>> rows) {
        try (Connection connection = database.getConnection()) {
            for (Map<String, Object> row : rows) {
                String places = String.join(",", Collections.nCopies(row.size(), "?"));
                String sql =
                        "INSERT INTO " + table + " (" + String.join(",", row.keySet()) + ") VALUES (" + places + ")";
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    int place = 1;
                    for (Object value : row.values()) {
                        statement.setObject(place++, value);
                    }
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw failed(table, e);
        }
    }

    /** Only the words: the driver's classes are not where the test's result is read. */
    private static AssertionError failed(String what, SQLException e) {
        return new AssertionError(what + ": " + e.getMessage());
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean large = columns.getColumnType(i) == Types.CLOB;
            Object value = large ? result.getString(i) : result.getObject(i);
            if (value != null) {
                row.put(columns.getColumnName(i), value);
            }
        }
        return row;
    }
}
