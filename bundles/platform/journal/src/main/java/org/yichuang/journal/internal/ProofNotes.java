package org.yichuang.journal.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.CallContext;

/** What proofs have found, as entries of the trails themselves: every node can tell it, and nobody can change it. */
final class ProofNotes {
    /** A proof of everything. */
    static final String WHOLE = "verify";
    /** A proof of what had come since the last one. */
    static final String RECENT = "verify-recent";

    private static final String TYPE = "verification";

    private final Transactions transactions;
    private final String chain;

    /** @param chain who has them made */
    ProofNotes(Transactions transactions, String chain) {
        this.transactions = transactions;
        this.chain = chain;
    }

    /** @param at when it was asked for */
    record Note(Instant at, Verification found) {}

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

    /** The last one at the context's tenant. */
    Optional<Note> last(CallContext context) {
        return transactions
                .read(
                        context,
                        unit -> EntryQueries.last(
                                unit.connection(), context.tenant().value(), TYPE, chain))
                .map(ProofNotes::note);
    }

    /** When the trail of the context's tenant begins. */
    Optional<Instant> firstEntry(CallContext context) {
        return transactions
                .read(
                        context,
                        unit -> EntryQueries.firstMicros(
                                unit.connection(), context.tenant().value()))
                .map(JtaUnitOfWork::moment);
    }

    /** When everything was proved last. */
    Optional<Instant> lastWhole(CallContext context) {
        return transactions
                .read(
                        context,
                        unit -> EntryQueries.lastOfAction(
                                unit.connection(), context.tenant().value(), TYPE, chain, WHOLE))
                .map(entry -> JtaUnitOfWork.moment(entry.atMicros()));
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
        return new Note(JtaUnitOfWork.moment(entry.atMicros()), found);
    }
}
