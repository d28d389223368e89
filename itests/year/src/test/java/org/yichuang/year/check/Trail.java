package org.yichuang.year.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The audit trail, read from its table. */
public final class Trail {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "SELECT TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, AT_MICROS, ACTOR, ACTION,"
            + " DETAILS, EVENT_TYPE, EVENT_ITEM, EVENT_DEPARTMENT, EVENT_DATA FROM JOURNAL_ENTRY"
            + " WHERE AGGREGATE_TYPE = ?";

    private Trail() {}

    /**
     * The entries of every aggregate of a kind, in their order; by centre and id. They are put in order here: Derby
     * cannot read an empty text again that it has put aside while it sorts.
     */
    public static Map<String, List<Entry>> read(DataSource database, String kind) {
        Map<String, List<Entry>> all = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, kind);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Entry entry = entry(rows);
                    all.computeIfAbsent(entry.tenant() + "/" + entry.id(), id -> new ArrayList<>())
                            .add(entry);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        all.values().forEach(entries -> entries.sort(Comparator.comparingLong(Entry::sequence)));
        return all;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Instant at = Instant.EPOCH.plus(row.getLong("AT_MICROS"), ChronoUnit.MICROS);
        return new Entry(
                row.getString("TENANT"),
                row.getString("AGGREGATE_TYPE"),
                row.getString("AGGREGATE_ID"),
                row.getLong("SEQ"),
                LocalDateTime.ofInstant(at, CHINA),
                row.getString("ACTOR"),
                row.getString("ACTION"),
                json(row.getString("DETAILS")),
                text(row.getString("EVENT_TYPE")),
                text(row.getString("EVENT_ITEM")),
                text(row.getString("EVENT_DEPARTMENT")),
                json(row.getString("EVENT_DATA")));
    }

    private static String text(String column) {
        return column == null ? "" : column;
    }

    private static JsonNode json(String column) {
        try {
            return JSON.readTree(column == null || column.isEmpty() ? "{}" : column);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
