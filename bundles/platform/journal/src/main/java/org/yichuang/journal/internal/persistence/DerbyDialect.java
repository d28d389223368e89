package org.yichuang.journal.internal.persistence;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;

/** Derby: one insert per table; it runs inside this process, so that costs nothing, and has this process's clock. */
final class DerbyDialect implements Dialect {
    static final Dialect INSTANCE = new DerbyDialect(Clock.systemUTC());

    private static final String INSERT_ENTRY =
            """
            INSERT INTO JOURNAL_ENTRY (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, AT_MICROS, ACTOR, ACTOR_NAME, ACTION,
              DIGEST_BEFORE, DIGEST_AFTER, DETAILS, REQUEST_ID, HASH, EVENT_MODULE, EVENT_TYPE, EVENT_VERSION,
              EVENT_NUMBER, EVENT_ITEM, EVENT_DEPARTMENT, EVENT_WINDOW, EVENT_RANK, EVENT_DATA)
              VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)""";
    private static final String INSERT_PENDING =
            "INSERT INTO JOURNAL_PENDING (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, HASH) VALUES (?,?,?,?,?)";
    private static final String INSERT_MESSAGE =
            """
            INSERT INTO JOURNAL_OUTBOX (TENANT, MESSAGE_ID, TOPIC, RECEIVER, AGGREGATE_ID, SEQ, MESSAGE_TYPE, PAYLOAD,
              STATE, ATTEMPTS, CREATED_MICROS, DUE_MICROS, CLAIMED_UNTIL, LAST_ERROR, RECEIPT, SEAL, FORM)
              VALUES (?,?,?,?,?,?,?,?,'WAITING',0,?,?,0,'','',?,?)""";
    private static final String INSERT_SEEN =
            "INSERT INTO JOURNAL_INBOX (TENANT, TOPIC, MESSAGE_ID, ANSWER, AT_MICROS) VALUES (?,?,?,?,?)";
    private static final String INSERT_KEY =
            """
            INSERT INTO JOURNAL_KEY (TENANT, ACCOUNT, KEY_TEXT, FINGERPRINT, ANSWER, AT_MICROS)
              VALUES (?,?,?,?,?,?)""";
    private static final String DELETE_PENDING =
            "DELETE FROM JOURNAL_PENDING WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND SEQ=?";

    private static final String ENTRY =
            EntryQueries.COLUMNS + "WHERE TENANT=? AND AGGREGATE_TYPE=? AND AGGREGATE_ID=? AND SEQ=?";

    private final Clock clock;

    private DerbyDialect(Clock clock) {
        this.clock = clock;
    }

    private static Object[] entry(EntryRow row) {
        DomainEvent event = row.event();
        return new Object[] {
            row.tenant(),
            row.aggregateType(),
            row.aggregateId(),
            row.sequence(),
            row.atMicros(),
            row.actor(),
            row.actorName(),
            row.action(),
            row.before(),
            row.after(),
            row.details(),
            row.requestId(),
            row.hash(),
            kept(event.module()),
            kept(event.type()),
            event.version() == 0 ? null : event.version(),
            kept(event.number()),
            kept(event.item()),
            kept(event.department()),
            kept(event.window()),
            kept(event.rank()),
            kept(event.data())
        };
    }

    /** What is empty takes no room. */
    private static String kept(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Object[] message(String tenant, StepRows.MessageRow row) {
        return new Object[] {
            tenant,
            row.message().id(),
            row.message().topic(),
            row.message().receiver(),
            row.message().aggregateId(),
            row.message().sequence(),
            row.message().type(),
            row.message().payload(),
            row.atMicros(),
            row.atMicros(),
            row.seal(),
            row.message().form()
        };
    }

    @Override
    public List<EntryRow> entries(Connection connection, String tenant, List<PendingRow> refs) {
        return refs.stream()
                .flatMap(ref -> Sql.first(
                        connection,
                        ENTRY,
                        EntryQueries::entry,
                        tenant,
                        ref.aggregateType(),
                        ref.aggregateId(),
                        ref.sequence())
                        .stream())
                .toList();
    }

    @Override
    public void append(Connection connection, StepRows rows) {
        String tenant = rows.tenant();
        Sql.batch(
                connection,
                INSERT_ENTRY,
                rows.entries().stream().map(DerbyDialect::entry).toList());
        Sql.batch(
                connection,
                INSERT_PENDING,
                rows.entries().stream()
                        .map(row ->
                                new Object[] {tenant, row.aggregateType(), row.aggregateId(), row.sequence(), row.hash()
                                })
                        .toList());
        Sql.batch(
                connection,
                INSERT_MESSAGE,
                rows.messages().stream().map(row -> message(tenant, row)).toList());
        Sql.batch(
                connection,
                INSERT_SEEN,
                rows.seen().stream()
                        .map(row -> new Object[] {tenant, row.topic(), row.messageId(), row.answer(), row.atMicros()})
                        .toList());
        StepRows.KeyRow key = rows.key();
        if (key != null) {
            Sql.update(
                    connection,
                    INSERT_KEY,
                    tenant,
                    key.account(),
                    key.key(),
                    key.fingerprint(),
                    key.answer(),
                    key.atMicros());
        }
    }

    @Override
    public void forgetPending(Connection connection, String tenant, List<PendingRow> rows) {
        Sql.batch(
                connection,
                DELETE_PENDING,
                rows.stream()
                        .map(row -> new Object[] {tenant, row.aggregateType(), row.aggregateId(), row.sequence()})
                        .toList());
    }

    @Override
    public boolean hasRowSecurity() {
        return false;
    }

    @Override
    public boolean isRowSecurityActive(Connection connection) {
        return false;
    }

    @Override
    public long nowMicros(Connection connection) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
