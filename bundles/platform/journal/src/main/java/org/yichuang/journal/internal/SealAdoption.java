package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * Seals, once for a database, the undelivered messages of a version that knew no seals. Each is journaled, so that who
 * has it done again over a message of his own is named by the trail.
 */
public class SealAdoption {
    private static final Logger LOG = LoggerFactory.getLogger(SealAdoption.class);
    private static final int PART = 200;
    private static final String MARK = "SELECT MARK FROM JOURNAL_MARK WHERE MARK_NAME='seals'";
    private static final String FORGET_MARK = "DELETE FROM JOURNAL_MARK WHERE MARK_NAME='seals'";
    private static final String KEEP_MARK = "INSERT INTO JOURNAL_MARK (MARK_NAME, MARK) VALUES ('seals', ?)";
    private static final String UNSEALED =
            """
            SELECT TENANT, MESSAGE_ID, TOPIC, RECEIVER, AGGREGATE_ID, SEQ, MESSAGE_TYPE, PAYLOAD, STATE, FORM
            FROM JOURNAL_OUTBOX WHERE SEAL IS NULL AND STATE<>'DELIVERED' AND TENANT>=? AND (TENANT>? OR MESSAGE_ID>?)
            ORDER BY TENANT, MESSAGE_ID FETCH FIRST ? ROWS ONLY""";
    private static final String SEAL =
            "UPDATE JOURNAL_OUTBOX SET SEAL=? WHERE TENANT=? AND MESSAGE_ID=? AND SEAL IS NULL";

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final MessageSeals seals;
    private final String mark;
    private final Clock machineClock;

    public SealAdoption(
            TransactionBoundary boundary,
            Transactions transactions,
            MessageSeals seals,
            ChainKey key,
            Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.seals = seals;
        this.mark = key.hash("seals-1");
        this.machineClock = machineClock;
    }

    /** Seals what has no seal, unless that has been done. */
    public void run() {
        boolean isDone = boundary.readSql(
                        RowScope.DEPLOYMENT, connection -> Sql.first(connection, MARK, row -> row.getString(1)))
                .filter(mark::equals)
                .isPresent();
        if (isDone) {
            return;
        }
        long sealed = 0;
        List<Unsealed> part = part("", "");
        while (!part.isEmpty()) {
            sealed += part.stream().filter(this::seal).count();
            Unsealed last = part.get(part.size() - 1);
            part = part(last.tenant, last.message.id());
        }
        boundary.commitSql(RowScope.DEPLOYMENT, connection -> {
            Sql.update(connection, FORGET_MARK);
            return Sql.update(connection, KEEP_MARK, mark);
        });
        if (sealed > 0) {
            LOG.warn("{} messages of an earlier version that had not left were sealed as they stand", sealed);
        }
    }

    private List<Unsealed> part(String tenant, String id) {
        return boundary.readSql(
                RowScope.acrossTenants("messages of before there were seals"),
                connection -> Sql.list(connection, UNSEALED, Unsealed::read, tenant, tenant, id, PART));
    }

    /** One of no tenant stays without a seal: whoever claims it parks it. */
    private boolean seal(Unsealed row) {
        Optional<TenantId> tenant = StoredTenants.tenant(row.tenant);
        tenant.ifPresent(id -> seal(row, id));
        return tenant.isPresent();
    }

    private void seal(Unsealed row, TenantId tenant) {
        CallContext context = CallContext.system(tenant, machineClock.instant(), "outbox");
        transactions.write(context, Void.class, unit -> {
            Connection connection = unit.connection();
            String id = row.message.id();
            Sql.update(connection, SEAL, seals.of(row.tenant, row.message), row.tenant, id);
            unit.record(
                    new AuditEntry(
                            "message",
                            id,
                            "seal",
                            row.state,
                            row.state,
                            Map.of("receiver", row.message.receiver(), "type", row.message.type())),
                    EntryQueries.head(connection, row.tenant, "message", id));
            return null;
        });
    }

    /** A message without a seal. */
    private record Unsealed(String tenant, OutgoingMessage message, String state) {
        static Unsealed read(ResultSet row) throws SQLException {
            return new Unsealed(
                    row.getString(1),
                    new OutgoingMessage(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            row.getString(7),
                            row.getString(8),
                            row.getInt(10)),
                    row.getString(9));
        }
    }
}
