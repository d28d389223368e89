package org.yichuang.fees.internal;

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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The rows that acts of a centre have written, read out of all tables, to be written again by hand: into the same
 * tables with the same indexes, to the byte, a statement for each row and a transaction for each act. Only the tenant
 * is another one each time.
 */
final class SameRows {
    private final DataSource source;
    private final String tenant;
    private final List<Table> tables = new ArrayList<>();
    private final List<List<Change>> acts = new ArrayList<>();
    /** What was there before and is changed, as it was. */
    private final List<Change> former = new ArrayList<>();

    private Map<List<Object>, Row> last;

    /** A table with its columns; those of the key come first, of them the tenant. */
    private record Table(String name, List<String> columns, int keys) {
        String insert() {
            return "INSERT INTO " + name + " (" + String.join(", ", columns) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }

        String update() {
            return "UPDATE " + name + " SET " + String.join("=?, ", columns.subList(keys, columns.size()))
                    + "=? WHERE " + String.join("=? AND ", columns.subList(0, keys)) + "=?";
        }
    }

    private record Row(Table table, List<Object> values) {
        List<Object> key() {
            List<Object> key = new ArrayList<>(values.subList(0, table.keys()));
            key.add(0, table.name());
            return key;
        }
    }

    private record Change(Row row, boolean isNew) {}

    /** Takes what is there now as what was there before. */
    SameRows(DataSource source, String tenant) throws SQLException {
        this.source = source;
        this.tenant = tenant;
        try (Connection connection = source.getConnection()) {
            read(connection);
            last = all(connection);
            connection.rollback();
        }
    }

    private void read(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getTables(null, null, null, new String[] {"TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (name.toUpperCase(Locale.ROOT).matches("(FEES|JOURNAL)_.*")) {
                    names.add(name);
                }
            }
        }
        for (String name : names) {
            Map<Integer, String> key = new TreeMap<>();
            try (ResultSet found = connection.getMetaData().getPrimaryKeys(null, null, name)) {
                while (found.next()) {
                    key.put(found.getInt("KEY_SEQ"), found.getString("COLUMN_NAME"));
                }
            }
            List<String> columns = new ArrayList<>(key.values());
            try (ResultSet found = connection.getMetaData().getColumns(null, null, name, null)) {
                while (found.next()) {
                    String column = found.getString("COLUMN_NAME");
                    if (!columns.contains(column)) {
                        columns.add(column);
                    }
                }
            }
            if (!key.isEmpty() && columns.get(0).equalsIgnoreCase("TENANT")) {
                tables.add(new Table(name, columns, key.size()));
            }
        }
    }

    private Map<List<Object>, Row> all(Connection connection) throws SQLException {
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (Table table : tables) {
            String query = "SELECT " + String.join(", ", table.columns()) + " FROM " + table.name() + " WHERE TENANT=?";
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setString(1, tenant);
                try (ResultSet found = statement.executeQuery()) {
                    while (found.next()) {
                        Row row = new Row(table, values(found));
                        rows.put(row.key(), row);
                    }
                }
            }
        }
        return rows;
    }

    private static List<Object> values(ResultSet found) throws SQLException {
        ResultSetMetaData columns = found.getMetaData();
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.add(columns.getColumnType(i) == Types.CLOB ? found.getString(i) : found.getObject(i));
        }
        return values;
    }

    /** An act has been done: what it has written is what differs from before. */
    void act() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Map<List<Object>, Row> now = all(connection);
            connection.rollback();
            List<Change> changes = new ArrayList<>();
            now.forEach((key, row) -> {
                Row before = last.get(key);
                if (before == null) {
                    changes.add(new Change(row, true));
                } else if (!before.values().equals(row.values())) {
                    changes.add(new Change(row, false));
                    if (acts.stream().flatMap(List::stream).noneMatch(known -> known.row().key().equals(key))) {
                        former.add(new Change(before, true));
                    }
                }
            });
            acts.add(changes);
            last = now;
        }
    }

    /** Lays what was there before, for the tenants that are to have it written. */
    void lay(List<String> tenants) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (String each : tenants) {
                write(connection, former, each);
            }
            connection.commit();
        }
    }

    /** Writes all acts for each of the tenants. */
    void write(List<String> tenants) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (String each : tenants) {
                for (List<Change> act : acts) {
                    write(connection, act, each);
                    connection.commit();
                }
            }
        }
    }

    private static void write(Connection connection, List<Change> changes, String as) throws SQLException {
        for (Change change : changes) {
            Table table = change.row().table();
            List<Object> values = new ArrayList<>(change.row().values());
            values.set(0, as);
            if (!change.isNew()) {
                Collections.rotate(values, -table.keys());
            }
            try (PreparedStatement statement =
                    connection.prepareStatement(change.isNew() ? table.insert() : table.update())) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                if (statement.executeUpdate() != 1) {
                    throw new IllegalStateException("No such row: " + change);
                }
            }
        }
    }

    /** What the acts write, by table. */
    @Override
    public String toString() {
        return acts.stream()
                .map(act -> act.stream()
                        .collect(Collectors.groupingBy(
                                change -> (change.isNew() ? "+" : "*")
                                        + change.row().table().name().toUpperCase(Locale.ROOT),
                                TreeMap::new,
                                Collectors.counting()))
                        .toString())
                .collect(Collectors.joining(", "));
    }
}
