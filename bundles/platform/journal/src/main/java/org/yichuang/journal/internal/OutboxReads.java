package org.yichuang.journal.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.journal.api.Outbox.Backlog;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;

/** What is shown of the outbox of a centre. */
final class OutboxReads {
    /** What a message says is asked for by its id only: pages and lists do not read what weighs most. */
    private static final String COLUMNS = Claimable.COLUMNS.replace("m.PAYLOAD", "'' AS PAYLOAD");

    private static final String LATEST = COLUMNS
            + """
            WHERE m.TENANT=? AND m.CREATED_MICROS<=? AND (m.CREATED_MICROS<? OR m.MESSAGE_ID<?)
            ORDER BY m.CREATED_MICROS DESC, m.MESSAGE_ID DESC FETCH FIRST ? ROWS ONLY""";
    private static final String LATEST_IN_STATE = COLUMNS
            + """
            WHERE m.TENANT=? AND m.STATE=? AND m.CREATED_MICROS<=? AND (m.CREATED_MICROS<? OR m.MESSAGE_ID<?)
            ORDER BY m.CREATED_MICROS DESC, m.MESSAGE_ID DESC FETCH FIRST ? ROWS ONLY""";

    private static final String OLDEST_WAITING = COLUMNS.replace("m.RECEIPT", "'' AS RECEIPT")
            + """
            WHERE m.TENANT=? AND m.STATE='WAITING'
            ORDER BY m.CREATED_MICROS, m.MESSAGE_ID FETCH FIRST 1 ROWS ONLY""";

    private static final String IDS =
            """
            SELECT m.CREATED_MICROS, m.MESSAGE_ID FROM JOURNAL_OUTBOX m
            WHERE m.TENANT=? AND m.STATE=? AND m.CREATED_MICROS>=? AND (m.CREATED_MICROS>? OR m.MESSAGE_ID>?)""";
    private static final String OLDEST_FIRST = " ORDER BY m.CREATED_MICROS, m.MESSAGE_ID FETCH FIRST ? ROWS ONLY";

    private static final String BACKLOG =
            """
            SELECT RECEIVER, STATE, COUNT(*), MIN(CREATED_MICROS) FROM JOURNAL_OUTBOX
            WHERE TENANT=? AND STATE IN ('WAITING', 'PARKED') GROUP BY RECEIVER, STATE ORDER BY RECEIVER, STATE""";
    /** By its own index, of which Derby may know nothing by the statistics of an empty table. */
    private static final String OF_AGGREGATE = COLUMNS.stripTrailing()
            + " --DERBY-PROPERTIES index=JOURNAL_OUTBOX_AGGREGATE\n"
            + "WHERE m.TENANT=? AND m.TOPIC=? AND m.AGGREGATE_ID=? ORDER BY m.CREATED_MICROS, m.SEQ";

    private final Transactions transactions;

    OutboxReads(Transactions transactions) {
        this.transactions = transactions;
    }

    Page<Pending> messages(Optional<State> state, PageRequest page, CallContext context) {
        Cursor from = Cursor.start(page, 2);
        long micros = from.number(0, Long.MAX_VALUE);
        String id = from.text(1, "");
        String tenant = context.tenant().value();
        List<Pending> rows = transactions.read(
                context,
                unit -> state.isPresent()
                        ? Sql.list(
                                unit.connection(),
                                LATEST_IN_STATE,
                                Claimable::readPending,
                                tenant,
                                state.get().name(),
                                micros,
                                micros,
                                id,
                                page.limit() + 1)
                        : Sql.list(
                                unit.connection(),
                                LATEST,
                                Claimable::readPending,
                                tenant,
                                micros,
                                micros,
                                id,
                                page.limit() + 1));
        return Page.of(
                rows,
                page.limit(),
                row -> Cursor.of(
                        JtaUnitOfWork.micros(row.createdAt()), row.message().id()));
    }

    Page<String> ids(State state, Optional<String> receiver, PageRequest page, CallContext context) {
        Cursor from = Cursor.start(page, 2);
        long micros = from.number(0, 0);
        String after = from.text(1, "");
        String tenant = context.tenant().value();
        String sql = IDS + (receiver.isPresent() ? Followers.TO_ONE : "") + OLDEST_FIRST;
        Object[] arguments = Stream.of(
                        Stream.of(tenant, state.name(), micros, micros, after),
                        receiver.stream(),
                        Stream.of(page.limit() + 1))
                .flatMap(each -> each)
                .toArray();
        List<Written> found = transactions.read(
                context,
                unit -> Sql.list(
                        unit.connection(), sql, row -> new Written(row.getLong(1), row.getString(2)), arguments));
        Page<Written> part = Page.of(found, page.limit(), row -> Cursor.of(row.micros, row.id));
        return part.map(Written::id);
    }

    Optional<Pending> oldestWaiting(CallContext context) {
        return transactions.read(
                context,
                unit -> Sql.first(
                        unit.connection(),
                        OLDEST_WAITING,
                        Claimable::readPending,
                        context.tenant().value()));
    }

    List<Backlog> backlog(CallContext context) {
        return transactions.read(
                context,
                unit -> Sql.list(
                        unit.connection(),
                        BACKLOG,
                        row -> new Backlog(
                                row.getString(1),
                                State.valueOf(row.getString(2)),
                                row.getLong(3),
                                JtaUnitOfWork.moment(row.getLong(4))),
                        context.tenant().value()));
    }

    List<Pending> ofAggregate(String topic, String aggregateId, CallContext context) {
        return transactions.read(
                context,
                unit -> Sql.list(
                        unit.connection(),
                        OF_AGGREGATE,
                        Claimable::readPending,
                        context.tenant().value(),
                        topic,
                        aggregateId));
    }

    /** When a message was written. */
    private record Written(long micros, String id) {}
}
