package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalChain;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.AnchorContent;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** The audit trail as it is read; it is written by {@link JtaUnitOfWork}. */
public class ChainedJournal implements Journal {
    /** So many anchors are read at once by who looks for news. */
    private static final int ANCHORS = 50;

    /** A thing that so much has happened to is none. */
    private static final int LONGEST_CHAIN = 10_000;

    private final Transactions transactions;
    private final Verifier verifier;
    private final RefusalLog refusals;
    private final ChainKey key;

    /** @param key with which the chains were written */
    public ChainedJournal(Transactions transactions, Verifier verifier, RefusalLog refusals, ChainKey key) {
        this.key = key;
        this.transactions = transactions;
        this.verifier = verifier;
        this.refusals = refusals;
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
    public JournalChain chain(String aggregateType, String aggregateId, CallContext context) {
        String tenant = context.tenant().value();
        return transactions.read(context, unit -> {
            List<EntryRow> rows = EntryQueries.ofAggregate(
                    unit.connection(), tenant, aggregateType, aggregateId, 0, LONGEST_CHAIN + 1);
            if (rows.size() > LONGEST_CHAIN) {
                throw ProblemException.of(CommonError.TOOK_TOO_LONG);
            }
            AnchorHead anchor = AnchorQueries.head(unit.connection(), tenant);
            long broken = firstBreak(rows);
            List<JournalEntry> entries =
                    rows.stream().map(ChainedJournal::entry).toList();
            return new JournalChain(entries, broken == 0, broken, anchor.number(), anchor.hash());
        });
    }

    private long firstBreak(List<EntryRow> rows) {
        String previous = "";
        long expected = 1;
        for (EntryRow row : rows) {
            if (row.sequence() != expected || !row.hash().equals(row.expectedHash(key, previous))) {
                return row.sequence();
            }
            previous = row.hash();
            expected++;
        }
        return 0;
    }

    @Override
    public Page<JournalEntry> latest(PageRequest page, CallContext context) {
        context.require(JournalPermission.AUDIT);
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
    public NewEvents newEvents(EventFilter wanted, OptionalLong since, CallContext context) {
        String tenant = context.tenant().value();
        return transactions.read(context, unit -> {
            Connection connection = unit.connection();
            long last = AnchorQueries.head(connection, tenant).number();
            long passed = since.orElse(last);
            boolean isAny = false;
            while (!isAny && passed < last) {
                List<Anchor> part = AnchorQueries.walk(connection, tenant, passed, ANCHORS);
                isAny = part.stream().anyMatch(anchor -> holds(connection, anchor, wanted));
                passed = part.isEmpty() ? last : part.get(part.size() - 1).number();
            }
            return new NewEvents(last, isAny);
        });
    }

    private static boolean holds(Connection connection, Anchor anchor, EventFilter wanted) {
        return Dialect.of(connection)
                .entries(connection, anchor.tenant(), AnchorContent.read(anchor.content()))
                .stream()
                .map(EntryRow::event)
                .anyMatch(event -> event.version() > 0 && wanted.wants(event));
    }

    @Override
    public void refused(String operation, ProblemException refusal, CallContext context) {
        refused(operation, refusal, DomainEvent.NONE, context);
    }

    @Override
    public void refused(String operation, ProblemException refusal, DomainEvent event, CallContext context) {
        refusals.add(operation, refusal.code().code(), event, context);
    }

    @Override
    public Verification verify(TenantId tenant) {
        return verifier.verify(tenant);
    }

    @Override
    public Verification verifyRecent(TenantId tenant) {
        return verifier.verifyRecent(tenant);
    }

    /** The digests of rows are for the verification, not for people. */
    private static Map<String, String> facts(Map<String, String> details) {
        Map<String, String> facts = new TreeMap<>(details);
        facts.keySet().removeIf(name -> name.startsWith(RowDigests.ROW) || name.startsWith(RowDigests.FOUND));
        return facts;
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
                facts(Json.texts(row.details())),
                row.requestId(),
                row.hash());
    }
}
