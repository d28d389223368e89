package org.yichuang.journal.internal.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.internal.domain.EntryRow;

/** Reads audit entries, always of one tenant and in bounded parts. */
public final class EntryQueries {
    static final String COLUMNS =
            """
            SELECT TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, AT_MICROS, ACTOR, ACTOR_NAME, ACTION, DIGEST_BEFORE,
              DIGEST_AFTER, DETAILS, REQUEST_ID, HASH, EVENT_MODULE, EVENT_TYPE, EVENT_VERSION, EVENT_NUMBER,
              EVENT_ITEM, EVENT_DEPARTMENT, EVENT_WINDOW, EVENT_RANK, EVENT_DATA FROM JOURNAL_ENTRY
            """;
    private static final String OF_AGGREGATE = COLUMNS
            + """
            WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND SEQ>?
            ORDER BY SEQ FETCH FIRST ? ROWS ONLY""";
    private static final String LATEST = COLUMNS
            + """
            WHERE TENANT=? AND AT_MICROS<=? AND (AT_MICROS<? OR AGGREGATE_TYPE>? OR (AGGREGATE_TYPE=?
              AND (AGGREGATE_ID>? OR (AGGREGATE_ID=? AND SEQ<?))))
            ORDER BY AT_MICROS DESC, AGGREGATE_TYPE, AGGREGATE_ID, SEQ DESC FETCH FIRST ? ROWS ONLY""";
    private static final String WALK = COLUMNS
            + """
            WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID>=? AND (AGGREGATE_ID>? OR SEQ>?)
            ORDER BY AGGREGATE_ID, SEQ FETCH FIRST ? ROWS ONLY""";
    private static final String NEXT_TYPE =
            "SELECT MIN(AGGREGATE_TYPE) FROM JOURNAL_ENTRY WHERE TENANT=? AND AGGREGATE_TYPE>?";
    private static final String FIRST_MICROS =
            "SELECT AT_MICROS FROM JOURNAL_ENTRY WHERE TENANT=? ORDER BY AT_MICROS FETCH FIRST 1 ROWS ONLY";
    private static final String COUNT = "SELECT COUNT(*) FROM JOURNAL_ENTRY WHERE TENANT=?";
    private static final String HEAD =
            """
            SELECT SEQ, HASH FROM JOURNAL_ENTRY WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=?
            ORDER BY SEQ DESC FETCH FIRST 1 ROWS ONLY""";
    private static final String LAST = COLUMNS
            + """
            WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? ORDER BY SEQ DESC FETCH FIRST 1 ROWS ONLY""";
    private static final String LAST_OF_ACTION = COLUMNS
            + """
            WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND ACTION=? AND SEQ<?
            ORDER BY SEQ DESC FETCH FIRST 1 ROWS ONLY""";

    private EntryQueries() {}

    /** One aggregate's entries after a sequence number. */
    public static List<EntryRow> ofAggregate(
            Connection connection, String tenant, String type, String id, long after, int most) {
        return Sql.list(connection, OF_AGGREGATE, EntryQueries::entry, tenant, type, id, after, most);
    }

    /** A tenant's entries, the newest first, after the one with the given key. */
    public static List<EntryRow> latest(Connection connection, String tenant, Place place, int most) {
        return Sql.list(
                connection,
                LATEST,
                EntryQueries::entry,
                tenant,
                place.micros,
                place.micros,
                place.type,
                place.type,
                place.id,
                place.id,
                place.sequence,
                most);
    }

    /** One type's entries chain by chain, after the given place. */
    public static List<EntryRow> walk(
            Connection connection, String tenant, String type, String id, long sequence, int most) {
        return Sql.list(connection, WALK, EntryQueries::entry, tenant, type, id, id, sequence, most);
    }

    /** The type that follows in the database's own order. */
    public static Optional<String> nextType(Connection connection, String tenant, String after) {
        return Sql.list(connection, NEXT_TYPE, row -> Optional.ofNullable(row.getString(1)), tenant, after)
                .get(0);
    }

    /** How many entries a tenant has. */
    public static long count(Connection connection, String tenant) {
        return Sql.first(connection, COUNT, row -> row.getLong(1), tenant).orElseThrow();
    }

    /** The moment of a tenant's first entry. */
    public static Optional<Long> firstMicros(Connection connection, String tenant) {
        return Sql.first(connection, FIRST_MICROS, row -> row.getLong(1), tenant);
    }

    /** The last entry of a chain, {@link ChainHead#START} when there is none. */
    public static ChainHead head(Connection connection, String tenant, String type, String id) {
        return Sql.first(connection, HEAD, row -> new ChainHead(row.getLong(1), row.getString(2)), tenant, type, id)
                .orElse(ChainHead.START);
    }

    /** The last entry of a chain. */
    public static Optional<EntryRow> last(Connection connection, String tenant, String type, String id) {
        return Sql.first(connection, LAST, EntryQueries::entry, tenant, type, id);
    }

    /** The last entry of a chain about an action, of those before a sequence number. */
    public static Optional<EntryRow> lastOfAction(
            Connection connection, String tenant, String type, String id, String action, long before) {
        return Sql.first(connection, LAST_OF_ACTION, EntryQueries::entry, tenant, type, id, action, before);
    }

    /**
     * Where the newest-first list goes on.
     *
     * @param micros the last row's moment
     */
    public record Place(long micros, String type, String id, long sequence) {}

    static EntryRow entry(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                event(row),
                row.getString(13));
    }

    private static DomainEvent event(ResultSet row) throws SQLException {
        int version = row.getInt(16);
        if (version == 0) {
            return DomainEvent.NONE;
        }
        return new DomainEvent(
                text(row, 14),
                text(row, 15),
                version,
                text(row, 17),
                text(row, 18),
                text(row, 19),
                text(row, 20),
                text(row, 21),
                text(row, 22));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
