package org.yichuang.journal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.internal.persistence.DatabaseFailure;

/** Reads the rows of an entity's table as they stand, without JPA. */
public final class RowReader {
    /** Rows with contents come one by one: a page of them need not fit into memory. */
    private static final int FETCH = 50;

    private final Connection connection;
    private final RowShape shape;
    private final List<String> key;
    private final boolean chained;

    public RowReader(Connection connection, ClassDescriptor descriptor) {
        this(connection, descriptor, RowShape.of(descriptor));
    }

    /** @param shape what is read of each row: the entity's shape, or a former one */
    RowReader(Connection connection, ClassDescriptor descriptor, RowShape shape) {
        this.connection = connection;
        this.shape = shape;
        this.key = descriptor.getPrimaryKeyFields().stream()
                .map(RowShape::name)
                .filter(name -> !name.equals("TENANT"))
                .toList();
        if (key.isEmpty() || key.size() > 2) {
            throw new IllegalArgumentException(shape.table() + " has a key of " + key.size() + " columns");
        }
        this.chained = descriptor.getFields().stream()
                .anyMatch(field -> RowShape.name(field).equals(RowShape.CHAIN_SEQUENCE));
    }

    /** Up to so many rows behind an id, in the order of the ids. */
    public List<RowState> after(String tenant, Optional<String> after, int most) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(tenant);
        StringBuilder where = new StringBuilder();
        if (after.isPresent()) {
            List<Object> id = parts(after.get());
            where.append(" AND ").append(key.get(0)).append(key.size() == 1 ? ">?" : ">=?");
            parameters.add(id.get(0));
            if (key.size() == 2) {
                where.append(" AND (")
                        .append(key.get(0))
                        .append(">? OR ")
                        .append(key.get(1))
                        .append(">?)");
                parameters.addAll(id);
            }
        }
        where.append(" ORDER BY ")
                .append(String.join(", ", key))
                .append(" FETCH FIRST ")
                .append(most);
        return read(where.append(" ROWS ONLY").toString(), parameters, tenant);
    }

    /** One row. */
    public Optional<RowState> one(String tenant, String id) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(tenant);
        parameters.addAll(parts(id));
        StringBuilder where = new StringBuilder();
        key.forEach(column -> where.append(" AND ").append(column).append("=?"));
        return read(where.toString(), parameters, tenant).stream().findFirst();
    }

    private List<Object> parts(String id) {
        if (key.size() == 1) {
            return List.of(id);
        }
        int end = id.lastIndexOf('/');
        return List.of(id.substring(0, end), Long.valueOf(id.substring(end + 1)));
    }

    private List<RowState> read(String where, List<Object> parameters, String tenant) {
        String chain = chained ? ", " + RowShape.CHAIN_SEQUENCE + ", " + RowShape.CHAIN_HASH : "";
        String sql = "SELECT " + String.join(", ", shape.columns()) + chain + " FROM " + shape.table()
                + " WHERE TENANT=?" + where;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<RowState> states = new ArrayList<>();
                List<Column> columns = columns(rows.getMetaData());
                while (rows.next()) {
                    states.add(state(rows, columns, tenant));
                }
                return states;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private RowState state(ResultSet row, List<Column> columns, String tenant) throws SQLException {
        Map<String, Object> values = values(row, columns);
        String digest = shape.digest(tenant, values::get);
        List<String> id = new ArrayList<>();
        key.forEach(column -> id.add(String.valueOf(values.get(column))));
        Optional<ChainHead> head = chained
                ? Optional.of(new ChainHead(row.getLong(RowShape.CHAIN_SEQUENCE), row.getString(RowShape.CHAIN_HASH)))
                : Optional.empty();
        return new RowState(String.join("/", id), head, digest);
    }

    private static List<Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new Column(meta.getColumnLabel(i).toUpperCase(Locale.ROOT), meta.getColumnType(i)));
        }
        return columns;
    }

    private static Map<String, Object> values(ResultSet row, List<Column> columns) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).label(), value(row, i + 1, columns.get(i).type()));
        }
        return values;
    }

    private static Object value(ResultSet row, int column, int type) throws SQLException {
        return switch (type) {
            case Types.CLOB, Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR -> row.getString(column);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> row.getBytes(column);
            case Types.BIT, Types.BOOLEAN -> {
                boolean value = row.getBoolean(column);
                yield row.wasNull() ? null : value;
            }
            default -> row.getObject(column);
        };
    }

    /** A column of what is read, asked for once and not for each row. */
    private record Column(String label, int type) {}
}
