package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.AccessPurge;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Purges by the machine's clock, chain by chain, in bounded transactions that each leave their summary. */
public class YearlyAccessPurge implements AccessPurge {
    private static final int PART = 2_000;
    /** What is of use at least: this year and the last one. */
    private static final int KEPT_YEARS = 2;

    private static final String NEXT_CHAIN =
            """
            SELECT MIN(AGGREGATE_ID) FROM JOURNAL_ENTRY
            WHERE TENANT=? AND AGGREGATE_TYPE='access' AND AGGREGATE_ID>?""";
    private static final String FIRST_ENTRIES =
            """
            SELECT SEQ, AT_MICROS, HASH FROM JOURNAL_ENTRY WHERE TENANT=? AND AGGREGATE_TYPE='access' AND AGGREGATE_ID=?
            ORDER BY SEQ FETCH FIRST ? ROWS ONLY""";
    private static final String FIRST_WAITING =
            "SELECT MIN(SEQ) FROM JOURNAL_PENDING WHERE TENANT=? AND AGGREGATE_TYPE='access' AND AGGREGATE_ID=?";
    private static final String REMOVE =
            """
            DELETE FROM JOURNAL_ENTRY WHERE TENANT=? AND AGGREGATE_TYPE='access' AND AGGREGATE_ID=? AND SEQ<=?""";

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final Verifier verifier;
    private final Clock machineClock;

    public YearlyAccessPurge(
            TransactionBoundary boundary, Transactions transactions, Verifier verifier, Clock machineClock) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.verifier = verifier;
        this.machineClock = machineClock;
    }

    @Override
    public Purged purge(int year, CallContext context) {
        context.require(JournalPermission.PURGE);
        int latest =
                LocalDate.ofInstant(machineClock.instant(), CallContext.ZONE).getYear() - KEPT_YEARS;
        if (year > latest) {
            throw ProblemException.of(JournalError.PURGE_TOO_EARLY, Integer.toString(latest));
        }
        requireSound(context.tenant());
        long before = JtaUnitOfWork.micros(
                LocalDate.of(year + 1, 1, 1).atStartOfDay(CallContext.ZONE).toInstant());
        int chains = 0;
        long entries = 0;
        Optional<String> chain = chainAfter(context.tenant(), "");
        while (chain.isPresent()) {
            long removed = purge(chain.get(), before, context);
            chains += removed > 0 ? 1 : 0;
            entries += removed;
            chain = chainAfter(context.tenant(), chain.get());
        }
        return new Purged(chains, entries);
    }

    /** What is removed has been proved to be what was written. */
    private void requireSound(TenantId tenant) {
        Verification found = verifier.verify(tenant);
        if (!found.sound()) {
            throw ProblemException.of(JournalError.TRAIL_BROKEN, found.firstBreak());
        }
    }

    private Optional<String> chainAfter(TenantId tenant, String chain) {
        return boundary.readSql(RowScope.of(tenant), connection -> Sql.list(
                        connection, NEXT_CHAIN, row -> Optional.ofNullable(row.getString(1)), tenant.value(), chain)
                .get(0));
    }

    private long purge(String chain, long before, CallContext context) {
        long all = 0;
        long part;
        do {
            part = transactions.write(context.withoutKey(), Long.class, unit -> purgePart(unit, chain, before));
            all += part;
        } while (part == PART);
        return all;
    }

    private static long purgePart(UnitOfWork unit, String chain, long before) {
        unit.requireAnchored();
        Connection connection = unit.connection();
        String tenant = unit.context().tenant().value();
        long waiting = Sql.list(connection, FIRST_WAITING, row -> first(row), tenant, chain)
                .get(0);
        List<Entry> part = Sql.list(connection, FIRST_ENTRIES, Entry::read, tenant, chain, PART).stream()
                .takeWhile(entry -> entry.atMicros < before && entry.sequence < waiting)
                .toList();
        if (part.isEmpty()) {
            return 0;
        }
        Entry first = part.get(0);
        Entry last = part.get(part.size() - 1);
        Map<String, String> details = Map.of(
                "from", Long.toString(first.sequence),
                "to", Long.toString(last.sequence),
                "entries", Integer.toString(part.size()),
                "until", JtaUnitOfWork.moment(before).toString());
        unit.record(
                new AuditEntry(PurgedEntries.SUMMARY, chain, "purge", first.hash, last.hash, details),
                EntryQueries.head(connection, tenant, PurgedEntries.SUMMARY, chain));
        Sql.update(connection, REMOVE, tenant, chain, last.sequence);
        return part.size();
    }

    private static long first(ResultSet row) throws SQLException {
        long sequence = row.getLong(1);
        return row.wasNull() ? Long.MAX_VALUE : sequence;
    }

    private record Entry(long sequence, long atMicros, String hash) {
        static Entry read(ResultSet row) throws SQLException {
            return new Entry(row.getLong(1), row.getLong(2), row.getString(3));
        }
    }
}
