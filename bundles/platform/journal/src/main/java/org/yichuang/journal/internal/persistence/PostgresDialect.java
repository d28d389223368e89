package org.yichuang.journal.internal.persistence;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;

/** PostgreSQL: one statement for all rows of a step, because round trips are what a step costs. */
final class PostgresDialect implements Dialect {
    static final Dialect INSTANCE = new PostgresDialect();

    private static final String APPEND =
            """
            WITH step AS (
              SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS s(kind, id, seq, at_micros, actor, actor_name, act, digest_before, digest_after, details, request,
                hash, module, event, version, number, item, department, place, rank, data)
            ), entry AS (
              INSERT INTO JOURNAL_ENTRY (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, AT_MICROS, ACTOR, ACTOR_NAME,
                ACTION, DIGEST_BEFORE, DIGEST_AFTER, DETAILS, REQUEST_ID, HASH, EVENT_MODULE, EVENT_TYPE, EVENT_VERSION,
                EVENT_NUMBER, EVENT_ITEM, EVENT_DEPARTMENT, EVENT_WINDOW, EVENT_RANK, EVENT_DATA)
              SELECT ?, kind, id, seq, at_micros, actor, actor_name, act, digest_before, digest_after, details, request,
                hash, module, event, version, number, item, department, place, rank, data FROM step
            ), pending AS (
              INSERT INTO JOURNAL_PENDING (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, HASH)
              SELECT ?, kind, id, seq, hash FROM step
            ), message AS (
              INSERT INTO JOURNAL_OUTBOX (TENANT, MESSAGE_ID, TOPIC, RECEIVER, AGGREGATE_ID, SEQ, MESSAGE_TYPE, PAYLOAD,
                STATE, ATTEMPTS, CREATED_MICROS, DUE_MICROS, CLAIMED_UNTIL, LAST_ERROR, RECEIPT, SEAL, FORM)
              SELECT ?, id, topic, receiver, aggregate, seq, kind, payload, 'WAITING', 0, created, due, 0, '', '', seal,
                form
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[],
                ?::bigint[], ?::text[], ?::int[])
                AS m(id, topic, receiver, aggregate, seq, kind, payload, created, due, seal, form)
            ), seen AS (
              INSERT INTO JOURNAL_INBOX (TENANT, TOPIC, MESSAGE_ID, ANSWER, AT_MICROS)
              SELECT ?, topic, id, answer, at_micros
              FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) AS i(topic, id, answer, at_micros)
            ), kept AS (
              INSERT INTO JOURNAL_KEY (TENANT, ACCOUNT, KEY_TEXT, FINGERPRINT, ANSWER, AT_MICROS)
              SELECT ?, account, key_text, fingerprint, answer, at_micros
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                AS k(account, key_text, fingerprint, answer, at_micros)
            )
            SELECT 1""";
    private static final String DELETE_PENDING =
            """
            DELETE FROM JOURNAL_PENDING p USING unnest(?::text[], ?::text[], ?::bigint[]) AS d(kind, id, seq)
            WHERE p.TENANT=? AND p.AGGREGATE_TYPE=d.kind AND p.AGGREGATE_ID=d.id AND p.SEQ=d.seq""";
    private static final String ENTRIES = EntryQueries.COLUMNS
            + """
            JOIN unnest(?::text[], ?::text[], ?::bigint[]) AS d(of_kind, of_id, at_seq)
              ON AGGREGATE_TYPE=d.of_kind AND AGGREGATE_ID=d.of_id AND SEQ=d.at_seq
            WHERE TENANT=?""";
    private static final String IS_ROW_SECURITY_ACTIVE = "SELECT row_security_active('journal_entry')";
    private static final String NOW = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";

