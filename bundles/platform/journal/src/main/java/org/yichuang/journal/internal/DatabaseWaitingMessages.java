package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The rows of the outbox that have not been delivered, for the module that has written them. */
public class DatabaseWaitingMessages implements WaitingMessages {
    private static final String COLUMNS =
            """
            SELECT MESSAGE_ID, TOPIC, RECEIVER, AGGREGATE_ID, SEQ, MESSAGE_TYPE, PAYLOAD, STATE, SEAL, SETTLED_MICROS,
              FORM
            FROM JOURNAL_OUTBOX
            """;
    private static final String UNDELIVERED = COLUMNS
            + """
            WHERE TENANT=? AND (STATE<>'DELIVERED' OR SETTLED_MICROS IS NOT NULL) AND TOPIC=? AND MESSAGE_ID>?
            ORDER BY MESSAGE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String AGGREGATES =
            """
            SELECT DISTINCT AGGREGATE_ID FROM JOURNAL_OUTBOX
            WHERE TENANT=? AND STATE IN ('WAITING', 'PARKED') AND TOPIC=?""";
    private static final String ONE = COLUMNS + "WHERE TENANT=? AND MESSAGE_ID=?";
    private static final String REWRITE =
            """
            UPDATE JOURNAL_OUTBOX SET PAYLOAD=?, SEAL=?
            WHERE TENANT=? AND MESSAGE_ID=? AND (STATE<>'DELIVERED' OR SETTLED_MICROS IS NOT NULL)""";

    private static final String SEAL =
            "UPDATE JOURNAL_OUTBOX SET SEAL=? WHERE TENANT=? AND MESSAGE_ID=? AND STATE<>'DELIVERED'";

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;
    private static final int FINGERPRINT = 16;

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
    public Set<String> waitingAggregates(String topic, CallContext context) {
        return transactions.read(
                context,
                unit -> Set.copyOf(Sql.list(
                        unit.connection(),
                        AGGREGATES,
                        row -> row.getString(1),
                        context.tenant().value(),
                        topic)));
    }

    @Override
    public void rewrite(String messageId, String payload, UnitOfWork unit) {
        Connection connection = unit.connection();
        String tenant = unit.context().tenant().value();
        Waiting found = find(messageId, unit);
        if (!found.isKept()) {
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

    private static Waiting find(String messageId, UnitOfWork unit) {
        return Sql.first(
                        unit.connection(),
                        ONE,
                        Waiting::read,
                        unit.context().tenant().value(),
                        messageId)
                .orElseThrow(() -> new ProblemException(
                        JournalError.MESSAGE_UNKNOWN,
                        LocalizedMessage.of(DatabaseOutbox.class, "database-outbox.no-message", messageId)));
    }

    @Override
    public Standing standing(String messageId, CallContext context) {
        context.require(JournalPermission.VIEW);
        return transactions.read(context, unit -> {
            Waiting found = undelivered(messageId, unit);
            boolean isIntact = seals.isIntact(context.tenant().value(), found.message, found.seal);
            return new Standing(found.message, State.valueOf(found.state), isIntact, found.fingerprint());
        });
    }

    private static Waiting undelivered(String messageId, UnitOfWork unit) {
        Waiting found = find(messageId, unit);
        if (found.state.equals(State.DELIVERED.name())) {
            throw new ProblemException(
                    JournalError.MESSAGE_STATE,
                    LocalizedMessage.of(DatabaseOutbox.class, "database-outbox.message-cannot-done", found.state));
        }
        return found;
    }

    @Override
    public void seal(String messageId, String fingerprint, String reason, CallContext context) {
        context.require(JournalPermission.SEAL);
        String why = reason.strip();
        if (why.length() < SHORTEST_REASON
                || why.length() > LONGEST_REASON
                || why.lines().count() > 1) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(
                            DatabaseWaitingMessages.class, "seal.reason-length", SHORTEST_REASON, LONGEST_REASON));
        }
        transactions.write(context, Void.class, unit -> {
            unit.requireAnchored();
            Waiting found = undelivered(messageId, unit);
            String tenant = context.tenant().value();
            if (seals.isIntact(tenant, found.message, found.seal)) {
                throw new ProblemException(
                        JournalError.MESSAGE_STATE,
                        LocalizedMessage.of(DatabaseWaitingMessages.class, "seal.intact", messageId));
            }
            if (!found.fingerprint().equals(fingerprint)) {
                throw new ProblemException(
                        CommonError.CHANGED_MEANWHILE,
                        LocalizedMessage.of(DatabaseWaitingMessages.class, "seal.other-content", messageId));
            }
            seal(found, why, unit);
            return null;
        });
    }

    private void seal(Waiting found, String why, UnitOfWork unit) {
        String tenant = unit.context().tenant().value();
        Sql.update(unit.connection(), SEAL, seals.of(tenant, found.message), tenant, found.message.id());
        Map<String, String> details = Map.of(
                "receiver", found.message.receiver(),
                "type", found.message.type(),
                "fingerprint", found.fingerprint(),
                "reason", why);
        unit.record(
                new AuditEntry("message", found.message.id(), "seal", found.state, found.state, details),
                EntryQueries.head(unit.connection(), tenant, "message", found.message.id()));
    }

    /** A row as it was seen. */
    private record Waiting(OutgoingMessage message, String state, String seal, long settled) {
        static Waiting read(ResultSet row) throws SQLException {
            return new Waiting(
                    new OutgoingMessage(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getInt(11)),
                    row.getString(8),
                    row.getString(9),
                    row.getLong(10)); // 0 for none
        }

        /** Whether what it says is still here. */
        boolean isKept() {
            return !state.equals(State.DELIVERED.name()) || settled != 0;
        }

        String fingerprint() {
            String all = String.join(
                    "\n",
                    message.id(),
                    message.topic(),
                    message.receiver(),
                    message.aggregateId(),
                    Long.toString(message.sequence()),
                    message.type(),
                    message.payload());
            return Digests.sha256(all).substring(0, FINGERPRINT);
        }

        OutgoingMessage saying(String payload) {
            return new OutgoingMessage(
                    message.id(),
                    message.topic(),
                    message.receiver(),
                    message.aggregateId(),
                    message.sequence(),
                    message.type(),
                    payload,
                    message.form());
        }
    }
}
