package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.OperatorSetting;
import org.yichuang.kernel.api.TenantId;

/**
 * Forgets what has served its time, in bounded parts: idempotency keys that no client repeats any more, and messages
 * that have arrived. What has not arrived is never forgotten.
 */
public class Retention {
    private static final int PART = 1000;
    private static final Duration LEAST_MESSAGES = Duration.ofDays(366);

    private static final Rows KEYS = new Rows(
            """
            SELECT AT_MICROS FROM JOURNAL_KEY WHERE TENANT=? AND AT_MICROS<?
            ORDER BY AT_MICROS OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY""",
            "DELETE FROM JOURNAL_KEY WHERE TENANT=? AND AT_MICROS<?");
    private static final Rows SENT = new Rows(
            """
            SELECT CREATED_MICROS FROM JOURNAL_OUTBOX WHERE TENANT=? AND STATE='DELIVERED' AND CREATED_MICROS<?
            ORDER BY CREATED_MICROS OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY""",
            "DELETE FROM JOURNAL_OUTBOX WHERE TENANT=? AND STATE='DELIVERED' AND CREATED_MICROS<?");
    private static final Rows RECEIVED = new Rows(
            """
            SELECT AT_MICROS FROM JOURNAL_INBOX WHERE TENANT=? AND AT_MICROS<?
            ORDER BY AT_MICROS OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY""",
            "DELETE FROM JOURNAL_INBOX WHERE TENANT=? AND AT_MICROS<?");

    private final TransactionBoundary boundary;
    private final Clock machineClock;
    private final Duration keys;
    private final Duration messages;

    /**
     * @param keys how long idempotency keys are kept
     * @param messages how long messages are kept that have been delivered or received; at least a year (R9-02)
     */
    public Retention(TransactionBoundary boundary, Clock machineClock, String keys, String messages) {
        this.boundary = boundary;
        this.machineClock = machineClock;
        this.keys = OperatorSetting.duration("org.yichuang.journal.cfg retention.keys", keys, "P7D");
        this.messages = OperatorSetting.duration(
                "org.yichuang.journal.cfg retention.messages", messages, LEAST_MESSAGES, "P400D");
    }

    /** Deletes a tenant's rows that are older than they must be. */
    void forgetOld(TenantId tenant) {
        Instant now = machineClock.instant();
        forget(KEYS, tenant, now.minus(keys));
        forget(SENT, tenant, now.minus(messages));
        forget(RECEIVED, tenant, now.minus(messages));
    }

    private void forget(Rows rows, TenantId tenant, Instant before) {
        long limit = JtaUnitOfWork.micros(before);
        Optional<Long> part = part(rows, tenant, limit);
        while (part.isPresent()) {
            delete(rows, tenant, part.get() + 1);
            part = part(rows, tenant, limit);
        }
        delete(rows, tenant, limit);
    }

    private Optional<Long> part(Rows rows, TenantId tenant, long limit) {
        return boundary.readSql(connection ->
                Sql.first(connection, rows.endOfPart(), row -> row.getLong(1), tenant.value(), limit, PART));
    }

    private void delete(Rows rows, TenantId tenant, long before) {
        boundary.commitSql(connection -> Sql.update(connection, rows.forget(), tenant.value(), before));
    }

    /** How old rows of one kind are found and deleted. */
    private record Rows(String endOfPart, String forget) {}
}
