package org.yichuang.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.TenantId;

/** Forgets idempotency keys that no client repeats any more, in bounded parts. */
public class KeyRetention {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int PART = 1000;

    private static final String END_OF_PART =
            """
            SELECT AT_MICROS FROM JOURNAL_KEY WHERE TENANT=? AND AT_MICROS<?
            ORDER BY AT_MICROS OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY""";
    private static final String FORGET = "DELETE FROM JOURNAL_KEY WHERE TENANT=? AND AT_MICROS<?";

    private final Boundary boundary;
    private final Clock machineClock;

    public KeyRetention(Boundary boundary, Clock machineClock) {
        this.boundary = boundary;
        this.machineClock = machineClock;
    }

    /** Deletes a tenant's keys that are older than seven days. */
    void forgetOld(TenantId tenant) {
        long limit = JtaUnit.micros(machineClock.instant().minus(KEPT));
        Optional<Long> part = part(tenant, limit);
        while (part.isPresent()) {
            forget(tenant, part.get() + 1);
            part = part(tenant, limit);
        }
        forget(tenant, limit);
    }

    private Optional<Long> part(TenantId tenant, long limit) {
        return boundary.readSql(
                connection -> Sql.first(connection, END_OF_PART, row -> row.getLong(1), tenant.value(), limit, PART));
    }

    private void forget(TenantId tenant, long before) {
        boundary.commitSql(connection -> Sql.update(connection, FORGET, tenant.value(), before));
    }
}
