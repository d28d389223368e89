package org.yichuang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.TenantId;

/** A message as it was seen: whoever changed the claim meanwhile has won. */
record Claimable(Pending pending, long claimedUntil, String seal) {
    /** What is read of a message, in the order of {@link #read}. */
    static final String COLUMNS =
            """
            SELECT m.TENANT, m.MESSAGE_ID, m.TOPIC, m.RECEIVER, m.AGGREGATE_ID, m.SEQ, m.MESSAGE_TYPE, m.PAYLOAD,
              m.STATE, m.ATTEMPTS, m.CREATED_MICROS, m.DUE_MICROS, m.LAST_ERROR, m.RECEIPT, m.CLAIMED_UNTIL, m.SEAL,
              m.TRIED_MICROS, m.SENT_MICROS, m.CLAIM_NUMBER, m.FORM
            FROM JOURNAL_OUTBOX m
            """;

    static Claimable read(ResultSet row) throws SQLException {
        return new Claimable(readPending(row), row.getLong(15), row.getString(16));
    }

    boolean isIntact(MessageSeals seals) {
        return seals.isIntact(pending.tenant().value(), pending.message(), seal);
    }

    String key() {
        return pending.tenant() + " " + pending.message().id();
    }

    Pending claimed() {
        return new Pending(
                pending.tenant(),
                pending.message(),
                pending.state(),
                pending.attempts() + 1,
                pending.createdAt(),
                pending.dueAt(),
                pending.lastError(),
                pending.receipt(),
                pending.triedSince(),
                pending.sentAt(),
                pending.claim() + 1);
    }

    /** What a delivered one says is kept for its receiver only. */
    static Pending readPending(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString(9));
        OutgoingMessage message = new OutgoingMessage(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                state == State.DELIVERED ? "" : row.getString(8),
                row.getInt(20));
        long created = row.getLong(11);
        long tried = row.getLong(17); // 0 for none
        long sent = row.getLong(18);
        return new Pending(
                new TenantId(row.getString(1)),
                message,
                state,
                row.getInt(10),
                JtaUnitOfWork.moment(created),
                JtaUnitOfWork.moment(row.getLong(12)),
                row.getString(13),
                row.getString(14),
                JtaUnitOfWork.moment(Math.max(created, tried)),
                sent == 0 ? null : JtaUnitOfWork.moment(sent),
                row.getLong(19));
    }
}
