package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.TenantId;

/**
 * Forgets what has served its time, in bounded parts: idempotency keys that no client repeats any more, and messages
 * that have arrived. What has not arrived is never forgotten.
 */
public class Retention {
    private static final int PART = 1000;

    private static final Rows KEYS = new Rows(
            """
            SELECT AT_MICROS FROM JOURNAL_KEY WHERE TENANT=? AND AT_MICROS<?
            ORDER BY AT_MICROS OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY""",
            "DELETE FROM JOURNAL_KEY WHERE TENANT=? AND AT_MICROS<?");
    /** What a delivered message says: it stays as a row, with its receipt. */
    private static final Rows CONTENT = new Rows(
            """
            SELECT SETTLED_MICROS FROM JOURNAL_OUTBOX WHERE TENANT=? AND SETTLED_MICROS<?
            ORDER BY SETTLED_MICROS OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY""",
            "UPDATE JOURNAL_OUTBOX SET PAYLOAD='', SETTLED_MICROS=NULL WHERE TENANT=? AND SETTLED_MICROS<?");

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
    private final Transactions transactions;
    private final Clock machineClock;
    private final JournalSettings settings;

    /** @param settings how long what is kept */
    public Retention(
            TransactionBoundary boundary, Transactions transactions, Clock machineClock, JournalSettings settings) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.machineClock = machineClock;
        this.settings = settings;
    }

    /** Deletes of a tenant's rows what is older than it must be, as long as the run goes on. */
    void forgetOld(JobRun run) {
        Instant now = machineClock.instant();
        forget(KEYS, run, now.minus(settings.now().keysKept()));
        forget(CONTENT, run, now.minus(settings.now().contentKept()));
        forget(SENT, run, now.minus(settings.now().messagesKept()));
        forget(RECEIVED, run, now.minus(settings.now().messagesKept()));
    }

    private void forget(Rows rows, JobRun run, Instant before) {
        TenantId tenant = run.context().tenant();
        long limit = JtaUnitOfWork.micros(before);
        Optional<Long> part = part(rows, tenant, limit);
        while (part.isPresent() && run.goesOn()) {
            delete(rows, run, part.get() + 1);
            part = part(rows, tenant, limit);
        }
        if (run.goesOn()) {
            delete(rows, run, limit);
        }
    }

    private Optional<Long> part(Rows rows, TenantId tenant, long limit) {
        return boundary.readSql(
                RowScope.of(tenant),
                connection ->
                        Sql.first(connection, rows.endOfPart(), row -> row.getLong(1), tenant.value(), limit, PART));
    }

    private void delete(Rows rows, JobRun run, long before) {
        transactions.write(run.context(), Integer.class, unit -> {
            unit.require(run.lease());
            return Sql.update(
                    unit.connection(), rows.forget(), unit.context().tenant().value(), before);
        });
    }

    /** How old rows of one kind are found and forgotten. */
    private record Rows(String endOfPart, String forget) {}
}