    @Override
    public void append(Connection connection, StepRows rows) {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            Parameters to = new Parameters(connection, statement);
            String tenant = rows.tenant();
            entries(to, rows.entries());
            to.text(tenant);
            to.text(tenant);
            to.text(tenant);
            messages(to, rows.messages());
            to.text(tenant);
            seen(to, rows.seen());
            to.text(tenant);
            kept(to, rows.key() == null ? List.of() : List.of(rows.key()));
            statement.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void entries(Parameters to, List<EntryRow> rows) throws SQLException {
        to.texts(rows, EntryRow::aggregateType);
        to.texts(rows, EntryRow::aggregateId);
        to.longs(rows, EntryRow::sequence);
        to.longs(rows, EntryRow::atMicros);
        to.texts(rows, EntryRow::actor);
        to.texts(rows, EntryRow::actorName);
        to.texts(rows, EntryRow::action);
        to.texts(rows, EntryRow::before);
        to.texts(rows, EntryRow::after);
        to.texts(rows, EntryRow::details);
        to.texts(rows, EntryRow::requestId);
        to.texts(rows, EntryRow::hash);
        to.texts(rows, row -> kept(row.event().module()));
        to.texts(rows, row -> kept(row.event().type()));
        to.ints(rows, row -> row.event().version() == 0 ? null : row.event().version());
        to.texts(rows, row -> kept(row.event().number()));
        to.texts(rows, row -> kept(row.event().item()));
        to.texts(rows, row -> kept(row.event().department()));
        to.texts(rows, row -> kept(row.event().window()));
        to.texts(rows, row -> kept(row.event().rank()));
        to.texts(rows, row -> kept(row.event().data()));
    }

    /** What is empty takes no room. */
    private static String kept(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void messages(Parameters to, List<StepRows.MessageRow> rows) throws SQLException {
        to.texts(rows, row -> row.message().id());
        to.texts(rows, row -> row.message().topic());
        to.texts(rows, row -> row.message().receiver());
        to.texts(rows, row -> row.message().aggregateId());
        to.longs(rows, row -> row.message().sequence());
        to.texts(rows, row -> row.message().type());
        to.texts(rows, row -> row.message().payload());
        to.longs(rows, StepRows.MessageRow::atMicros);
        to.longs(rows, StepRows.MessageRow::atMicros);
        to.texts(rows, StepRows.MessageRow::seal);
        to.ints(rows, row -> row.message().form());
    }

    private static void seen(Parameters to, List<StepRows.SeenRow> rows) throws SQLException {
        to.texts(rows, StepRows.SeenRow::topic);
        to.texts(rows, StepRows.SeenRow::messageId);
        to.texts(rows, StepRows.SeenRow::answer);
        to.longs(rows, StepRows.SeenRow::atMicros);
    }

    private static void kept(Parameters to, List<StepRows.KeyRow> rows) throws SQLException {
        to.texts(rows, StepRows.KeyRow::account);
        to.texts(rows, StepRows.KeyRow::key);
        to.texts(rows, StepRows.KeyRow::fingerprint);
        to.texts(rows, StepRows.KeyRow::answer);
        to.longs(rows, StepRows.KeyRow::atMicros);
    }

    @Override
    public List<EntryRow> entries(Connection connection, String tenant, List<PendingRow> refs) {
        if (refs.isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            Parameters to = new Parameters(connection, statement);
            to.texts(refs, PendingRow::aggregateType);
            to.texts(refs, PendingRow::aggregateId);
            to.longs(refs, PendingRow::sequence);
            to.text(tenant);
            return entries(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static List<EntryRow> entries(PreparedStatement statement) throws SQLException {
        List<EntryRow> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(EntryQueries.entry(rows));
            }
        }
        return found;
    }

    @Override
    public void forgetPending(Connection connection, String tenant, List<PendingRow> rows) {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_PENDING)) {
            Parameters to = new Parameters(connection, statement);
            to.texts(rows, PendingRow::aggregateType);
            to.texts(rows, PendingRow::aggregateId);
            to.longs(rows, PendingRow::sequence);
            to.text(tenant);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public long nowMicros(Connection connection) {
        return Sql.first(connection, NOW, row -> row.getLong(1)).orElseThrow();
    }

    @Override
    public boolean isRowSecurityActive(Connection connection) {
        return Sql.first(connection, IS_ROW_SECURITY_ACTIVE, row -> row.getBoolean(1))
                .orElseThrow();
    }

    @Override
    public boolean hasRowSecurity() {
        return true;
    }

    /** Binds from left to right. */
    private static final class Parameters {
        private final Connection connection;
        private final PreparedStatement statement;
        private int last;

        Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void text(String value) throws SQLException {
            statement.setString(++last, value);
        }

        <T> void texts(List<T> rows, Function<T, String> column) throws SQLException {
            array("text", rows, column);
        }

        <T> void ints(List<T> rows, Function<T, Integer> column) throws SQLException {
            array("int4", rows, column);
        }

        <T> void longs(List<T> rows, Function<T, Long> column) throws SQLException {
            array("bigint", rows, column);
        }

        private <T> void array(String type, List<T> rows, Function<T, ?> column) throws SQLException {
            List<Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(column.apply(row)));
            Array array = connection.createArrayOf(type, values.toArray());
            statement.setArray(++last, array);
        }
    }
}
