package org.yichuang.journal.internal.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.internal.domain.EventPlace;
import org.yichuang.journal.internal.domain.HeldEvent;

/** Reads and writes how far listeners are and what is held for them. */
public final class EventQueries {
    private static final String IS_REGISTERED = "SELECT 1 FROM JOURNAL_LISTENER WHERE LISTENER=?";
    private static final String REGISTER = "INSERT INTO JOURNAL_LISTENER (LISTENER, SINCE_MICROS) VALUES (?,?)";
    private static final String BEGIN_NOW =
            """
            INSERT INTO JOURNAL_PLACE (TENANT, LISTENER, ANCHOR_NUMBER, POSITION, PASSED)
            SELECT TENANT, CAST(? AS VARCHAR(60)), ANCHOR_NUMBER, 0, ENTRIES FROM JOURNAL_HEAD""";
    private static final String BEHIND =
            """
            SELECT h.TENANT FROM JOURNAL_HEAD h WHERE NOT EXISTS (SELECT 1 FROM JOURNAL_PLACE p
              WHERE p.TENANT=h.TENANT AND p.LISTENER=? AND p.ANCHOR_NUMBER>=h.ANCHOR_NUMBER)
            ORDER BY h.TENANT""";
    private static final String LAG =
            """
            SELECT l.LISTENER, h.TENANT, h.ENTRIES - COALESCE(p.PASSED, 0), (SELECT a.AT_MICROS FROM JOURNAL_ANCHOR a
              WHERE a.TENANT=h.TENANT AND a.ANCHOR_NUMBER=COALESCE(p.ANCHOR_NUMBER, 0) + 1)
            FROM JOURNAL_LISTENER l CROSS JOIN JOURNAL_HEAD h
            LEFT JOIN JOURNAL_PLACE p ON p.TENANT=h.TENANT AND p.LISTENER=l.LISTENER
            WHERE NOT EXISTS (SELECT 1 FROM JOURNAL_PLACE q
              WHERE q.TENANT=h.TENANT AND q.LISTENER=l.LISTENER AND q.ANCHOR_NUMBER>=h.ANCHOR_NUMBER)""";
    private static final String LISTENERS = "SELECT LISTENER FROM JOURNAL_LISTENER ORDER BY LISTENER";
    private static final String PLACE =
            "SELECT ANCHOR_NUMBER, POSITION, PASSED FROM JOURNAL_PLACE WHERE TENANT=? AND LISTENER=?";
    private static final String FIRST_PLACE =
            "INSERT INTO JOURNAL_PLACE (TENANT, LISTENER, ANCHOR_NUMBER, POSITION, PASSED) VALUES (?,?,?,?,?)";
    private static final String MOVE =
            """
            UPDATE JOURNAL_PLACE SET ANCHOR_NUMBER=?, POSITION=?, PASSED=?
            WHERE TENANT=? AND LISTENER=? AND ANCHOR_NUMBER=? AND POSITION=?""";
    private static final String HELD_COLUMNS =
            """
            SELECT TENANT, LISTENER, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, ANCHOR_NUMBER, POSITION, STATE, ATTEMPTS,
              DUE_MICROS, SINCE_MICROS, LAST_ERROR FROM JOURNAL_HELD
            """;
    private static final String BLOCKED =
            """
            SELECT AGGREGATE_TYPE, AGGREGATE_ID, SUM(CASE WHEN STATE='BEHIND' THEN 0 ELSE 1 END) FROM JOURNAL_HELD
            WHERE TENANT=? AND LISTENER=? GROUP BY AGGREGATE_TYPE, AGGREGATE_ID""";
    private static final String COUNT_STATES =
            "SELECT LISTENER, STATE, COUNT(*) FROM JOURNAL_HELD GROUP BY LISTENER, STATE";
    private static final String HOLD =
            """
            INSERT INTO JOURNAL_HELD (TENANT, LISTENER, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, ANCHOR_NUMBER, POSITION,
              STATE, ATTEMPTS, DUE_MICROS, SINCE_MICROS, LAST_ERROR) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""";
    private static final String DUE = HELD_COLUMNS
            + """
            WHERE LISTENER=? AND STATE='RETRYING' AND DUE_MICROS<=? ORDER BY DUE_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String OF_AGGREGATE = HELD_COLUMNS
            + """
            WHERE TENANT=? AND LISTENER=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=?
            ORDER BY SEQ FETCH FIRST ? ROWS ONLY""";
    private static final String OF_TENANT = HELD_COLUMNS
            + """
            WHERE TENANT=? AND (LISTENER>? OR (LISTENER=? AND (AGGREGATE_TYPE>? OR (AGGREGATE_TYPE=?
              AND (AGGREGATE_ID>? OR (AGGREGATE_ID=? AND SEQ>?))))))
            ORDER BY LISTENER, AGGREGATE_TYPE, AGGREGATE_ID, SEQ FETCH FIRST ? ROWS ONLY""";
    private static final String TRY_AT =
            """
            UPDATE JOURNAL_HELD SET STATE=?, ATTEMPTS=?, DUE_MICROS=?, LAST_ERROR=?
            WHERE TENANT=? AND LISTENER=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND SEQ=?""";
    private static final String REPLAY_ALL =
            """
            UPDATE JOURNAL_HELD SET STATE='RETRYING', ATTEMPTS=0, DUE_MICROS=?
            WHERE TENANT=? AND LISTENER=? AND STATE='SET_ASIDE'""";
    private static final String REPLAY_AGGREGATE = REPLAY_ALL + " AND AGGREGATE_TYPE=? AND AGGREGATE_ID=?";
    private static final String LET_GO =
            "DELETE FROM JOURNAL_HELD WHERE TENANT=? AND LISTENER=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND SEQ=?";

    private EventQueries() {}

    /** Notes a listener that was never here; tells whether it was new. */
    public static boolean register(Connection connection, String listener, boolean fromNow, long nowMicros) {
        if (Sql.first(connection, IS_REGISTERED, row -> true, listener).isPresent()) {
            return false;
        }
        Sql.update(connection, REGISTER, listener, nowMicros);
        if (fromNow) {
            Sql.update(connection, BEGIN_NOW, listener);
        }
        return true;
    }

    /** Every listener that was ever here. */
    public static List<String> listeners(Connection connection) {
        return Sql.list(connection, LISTENERS, row -> row.getString(1));
    }

    /** The tenants with anchors that a listener has not passed. */
    public static List<String> tenantsBehind(Connection connection, String listener) {
        return Sql.list(connection, BEHIND, row -> row.getString(1), listener);
    }

    /**
     * What a listener has not been offered at a tenant.
     *
     * @param events how many entries
     * @param sinceMicros when the first of them was anchored
     */
    public record Lag(String listener, String tenant, long events, long sinceMicros) {}

    /** What has not been offered, by listener and tenant. */
    public static List<Lag> lags(Connection connection) {
        return Sql.list(
                connection, LAG, row -> new Lag(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
    }

    /** How far a listener is at a tenant. */
    public static Optional<EventPlace> place(Connection connection, String tenant, String listener) {
        return Sql.first(
                connection,
                PLACE,
                row -> new EventPlace(row.getLong(1), row.getInt(2), row.getLong(3)),
                tenant,
                listener);
    }

    /** Moves a listener on; false when somebody else has. */
    public static boolean move(
            Connection connection, String tenant, String listener, Optional<EventPlace> from, EventPlace to) {
        if (from.isEmpty()) {
            return Sql.update(connection, FIRST_PLACE, tenant, listener, to.anchor(), to.position(), to.passed()) == 1;
        }
        return Sql.update(
                        connection,
                        MOVE,
                        to.anchor(),
                        to.position(),
                        to.passed(),
                        tenant,
                        listener,
                        from.get().anchor(),
                        from.get().position())
                == 1;
    }

    /**
     * What is held of a listener at a tenant.
     *
     * @param aggregates of what, each as type and id with a line break between them
     * @param failing on how many events it has failed; not counted what only waits behind them
     */
    public record Blocked(Set<String> aggregates, long failing) {}

    /** What is held of a listener at a tenant. */
    public static Blocked blocked(Connection connection, String tenant, String listener) {
        Set<String> aggregates = new HashSet<>();
        long failing = Sql.list(
                        connection,
                        BLOCKED,
                        row -> {
                            aggregates.add(HeldEvent.aggregate(row.getString(1), row.getString(2)));
                            return row.getLong(3);
                        },
                        tenant,
                        listener)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Blocked(aggregates, failing);
    }

    /** How many events a listener has in a state, over all tenants. */
    public record StateCount(String listener, String state, long events) {}

    /** The held events of all tenants, counted. */
    public static List<StateCount> countStates(Connection connection) {
        return Sql.list(
                connection, COUNT_STATES, row -> new StateCount(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /** Holds an event. */
    public static void hold(Connection connection, HeldEvent held) {
        Sql.update(
                connection,
                HOLD,
                held.tenant(),
                held.listener(),
                held.aggregateType(),
                held.aggregateId(),
                held.sequence(),
                held.anchor(),
                held.position(),
                held.state(),
                held.attempts(),
                held.dueMicros(),
                held.sinceMicros(),
                held.lastError());
    }

    /** The events of a listener that are to be tried now, at all tenants. */
    public static List<HeldEvent> due(Connection connection, String listener, long nowMicros, int most) {
        return Sql.list(connection, DUE, EventQueries::held, listener, nowMicros, most);
    }

    /** What is held of an aggregate, in its order. */
    public static List<HeldEvent> ofAggregate(
            Connection connection, String tenant, String listener, String type, String id, int most) {
        return Sql.list(connection, OF_AGGREGATE, EventQueries::held, tenant, listener, type, id, most);
    }

    /** What is held at a tenant, after a place in the list. */
    public static List<HeldEvent> ofTenant(Connection connection, String tenant, HeldEvent after, int most) {
        return Sql.list(
                connection,
                OF_TENANT,
                EventQueries::held,
                tenant,
                after.listener(),
                after.listener(),
                after.aggregateType(),
                after.aggregateType(),
                after.aggregateId(),
                after.aggregateId(),
                after.sequence(),
                most);
    }

    /** Keeps where a held event stands now. */
    public static void keep(Connection connection, HeldEvent held) {
        Sql.update(
                connection,
                TRY_AT,
                held.state(),
                held.attempts(),
                held.dueMicros(),
                held.lastError(),
                held.tenant(),
                held.listener(),
                held.aggregateType(),
                held.aggregateId(),
                held.sequence());
    }

    /**
     * Has everything tried again that was set aside for a listener at a tenant, and tells how many events those are.
     */
    public static int replayAll(Connection connection, String tenant, String listener, long nowMicros) {
        return Sql.update(connection, REPLAY_ALL, nowMicros, tenant, listener);
    }

    /** Has everything of an aggregate tried again that was set aside, and tells how many events those are. */
    public static int replayAggregate(
            Connection connection, String tenant, String listener, String type, String id, long nowMicros) {
        return Sql.update(connection, REPLAY_AGGREGATE, nowMicros, tenant, listener, type, id);
    }

    /** Lets an event go that has been delivered; false when somebody else has. */
    public static boolean letGo(Connection connection, HeldEvent held) {
        return Sql.update(
                        connection,
                        LET_GO,
                        held.tenant(),
                        held.listener(),
                        held.aggregateType(),
                        held.aggregateId(),
                        held.sequence())
                == 1;
    }

    private static HeldEvent held(ResultSet row) throws SQLException {
        return new HeldEvent(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7),
                row.getString(8),
                row.getInt(9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12));
    }
}
