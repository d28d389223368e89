package org.yichuang.journal.internal.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.PendingRow;

/** Reads and writes anchors and what waits for one. */
public final class AnchorQueries {
    private static final String WAITING_TENANTS = "SELECT DISTINCT TENANT FROM JOURNAL_PENDING";
    private static final String NEXT_TENANT =
            "SELECT TENANT FROM JOURNAL_ANCHOR WHERE TENANT>? ORDER BY TENANT FETCH FIRST 1 ROWS ONLY";
    private static final String PENDING =
            """
            SELECT AGGREGATE_TYPE, AGGREGATE_ID, SEQ, HASH FROM JOURNAL_PENDING
            WHERE TENANT=? AND AGGREGATE_TYPE>=? AND (AGGREGATE_TYPE>? OR AGGREGATE_ID>? OR (AGGREGATE_ID=? AND SEQ>?))
            ORDER BY AGGREGATE_TYPE, AGGREGATE_ID, SEQ FETCH FIRST ? ROWS ONLY""";
    private static final String IS_PENDING =
            "SELECT 1 FROM JOURNAL_PENDING WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND SEQ=? AND HASH=?";
    private static final String HEAD =
            """
            SELECT ANCHOR_NUMBER, HASH FROM JOURNAL_ANCHOR WHERE TENANT=?
            ORDER BY ANCHOR_NUMBER DESC FETCH FIRST 1 ROWS ONLY""";
    private static final String COUNTED =
            """
            SELECT h.TENANT, a.ANCHOR_NUMBER, a.HASH, h.ENTRIES FROM JOURNAL_HEAD h
            JOIN JOURNAL_ANCHOR a ON a.TENANT=h.TENANT AND a.ANCHOR_NUMBER=h.ANCHOR_NUMBER
            WHERE h.TENANT>? ORDER BY h.TENANT FETCH FIRST ? ROWS ONLY""";
    private static final String HASH = "SELECT HASH FROM JOURNAL_ANCHOR WHERE TENANT=? AND ANCHOR_NUMBER=?";
    private static final String INSERT =
            """
            INSERT INTO JOURNAL_ANCHOR (TENANT, ANCHOR_NUMBER, AT_MICROS, PREVIOUS_HASH, CONTENT, HASH)
            VALUES (?,?,?,?,?,?)""";
    private static final String MOVE_HEAD = "UPDATE JOURNAL_HEAD SET ANCHOR_NUMBER=?, ENTRIES=ENTRIES+? WHERE TENANT=?";
    private static final String FIRST_HEAD = "INSERT INTO JOURNAL_HEAD (TENANT, ANCHOR_NUMBER, ENTRIES) VALUES (?,?,?)";
    private static final String WALK =
            """
            SELECT TENANT, ANCHOR_NUMBER, AT_MICROS, PREVIOUS_HASH, CONTENT, HASH FROM JOURNAL_ANCHOR
            WHERE TENANT=? AND ANCHOR_NUMBER>? ORDER BY ANCHOR_NUMBER FETCH FIRST ? ROWS ONLY""";

    private AnchorQueries() {}

    /** The tenants with entries that no anchor holds. */
    public static List<String> waitingTenants(Connection connection) {
        return Sql.list(connection, WAITING_TENANTS, row -> row.getString(1));
    }

    /** The tenants with anchors; as many short looks at the index as there are tenants. */
    public static List<String> anchoredTenants(Connection connection) {
        List<String> tenants = new ArrayList<>();
        Optional<String> next = anchoredTenantAfter(connection, "");
        while (next.isPresent()) {
            tenants.add(next.get());
            next = anchoredTenantAfter(connection, next.get());
        }
        return tenants;
    }

    private static Optional<String> anchoredTenantAfter(Connection connection, String tenant) {
        return Sql.first(connection, NEXT_TENANT, row -> row.getString(1), tenant);
    }

    /** Entries without an anchor, after a place in their order. */
    public static List<PendingRow> pending(Connection connection, String tenant, PendingRow after, int most) {
        return Sql.list(
                connection,
                PENDING,
                row -> new PendingRow(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                tenant,
                after.aggregateType(),
                after.aggregateType(),
                after.aggregateId(),
                after.aggregateId(),
                after.sequence(),
                most);
    }

    /** Whether an entry waits for its anchor. */
    public static boolean isPending(Connection connection, String tenant, PendingRow row) {
        return Sql.first(
                        connection,
                        IS_PENDING,
                        found -> true,
                        tenant,
                        row.aggregateType(),
                        row.aggregateId(),
                        row.sequence(),
                        row.hash())
                .isPresent();
    }

    /** The end of the tenant's chain of anchors. */
    public static AnchorHead head(Connection connection, String tenant) {
        return Sql.first(connection, HEAD, row -> new AnchorHead(row.getLong(1), row.getString(2)), tenant)
                .orElse(Anchor.START);
    }

    /** The ends of the tenants' chains of anchors with the number of entries up to them, behind a tenant. */
    public static List<Counted> counted(Connection connection, String after, int most) {
        return Sql.list(
                connection,
                COUNTED,
                row -> new Counted(row.getString(1), new AnchorHead(row.getLong(2), row.getString(3)), row.getLong(4)),
                after,
                most);
    }

    /**
     * The end of a tenant's chain of anchors.
     *
     * @param entries how many entries the anchors up to it hold
     */
    public record Counted(String tenant, AnchorHead head, long entries) {}

    /** The hash of an anchor. */
    public static Optional<String> hash(Connection connection, String tenant, long number) {
        return Sql.first(connection, HASH, row -> row.getString(1), tenant, number);
    }

    /** Adds an anchor, and moves the tenant's head on by so many entries. */
    public static void insert(Connection connection, Anchor anchor, int entries) {
        Sql.update(
                connection,
                INSERT,
                anchor.tenant(),
                anchor.number(),
                anchor.atMicros(),
                anchor.previous(),
                anchor.content(),
                anchor.hash());
        if (Sql.update(connection, MOVE_HEAD, anchor.number(), entries, anchor.tenant()) == 0) {
            Sql.update(connection, FIRST_HEAD, anchor.tenant(), anchor.number(), entries);
        }
    }

    /** Anchors after a number, in order. */
    public static List<Anchor> walk(Connection connection, String tenant, long after, int most) {
        return Sql.list(connection, WALK, AnchorQueries::anchor, tenant, after, most);
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        return new Anchor(
                row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5), row.getString(6));
    }
}
