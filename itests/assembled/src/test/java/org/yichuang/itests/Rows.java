package org.yichuang.itests;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** A row of a table, whichever, as soon as there is one; nulls are left out. */
    Map<String, Object> any(String table) {
        return any(table, "1 = 1");
    }

    /** The same, of those that a condition selects. */
    Map<String, Object> any(String table, String condition) {
        Wait.upTo(Duration.ofSeconds(120)).until("a row in " + table, () -> first(table, condition) != null);
        return first(table, condition);
    }

    private Map<String, Object> first(String table, String condition) {
        String sql = "SELECT * FROM " + table + " WHERE " + condition + " FETCH FIRST 1 ROWS ONLY";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? row(result) : null;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** For each column of a table another value than the row has. */
    Map<String, Object> changes(String table, Map<String, Object> row) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table + " WHERE 1=0")) {
            ResultSetMetaData columns = statement.getMetaData();
            Map<String, Object> changes = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnName(i).toUpperCase(Locale.ROOT);
                changes.put(name, other(row.get(name), columns.getColumnType(i)));
            }
            return changes;
        } catch (SQLException e) {
            throw failed(table, e);
        }
    }

    private static Object other(Object value, int type) {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> value == null ? 7 : ((Number) value).longValue() + 40;
            case Types.BOOLEAN, Types.BIT -> !Boolean.TRUE.equals(value);
            case Types.DATE -> Date.valueOf("2001-02-03");
            case Types.BLOB, Types.BINARY -> new byte[] {1, 2, 3};
            default -> value == null || ((String) value).isEmpty() ? "x" : "x" + ((String) value).substring(1);
        };
    }

    /** Puts one row in the place of another. */
    void replace(String table, Map<String, Object> before, Map<String, Object> after) {
        List<String> keys = keys(table);
        String sql = "DELETE FROM " + table + " WHERE " + String.join(" = ? AND ", keys) + " = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.size(); i++) {
                statement.setObject(i + 1, before.get(keys.get(i)));
            }
            if (statement.executeUpdate() != 1) {
                throw new AssertionError("Not one row: " + sql);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
        put(table, List.of(after));
    }

    /** The columns of a table's primary key. */
    private List<String> keys(String table) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), table)) {
            List<String> keys = new ArrayList<>();
            while (row.next()) {
                keys.add(row.getString("COLUMN_NAME"));
            }
            return keys;
        } catch (SQLException e) {
            throw failed(table, e);
        }
    }

    /** The tables of the platform. */
    Set<String> tables() {
        try (Connection connection = database.getConnection();
                ResultSet row =
                        connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
            Set<String> tables = new TreeSet<>();
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
            }
            tables.removeIf(table -> table.startsWith("DATABASECHANGELOG"));
            return tables;
        } catch (SQLException e) {
            throw failed("tables", e);
        }
    }

    /** A row of a table, if there is one now. */
    Optional<Map<String, Object>> present(String table) {
        return Optional.ofNullable(first(table, "1 = 1"));
    }

    /** Only the words: the driver's classes are not where the test's result is read. */
    private static AssertionError failed(String what, SQLException e) {
        return new AssertionError(what + ": " + e.getMessage());
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value =
                    switch (columns.getColumnType(i)) {
                        case Types.CLOB -> result.getString(i);
                        case Types.BLOB -> result.getBytes(i);
                        default -> result.getObject(i);
                    };
            if (value != null) {
                row.put(columns.getColumnName(i).toUpperCase(Locale.ROOT), value);
            }
        }
        return row;
    }
}
