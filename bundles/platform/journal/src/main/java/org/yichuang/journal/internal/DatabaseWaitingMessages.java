package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The rows of the outbox that have not been delivered, for the module that has written them. */
public class DatabaseWaitingMessages implements WaitingMessages {
    private static final String COLUMNS =
            """
            SELECT MESSAGE_ID, TOPIC, RECEIVER, AGGREGATE_ID, SEQ, MESSAGE_TYPE, PAYLOAD, STATE, SEAL
            FROM JOURNAL_OUTBOX
            """;
    private static final String UNDELIVERED = COLUMNS
            + """
            WHERE TENANT=? AND STATE IN ('WAITING', 'PARKED') AND TOPIC=? AND MESSAGE_ID>?
            ORDER BY MESSAGE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String ONE = COLUMNS + "WHERE TENANT=? AND MESSAGE_ID=?";
    private static final String REWRITE =
            "UPDATE JOURNAL_OUTBOX SET PAYLOAD=?, SEAL=? WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'DELIVERED'";

    private final Transactions transactions;
    private final MessageSeals seals;

    public DatabaseWaitingMessages(Transactions transactions, MessageSeals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public List<OutgoingMessage> undelivered(String topic, String after, int most, CallContext context) {
        String tenant = context.tenant().value();
        return transactions.read(
                context,
                unit -> Sql.list(unit.connection(), UNDELIVERED, Waiting::read, tenant, topic, after, most).stream()
                        .map(Waiting::message)
                        .toList());
    }

    @Override
    public void rewrite(String messageId, String payload, UnitOfWork unit) {
        Connection connection = unit.connection();
        String tenant = unit.context().tenant().value();
        Waiting found = Sql.first(connection, ONE, Waiting::read, tenant, messageId)
                .orElseThrow(() -> new ProblemException(
                        JournalError.MESSAGE_UNKNOWN,
                        LocalizedMessage.of(DatabaseOutbox.class, "database-outbox.no-message", messageId)));
        if (found.state.equals(State.DELIVERED.name())) {
            return;
        }
        if (!seals.isIntact(tenant, found.message, found.seal)) {
            throw ProblemException.of(JournalError.MESSAGE_ALTERED, messageId);
        }
        String seal = seals.of(tenant, found.saying(payload));
        if (Sql.update(connection, REWRITE, payload, seal, tenant, messageId) == 1) {
            unit.record(
                    new AuditEntry(
                            "message",
                            messageId,
                            "rewrite",
                            found.state,
                            found.state,
                            Map.of("receiver", found.message.receiver(), "type", found.message.type())),
                    EntryQueries.head(connection, tenant, "message", messageId));
        }
    }

    /** A row as it was seen. */
    private record Waiting(OutgoingMessage message, String state, String seal) {
        static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(
                    new OutgoingMessage(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7)),
                    row.getString(8),
                    row.getString(9));
        }

        OutgoingMessage saying(String payload) {
            return new OutgoingMessage(
                    message.id(),
                    message.topic(),
                    message.receiver(),
                    message.aggregateId(),
                    message.sequence(),
                    message.type(),
                    payload);
        }
    }
}
