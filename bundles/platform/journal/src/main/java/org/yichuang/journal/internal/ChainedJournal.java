package org.yichuang.journal.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** The audit trail as it is read; it is written by {@link JtaUnitOfWork}. */
public class ChainedJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(ChainedJournal.class);

    private final Transactions transactions;
    private final Node node;
    private final Verifier verifier;
    private final Map<TenantId, AccessChain> accessChains = new ConcurrentHashMap<>();

    public ChainedJournal(Transactions transactions, Node node, Verifier verifier) {
        this.transactions = transactions;
        this.node = node;
        this.verifier = verifier;
    }

    @Override
    public Page<JournalEntry> entries(String aggregateType, String aggregateId, PageRequest page, CallContext context) {
        long after = Cursor.start(page, 1).number(0, 0);
        List<EntryRow> rows = transactions.read(
                context,
                unit -> EntryQueries.ofAggregate(
                        unit.connection(),
                        context.tenant().value(),
                        aggregateType,
                        aggregateId,
                        after,
                        page.limit() + 1));
        return Page.of(rows, page.limit(), row -> Cursor.of(row.sequence())).map(ChainedJournal::entry);
    }

    @Override
    public Page<JournalEntry> latest(PageRequest page, CallContext context) {
        Cursor cursor = Cursor.start(page, 4);
        EntryQueries.Place place = new EntryQueries.Place(
                cursor.number(0, Long.MAX_VALUE),
                cursor.text(1, ""),
                cursor.text(2, ""),
                cursor.number(3, Long.MAX_VALUE));
        List<EntryRow> rows = transactions.read(
                context,
                unit -> EntryQueries.latest(unit.connection(), context.tenant().value(), place, page.limit() + 1));
        return Page.of(
                        rows,
                        page.limit(),
                        row -> Cursor.of(row.atMicros(), row.aggregateType(), row.aggregateId(), row.sequence()))
                .map(ChainedJournal::entry);
    }

    @Override
    public void refused(String operation, ProblemException refusal, CallContext context) {
        try {
            accessChains
                    .computeIfAbsent(context.tenant(), tenant -> new AccessChain())
                    .add(Map.of("operation", operation, "code", refusal.code().code()), context);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A refusal could not be journaled: {} {}",
                    operation,
                    refusal.code().code(),
                    e);
        }
    }

    @Override
    public Verification verify(TenantId tenant) {
        return verifier.verify(tenant);
    }

    private static JournalEntry entry(EntryRow row) {
        return new JournalEntry(
                row.aggregateType(),
                row.aggregateId(),
                row.sequence(),
                JtaUnitOfWork.moment(row.atMicros()),
                row.actor(),
                row.actorName(),
                row.action(),
                row.before(),
                row.after(),
                Json.texts(row.details()),
                row.requestId(),
                row.hash());
    }

    /** The refusals of one tenant on this node: a chain whose head is kept in memory, for it has no aggregate. */
    private final class AccessChain {
        private ChainHead head = ChainHead.START;
        private int part = 1;

        synchronized void add(Map<String, String> details, CallContext context) {
            // Neither key nor version of the refused command belong to this entry
            CallContext own = new CallContext(
                    context.tenant(),
                    context.actor(),
                    context.at(),
                    context.requestId(),
                    Optional.empty(),
                    Optional.empty());
            AuditEntry entry = new AuditEntry("access", node.id() + "-" + part, "refuse", "", "", details);
            ChainHead previous = head;
            boolean written = false;
            try {
                ChainHead[] next = new ChainHead[1];
                transactions.write(own, Void.class, unit -> {
                    next[0] = unit.record(entry, previous);
                    return null;
                });
                head = next[0];
                written = true;
            } finally {
                if (!written) {
                    // It may have been committed all the same; only a new chain is certain not to collide
                    part++;
                    head = ChainHead.START;
                }
            }
        }
    }
}
