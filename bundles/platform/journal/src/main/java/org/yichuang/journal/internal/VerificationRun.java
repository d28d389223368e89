package org.yichuang.journal.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.AnchorContent;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.TenantId;

/**
 * One verification. It reads in short transactions while others write, in an order that makes what they add harmless:
 * the file before the anchors, pending rows and anchors before the entries, the entries before the aggregates. Each
 * step gives the first break it finds, or nothing.
 */
final class VerificationRun {
    private static final int PAGE = 2_000;

    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final AnchorEvidence.Comparison evidence;
    private final String tenant;
    private final RowCheck rows;
    private final DatabaseOutbox outbox;
    private final HashSet64 fastened = new HashSet64();
    private AnchorHead lastAnchor = Anchor.START;
    private long anchored;
    private long chains;
    private long entries;

    VerificationRun(
            TransactionBoundary boundary,
            ChainKey key,
            AnchorEvidence evidence,
            List<ChainHeadProvider> providers,
            DatabaseOutbox outbox,
            TenantId tenant) {
        this.boundary = boundary;
        this.key = key;
        this.evidence = evidence.begin(tenant);
        this.outbox = outbox;
        this.tenant = tenant.value();
        this.rows = new RowCheck(boundary, providers, tenant);
    }

    Verification run() {
        Optional<String> broken =
                anchors().or(this::entries).or(this::unmet).or(rows::run).or(this::messages);
        return new Verification(broken.isEmpty(), chains, entries, lastAnchor.number(), broken.orElse(""));
    }

    private Optional<String> anchors() {
        Optional<String> broken = evidence.begin();
        if (broken.isPresent()) {
            return broken;
        }
        readPending();
        broken = readAnchors();
        fastened.seal();
        return broken.or(() -> evidence.end(lastAnchor));
    }

    private void readPending() {
        PendingRow after = Anchoring.BEGINNING;
        List<PendingRow> page = pendingAfter(after);
        while (!page.isEmpty()) {
            page.forEach(row -> fastened.add(row.hash()));
            page = pendingAfter(page.get(page.size() - 1));
        }
    }

    private List<PendingRow> pendingAfter(PendingRow after) {
        return boundary.readSql(connection -> AnchorQueries.pending(connection, tenant, after, PAGE));
    }

    private Optional<String> readAnchors() {
        List<Anchor> page = anchorsAfter(lastAnchor.number());
        while (!page.isEmpty()) {
            for (Anchor anchor : page) {
                List<PendingRow> refs = AnchorContent.read(anchor.content());
                anchored += refs.size();
                Optional<String> broken = check(anchor).or(() -> evidence.anchor(anchor, anchored));
                if (broken.isPresent()) {
                    return broken;
                }
                refs.forEach(row -> fastened.add(row.hash()));
                lastAnchor = anchor.head();
            }
            page = anchorsAfter(lastAnchor.number());
        }
        return Optional.empty();
    }

    private List<Anchor> anchorsAfter(long number) {
        return boundary.readSql(connection -> AnchorQueries.walk(connection, tenant, number, PAGE));
    }

    private Optional<String> check(Anchor anchor) {
        long expected = lastAnchor.number() + 1;
        if (anchor.number() != expected) {
            return Breaks.found("anchor-removed", expected);
        }
        if (!anchor.hash().equals(anchor.expectedHash(key))
                || !anchor.previous().equals(lastAnchor.hash())) {
            return Breaks.found("anchor-changed", anchor.number());
        }
        return Optional.empty();
    }

    /** What waits to leave must be what was written. */
    private Optional<String> messages() {
        return outbox.firstAltered(new TenantId(tenant)).flatMap(id -> Breaks.found("message-altered", id));
    }

    private Optional<String> entries() {
        Optional<String> type = typeAfter("");
        while (type.isPresent()) {
            Optional<String> broken = chainsOf(type.get());
            if (broken.isPresent()) {
                return broken;
            }
            type = typeAfter(type.get());
        }
        return Optional.empty();
    }

    private Optional<String> typeAfter(String type) {
        return boundary.readSql(connection -> EntryQueries.nextType(connection, tenant, type));
    }

    private Optional<String> chainsOf(String type) {
        EntryRow last = null;
        List<EntryRow> page = entriesAfter(type, "", 0);
        while (!page.isEmpty()) {
            for (EntryRow row : page) {
                EntryRow before = last != null && last.aggregateId().equals(row.aggregateId()) ? last : null;
                Optional<String> broken = check(row, before);
                if (broken.isPresent()) {
                    return broken;
                }
                last = row;
            }
            page = entriesAfter(type, last.aggregateId(), last.sequence());
        }
        return Optional.empty();
    }

    private List<EntryRow> entriesAfter(String type, String aggregate, long sequence) {
        return boundary.readSql(connection -> EntryQueries.walk(connection, tenant, type, aggregate, sequence, PAGE));
    }

    private Optional<String> check(EntryRow row, EntryRow before) {
        if (before == null) {
            chains++;
        }
        entries++;
        long expected = before == null ? 1 : before.sequence() + 1;
        if (row.sequence() != expected) {
            return Breaks.found("entry-missing", name(row), expected);
        }
        if (!row.hash().equals(row.expectedHash(key, before == null ? "" : before.hash()))) {
            return Breaks.found("entry-changed", name(row), row.sequence());
        }
        if (!fastened.meet(row.hash()) && !isFastenedMeanwhile(row)) {
            return Breaks.found("entry-loose", name(row), row.sequence());
        }
        rows.entry(row);
        return Optional.empty();
    }

    /** An entry written after the pending rows were read: it waits now, or has been anchored since. */
    private boolean isFastenedMeanwhile(EntryRow row) {
        PendingRow wanted = new PendingRow(row.aggregateType(), row.aggregateId(), row.sequence(), row.hash());
        if (boundary.readSql(connection -> AnchorQueries.isPending(connection, tenant, wanted))) {
            return true;
        }
        return readAnchors().isEmpty() && fastened.meet(row.hash());
    }

    /** What an anchor or a pending row names must have been met among the entries. */
    private Optional<String> unmet() {
        if (fastened.allMet()) {
            return Optional.empty();
        }
        long after = 0;
        List<Anchor> page = anchorsAfter(after);
        while (!page.isEmpty()) {
            for (Anchor anchor : page) {
                Optional<PendingRow> missing = firstUnmet(AnchorContent.read(anchor.content()));
                if (missing.isPresent()) {
                    return removed(missing.get());
                }
                after = anchor.number();
            }
            page = anchorsAfter(after);
        }
        List<PendingRow> pending = pendingAfter(Anchoring.BEGINNING);
        while (!pending.isEmpty()) {
            Optional<PendingRow> missing = firstUnmet(pending);
            if (missing.isPresent()) {
                return removed(missing.get());
            }
            pending = pendingAfter(pending.get(pending.size() - 1));
        }
        return Optional.empty();
    }

    private Optional<PendingRow> firstUnmet(List<PendingRow> rows) {
        return rows.stream().filter(row -> !fastened.isMet(row.hash())).findFirst();
    }

    private Optional<String> removed(PendingRow row) {
        return Breaks.found("entry-removed", row.aggregateType() + "/" + row.aggregateId(), row.sequence());
    }

    private static String name(EntryRow row) {
        return row.aggregateType() + "/" + row.aggregateId();
    }
}
