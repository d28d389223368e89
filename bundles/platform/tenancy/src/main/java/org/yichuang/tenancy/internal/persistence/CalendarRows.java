package org.yichuang.tenancy.internal.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.TenantId;

/** The rows of holiday notices. They are the whole deployment's; each is proved by the trail of one centre. */
public class CalendarRows {
    private static final String TABLE = "TENANCY_CALENDAR";
    private static final String STATE =
            "SELECT REGION, NOTICE_YEAR, NOTICE, REVISION, CHAIN_LENGTH, CHAIN_HASH, CHAIN_TENANT FROM TENANCY_CALENDAR";

    /** A removed centre keeps its row, and proves what it has proved before. */
    private static final String LOST =
            """
            CHAIN_LENGTH<>0 AND NOT EXISTS
            (SELECT 1 FROM TENANCY_CENTRE WHERE TENANCY_CENTRE.TENANT=TENANCY_CALENDAR.CHAIN_TENANT)""";

    /**
     * Which notice.
     *
     * @param region division code
     */
    public record Key(String region, int year) {
        private static final Key FIRST = new Key("", 0);

        /** Reads what {@link #id()} gives; empty when it is none. */
        public static Optional<Key> of(String id) {
            int dash = id.lastIndexOf('-');
            return dash > 0 && id.substring(dash + 1).matches("[0-9]{4}")
                    ? Optional.of(new Key(id.substring(0, dash), Integer.parseInt(id.substring(dash + 1))))
                    : Optional.empty();
        }

        /** The notice's name in the audit trail. */
        public String id() {
            return region + "-" + year;
        }
    }

    /**
     * A row as it stands.
     *
     * @param trail the centre in whose audit trail its chain is; empty when it belongs to none
     */
    public record Standing(RowState state, Optional<TenantId> trail) {}

    /**
     * Whose audit trail proves which rows.
     *
     * @param centre whose
     * @param isOfLost whether also those that say they have a chain and name a centre that has never been there
     */
    public record Trail(TenantId centre, boolean isOfLost) {
        private String condition() {
            return isOfLost ? "(CHAIN_TENANT=? OR " + LOST + ")" : "CHAIN_TENANT=?";
        }
    }

    /** Returns the notices that were changed after a revision, as JSON. */
    public List<String> changedSince(Connection connection, long revision) {
        return Jdbc.list(
                connection,
                "SELECT NOTICE FROM TENANCY_CALENDAR WHERE REVISION>? ORDER BY REVISION",
                row -> row.getString(1),
                revision);
    }

    /** Returns a notice's row as it stands. */
    public Optional<Standing> find(Connection connection, Key key) {
        return Jdbc.list(
                        connection,
                        STATE + " WHERE REGION=? AND NOTICE_YEAR=?",
                        CalendarRows::standing,
                        key.region(),
                        key.year())
                .stream()
                .findFirst();
    }

    /**
     * Returns the notices that have no chain, with the centres whose trails are to prove them.
     *
     * @param root the centre for those that name none
     */
    public Map<Key, TenantId> withoutChain(Connection connection, TenantId root) {
        Map<Key, TenantId> found = new HashMap<>();
        Jdbc.list(
                        connection,
                        "SELECT REGION, NOTICE_YEAR, CHAIN_TENANT FROM TENANCY_CALENDAR WHERE CHAIN_LENGTH=0",
                        row -> Map.entry(new Key(row.getString(1), row.getInt(2)), row.getString(3)))
                .forEach(row -> found.put(
                        row.getKey(), TenantId.isWellFormed(row.getValue()) ? new TenantId(row.getValue()) : root));
        return found;
    }

    /** Has a notice without a chain proved by a centre's trail. */
    public void setTrail(Connection connection, Key key, TenantId trail) {
        Jdbc.update(
                connection,
                "UPDATE TENANCY_CALENDAR SET CHAIN_TENANT=?"
                        + " WHERE REGION=? AND NOTICE_YEAR=? AND CHAIN_LENGTH=0 AND CHAIN_TENANT<>?",
                trail.value(),
                key.region(),
                key.year(),
                trail.value());
    }

    /** Gives a notice the head of its chain. */
    public void setHead(Connection connection, Key key, ChainHead head) {
        Jdbc.update(
                connection,
                "UPDATE TENANCY_CALENDAR SET CHAIN_LENGTH=?, CHAIN_HASH=? WHERE REGION=? AND NOTICE_YEAR=?",
                head.sequence(),
                head.hash(),
                key.region(),
                key.year());
    }

    /** Returns up to {@code most} rows that a centre's trail proves, behind one of them. */
    public List<RowState> states(Connection connection, Trail trail, Optional<Key> after, int most) {
        Key behind = after.orElse(Key.FIRST);
        return Jdbc.list(
                connection,
                STATE + " WHERE " + trail.condition() + " AND (REGION>? OR REGION=? AND NOTICE_YEAR>?)"
                        + " ORDER BY REGION, NOTICE_YEAR FETCH FIRST " + most + " ROWS ONLY",
                row -> standing(row).state(),
                trail.centre().value(),
                behind.region(),
                behind.region(),
                behind.year());
    }

    /** Returns a notice's row as it stands, if a centre's trail proves it. */
    public Optional<RowState> state(Connection connection, Trail trail, Key key) {
        return Jdbc.list(
                        connection,
                        STATE + " WHERE " + trail.condition() + " AND REGION=? AND NOTICE_YEAR=?",
                        row -> standing(row).state(),
                        trail.centre().value(),
                        key.region(),
                        key.year())
                .stream()
                .findFirst();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Key key = new Key(row.getString(1), row.getInt(2));
        ChainHead head = row.getLong(5) == 0 ? ChainHead.START : new ChainHead(row.getLong(5), row.getString(6));
        Optional<TenantId> trail =
                Optional.of(row.getString(7)).filter(TenantId::isWellFormed).map(TenantId::new);
        String notice = row.getString(3);
        long revision = row.getLong(4);
        String digest =
                trail.map(centre -> digest(centre, key, notice, revision)).orElse("");
        return new Standing(new RowState(key.id(), Optional.of(head), digest), trail);
    }

    /** The digest of the row that a notice is written to. */
    public static String digest(TenantId trail, Key key, String notice, long revision) {
        return RowDigests.of(
                TABLE,
                trail,
                Map.of("REGION", key.region(), "NOTICE_YEAR", key.year(), "NOTICE", notice, "REVISION", revision));
    }

    /** What the digests of rows cover at present. */
    public static String shape() {
        return RowDigests.shapeOf(TABLE, Set.of("REGION", "NOTICE_YEAR", "NOTICE", "REVISION"));
    }

    /** Writes a notice, new or not. */
    public void save(Connection connection, TenantId trail, Key key, String notice, long revision, ChainHead head) {
        Object[] values = {notice, revision, trail.value(), head.sequence(), head.hash(), key.region(), key.year()};
        int updated = Jdbc.update(
                connection,
                "UPDATE TENANCY_CALENDAR SET NOTICE=?, REVISION=?, CHAIN_TENANT=?, CHAIN_LENGTH=?, CHAIN_HASH=?"
                        + " WHERE REGION=? AND NOTICE_YEAR=?",
                values);
        if (updated == 0) {
            Jdbc.update(
                    connection,
                    "INSERT INTO TENANCY_CALENDAR (NOTICE, REVISION, CHAIN_TENANT, CHAIN_LENGTH, CHAIN_HASH, REGION,"
                            + " NOTICE_YEAR) VALUES (?,?,?,?,?,?,?)",
                    values);
        }
    }
}
