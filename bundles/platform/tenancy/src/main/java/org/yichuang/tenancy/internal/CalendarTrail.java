package org.yichuang.tenancy.internal;

import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.internal.persistence.CalendarRows;
import org.yichuang.tenancy.internal.persistence.CalendarRows.Key;
import org.yichuang.tenancy.internal.persistence.CalendarRows.Standing;

/**
 * The chains of holiday notices, one for each region and year: what moves the deadlines of a whole deployment is proved
 * by the audit trail of the root centre under which it was given first.
 */
public class CalendarTrail {
    /** Not {@code calendar}: entries of that kind stand by themselves, from when notices had no chains. */
    static final String TYPE = "holiday-notice";

    /** Reading concerns the whole deployment; the transaction wants one centre. */
    private static final TenantId ALL = new TenantId("all-centres");

    private final Transactions transactions;
    private final PlatformClock clock;
    private final CalendarRows rows = new CalendarRows();

    public CalendarTrail(Transactions transactions, PlatformClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The centre whose trail a notice's chain is in; empty when it has none. */
    Optional<TenantId> centre(CalendarNotice notice, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> rows.find(unit.connection(), key(notice))
                .flatMap(Standing::trail));
    }

    /** Writes a notice with its entry, within the transaction of the centre whose trail it is in. */
    void save(CalendarNotice notice, String json, String source, long revision, UnitOfWork unit) {
        TenantId centre = unit.context().tenant();
        Key key = key(notice);
        Optional<RowState> before = rows.find(unit.connection(), key).map(Standing::state);
        AuditEntry entry = new AuditEntry(
                TYPE,
                key.id(),
                "import-calendar",
                before.map(RowState::digest).orElse(""),
                CalendarRows.digest(centre, key, json, revision),
                notice.details(source));
        ChainHead head = unit.record(entry, before.flatMap(RowState::head).orElse(ChainHead.START));
        rows.save(unit.connection(), centre, key, json, revision, head);
    }

    /**
     * Has notices of before chains were kept begin theirs, as they stand. One whose chain has begun cannot begin it
     * again: its first entry is there.
     *
     * @param root the centre whose trail proves those that are in none
     */
    void adopt(TenantId root) {
        transactions
                .read(system(ALL), unit -> rows.withoutChain(unit.connection(), root))
                .forEach((key, centre) -> transactions.write(system(centre), Void.class, unit -> adopt(key, unit)));
    }

    private Void adopt(Key key, UnitOfWork unit) {
        rows.setTrail(unit.connection(), key, unit.context().tenant());
        rows.find(unit.connection(), key)
                .map(Standing::state)
                .filter(row -> row.head().equals(Optional.of(ChainHead.START)))
                .ifPresent(row -> {
                    AuditEntry entry = new AuditEntry(
                            TYPE,
                            key.id(),
                            "adopt-calendar",
                            "",
                            row.digest(),
                            Map.of("region", key.region(), "year", String.valueOf(key.year())));
                    rows.setHead(unit.connection(), key, unit.record(entry, ChainHead.START));
                });
        return null;
    }

    private static Key key(CalendarNotice notice) {
        return new Key(notice.region(), notice.year());
    }

    private CallContext system(TenantId tenant) {
        return CallContext.system(
                tenant, clock.clock().instant(), Ids.next(clock.clock().instant()));
    }
}
