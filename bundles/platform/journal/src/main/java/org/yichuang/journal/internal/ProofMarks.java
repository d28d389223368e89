package org.yichuang.journal.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.TenantId;

/**
 * Remembers how far each tenant's trail has been proved, under a digest with a key that is not in the database: who
 * writes a mark of his own is not believed, and everything is proved again.
 */
public class ProofMarks {
    private static final Logger LOG = LoggerFactory.getLogger(ProofMarks.class);
    private static final String FIND =
            "SELECT ANCHOR_NUMBER, ANCHOR_HASH, ENTRIES, AT_MICROS, SEAL FROM JOURNAL_PROOF WHERE TENANT=?";
    private static final String ALL =
            "SELECT ANCHOR_NUMBER, ANCHOR_HASH, ENTRIES, AT_MICROS, SEAL, TENANT FROM JOURNAL_PROOF";
    private static final String NEVER =
            """
            SELECT h.TENANT, a.AT_MICROS FROM JOURNAL_HEAD h
            JOIN JOURNAL_ANCHOR a ON a.TENANT=h.TENANT AND a.ANCHOR_NUMBER=1
            WHERE NOT EXISTS (SELECT 1 FROM JOURNAL_PROOF p WHERE p.TENANT=h.TENANT)""";
    private static final String MOVE =
            "UPDATE JOURNAL_PROOF SET ANCHOR_NUMBER=?, ANCHOR_HASH=?, ENTRIES=?, AT_MICROS=?, SEAL=? WHERE TENANT=?";
    private static final String FIRST =
            """
            INSERT INTO JOURNAL_PROOF (ANCHOR_NUMBER, ANCHOR_HASH, ENTRIES, AT_MICROS, SEAL, TENANT)
            VALUES (?,?,?,?,?,?)""";

    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final Clock machineClock;

    public ProofMarks(TransactionBoundary boundary, ChainKey key, Clock machineClock) {
        this.boundary = boundary;
        this.key = key.derived("proof-mark");
        this.machineClock = machineClock;
    }

    /** How far a trail has been proved; nothing when it has not been, or when the mark is not ours. */
    ProofMark of(TenantId tenant) {
        Optional<Kept> kept = boundary.readSql(
                RowScope.of(tenant), connection -> Sql.first(connection, FIND, Kept::read, tenant.value()));
        Optional<Kept> ours = kept.filter(row -> row.isBy(seal(tenant, row.mark)));
        if (kept.isPresent() && ours.isEmpty()) {
            LOG.error("The mark up to where the trail of {} is proved was not written here: all is proved", tenant);
        }
        return ours.map(Kept::mark).orElse(ProofMark.NOTHING);
    }

    /** When each trail was proved last; where the mark is not ours, never. */
    Map<TenantId, Instant> all() {
        Map<TenantId, Instant> all = new HashMap<>();
        rows(ALL, "when trails were proved", row -> Map.entry(row.getString(6), Kept.read(row)))
                .forEach((tenant, kept) -> all.put(tenant, provedAt(tenant, kept)));
        return all;
    }

    /** When each trail began that was never proved. */
    Map<TenantId, Instant> never() {
        return rows(
                NEVER,
                "trails that were never proved",
                row -> Map.entry(row.getString(1), JtaUnitOfWork.moment(row.getLong(2))));
    }

    private <T> Map<TenantId, T> rows(String sql, String reason, Sql.Row<Map.Entry<String, T>> row) {
        Map<TenantId, T> rows = new HashMap<>();
        boundary.readSql(RowScope.acrossTenants(reason), connection -> Sql.list(connection, sql, row))
                .forEach(each ->
                        StoredTenants.tenant(each.getKey()).ifPresent(tenant -> rows.put(tenant, each.getValue())));
        return rows;
    }

    private Instant provedAt(TenantId tenant, Kept kept) {
        return kept.isBy(seal(tenant, kept.mark)) ? JtaUnitOfWork.moment(kept.mark.atMicros()) : Instant.EPOCH;
    }

    /** Remembers that a trail has been proved up to an anchor. */
    void keep(TenantId tenant, AnchorHead head, long entries) {
        ProofMark mark = new ProofMark(head, entries, JtaUnitOfWork.micros(machineClock.instant()));
        Object[] values = {
            head.number(), head.hash(), entries, mark.atMicros(), seal(tenant, mark), tenant.value(),
        };
        boundary.commitSql(RowScope.of(tenant), connection -> {
            int moved = Sql.update(connection, MOVE, values);
            return moved == 0 ? Sql.update(connection, FIRST, values) : moved;
        });
    }

    private String seal(TenantId tenant, ProofMark mark) {
        return key.hash(
                tenant.value(),
                Long.toString(mark.head().number()),
                mark.head().hash(),
                Long.toString(mark.entries()),
                Long.toString(mark.atMicros()));
    }

    private record Kept(ProofMark mark, String seal) {
        boolean isBy(String expected) {
            return seal.equals(expected);
        }

        static Kept read(ResultSet row) throws SQLException {
            AnchorHead head = new AnchorHead(row.getLong(1), row.getString(2));
            return new Kept(new ProofMark(head, row.getLong(3), row.getLong(4)), row.getString(5));
        }
    }
}
