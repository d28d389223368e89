package org.yichuang.journal.internal;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/**
 * What proofs have found, as entries of the trails themselves: every node can tell it. Who can write the database can
 * change an entry, but not make its hash: one that does not fit the key and the entry before is no note, but a break.
 */
final class ProofNotes {
    /** A proof of everything. */
    static final String WHOLE = "verify";
    /** A proof of what had come since the last one. */
    static final String RECENT = "verify-recent";

    private static final String TYPE = "verification";

    private final TransactionBoundary boundary;
    private final Transactions transactions;
    private final EntrySeals seals;
    private final String chain;

    /** @param chain who has them made */
    ProofNotes(TransactionBoundary boundary, Transactions transactions, ChainKey key, String chain) {
        this.boundary = boundary;
        this.transactions = transactions;
        this.seals = new EntrySeals(key);
        this.chain = chain;
    }

    /**
     * @param at when it was asked for, as the entry says
     * @param found for an entry that was changed since, that it was
     * @param isGenuine whether the entry stands as it was written
     */
    record Note(Instant at, Verification found, boolean isGenuine) {
        /** Whether it says that a proof of everything has found a break, or is one itself. */
        boolean isBrokenAsWhole() {
            return !found.sound() && found.since() == 0;
        }
    }

    /** @param first what the transaction begins with */
    void add(Verification found, CallContext context, Consumer<UnitOfWork> first) {
        Map<String, String> details = Map.of(
                "sound", Boolean.toString(found.sound()),
                "chains", Long.toString(found.chains()),
                "entries", Long.toString(found.entries()),
                "anchors", Long.toString(found.anchors()),
                "break", found.firstBreak(),
                "since", Long.toString(found.since()),
                "absent", String.join(",", found.absent()),
                "purged", Long.toString(found.purged()));
        String action = found.since() == 0 ? WHOLE : RECENT;
        transactions.write(context, Void.class, unit -> {
            first.accept(unit);
            unit.record(
                    new AuditEntry(TYPE, chain, action, "", "", details),
                    EntryQueries.head(unit.connection(), context.tenant().value(), TYPE, chain));
            return null;
        });
    }

    /** The last one at a tenant. */
    Optional<Note> last(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> last(connection, tenant));
    }

    /** The last one at each of many tenants; those that have none are left out. */
    Map<TenantId, Note> last(Collection<TenantId> tenants) {
        return boundary.readSql(RowScope.acrossTenants("what proofs have found"), connection -> {
            Map<TenantId, Note> found = new HashMap<>();
            tenants.forEach(tenant -> last(connection, tenant).ifPresent(note -> found.put(tenant, note)));
            return found;
        });
    }

    /** When a tenant's trail begins. */
    Optional<Instant> firstEntry(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> EntryQueries.firstMicros(connection, tenant.value()))
                .map(JtaUnitOfWork::moment);
    }

    /** When everything was proved last; nothing when the entry about it was changed since. */
    Optional<Instant> lastWhole(TenantId tenant) {
        return boundary.readSql(RowScope.of(tenant), connection -> EntryQueries.lastOfAction(
                                connection, tenant.value(), TYPE, chain, WHOLE, Long.MAX_VALUE)
                        .filter(entry -> seals.isIntact(connection, entry)))
                .map(entry -> JtaUnitOfWork.moment(entry.atMicros()));
    }

    private Optional<Note> last(Connection connection, TenantId tenant) {
        return EntryQueries.last(connection, tenant.value(), TYPE, chain)
                .map(entry -> seals.isIntact(connection, entry) ? note(entry) : changed(entry));
    }

    private static Note changed(EntryRow entry) {
        String sentence =
                Breaks.found("entry-changed", entry.name(), entry.sequence()).orElseThrow();
        return new Note(
                JtaUnitOfWork.moment(entry.atMicros()),
                new Verification(false, 0, 0, 0, sentence, 0, 0, List.of()),
                false);
    }

    private static Note note(EntryRow entry) {
        Map<String, String> details = Json.texts(entry.details());
        Verification found = new Verification(
                Boolean.parseBoolean(details.get("sound")),
                Long.parseLong(details.get("chains")),
                Long.parseLong(details.get("entries")),
                Long.parseLong(details.get("anchors")),
                details.get("break"),
                Long.parseLong(details.getOrDefault("since", "0")),
                Long.parseLong(details.getOrDefault("purged", "0")),
                Stream.of(details.getOrDefault("absent", "").split(","))
                        .filter(type -> !type.isEmpty())
                        .toList());
        return new Note(JtaUnitOfWork.moment(entry.atMicros()), found, true);
    }
}
