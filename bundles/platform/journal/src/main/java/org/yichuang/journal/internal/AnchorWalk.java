package org.yichuang.journal.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.AnchorContent;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.kernel.api.TenantId;

/**
 * Walks a tenant's anchors from one of them on, compares them with each other and with what is known of them outside of
 * the database, and gathers the entries that they hold or that wait for them.
 */
final class AnchorWalk {
    static final int PAGE = 2_000;

    private final TransactionBoundary boundary;
    private final ChainKey key;
    private final String tenant;
    private final AnchorEvidence.Comparison evidence;
    private final PurgedEntries purged;
    private final HashSet64 fastened = new HashSet64();
    private AnchorHead last;
    private long anchored;
    private long passed;
    private boolean atAnchors;

    /** @param from up to where nothing is walked again */
    AnchorWalk(ProofGround ground, TenantId tenant, PurgedEntries purged, ProofMark from) {
        this.boundary = ground.boundary();
        this.key = ground.key();
        this.tenant = tenant.value();
        this.evidence = ground.evidence().begin(tenant);
        this.purged = purged;
        this.last = from.head();
        this.anchored = from.entries();
    }

    /**
     * Reads what waits, then the anchors.
     *
     * @param each gets every batch of entries that are held or wait, but for those that were purged
     * @return the first break
     */
    Optional<String> run(Consumer<List<PendingRow>> each) {
        Optional<String> broken = evidence.begin();
        if (broken.isPresent()) {
            return broken;
        }
        forPending(page -> gather(page, each));
        atAnchors = true;
        broken = goOn(each);
        fastened.seal();
        return broken.or(() -> evidence.end(last));
    }

    private void gather(List<PendingRow> rows, Consumer<List<PendingRow>> each) {
        rows.forEach(row -> fastened.add(row.hash()));
        each.accept(rows);
    }

    private void forPending(Consumer<List<PendingRow>> each) {
        List<PendingRow> page = pendingAfter(Anchoring.BEGINNING);
        while (!page.isEmpty()) {
            each.accept(page);
            page = pendingAfter(page.get(page.size() - 1));
        }
    }

    private List<PendingRow> pendingAfter(PendingRow after) {
        return boundary.readSql(
                RowScope.of(tenant), connection -> AnchorQueries.pending(connection, tenant, after, PAGE));
    }

    /** Reads the anchors that have come since. */
    private Optional<String> goOn(Consumer<List<PendingRow>> each) {
        List<Anchor> page = anchorsAfter(last.number());
        while (!page.isEmpty()) {
            for (Anchor anchor : page) {
                List<PendingRow> refs = AnchorContent.read(anchor.content());
                anchored += refs.size();
                Optional<String> broken = check(anchor).or(() -> evidence.anchor(anchor, anchored));
                if (broken.isPresent()) {
                    return broken;
                }
                List<PendingRow> present =
                        refs.stream().filter(row -> !purged.meet(row)).toList();
                passed += refs.size() - present.size();
                gather(present, each);
                last = anchor.head();
            }
            page = anchorsAfter(last.number());
        }
        return Optional.empty();
    }

    private List<Anchor> anchorsAfter(long number) {
        return boundary.readSql(
                RowScope.of(tenant), connection -> AnchorQueries.walk(connection, tenant, number, PAGE));
    }

    private Optional<String> check(Anchor anchor) {
        long expected = last.number() + 1;
        if (anchor.number() != expected) {
            return Breaks.found("anchor-removed", expected);
        }
        if (!anchor.hash().equals(anchor.expectedHash(key))
                || !anchor.previous().equals(last.hash())) {
            return Breaks.found("anchor-changed", anchor.number());
        }
        return Optional.empty();
    }

    /** Whether what waits has been read, so that the entries of anchors are given now. */
    boolean isAtAnchors() {
        return atAnchors;
    }

    /** How many entries that the walked anchors name have been purged. */
    long passed() {
        return passed;
    }

    /** The last anchor that was walked. */
    AnchorHead last() {
        return last;
    }

    /** How many entries the anchors up to the last one hold. */
    long anchored() {
        return anchored;
    }

    /** How many different entries were gathered. */
    int gathered() {
        return fastened.size();
    }

    /** Whether an entry is held by an anchor or waits for one, also since; notes that it was met. */
    boolean meet(PendingRow row) {
        return fastened.meet(row.hash()) || isFastenedMeanwhile(row);
    }

    /** An entry written after the pending rows were read: it waits now, or has been anchored since. */
    private boolean isFastenedMeanwhile(PendingRow row) {
        if (boundary.readSql(RowScope.of(tenant), connection -> AnchorQueries.isPending(connection, tenant, row))) {
            return true;
        }
        return goOn(rows -> {}).isEmpty() && fastened.meet(row.hash());
    }

    /** An entry that an anchor or a pending row names and that was not met. */
    Optional<String> unmet() {
        if (fastened.allMet()) {
            return Optional.empty();
        }
        long after = 0;
        List<Anchor> page = anchorsAfter(after);
        while (!page.isEmpty()) {
            for (Anchor anchor : page) {
                Optional<String> missing = firstUnmet(AnchorContent.read(anchor.content()));
                if (missing.isPresent()) {
                    return missing;
                }
                after = anchor.number();
            }
            page = anchorsAfter(after);
        }
        List<PendingRow> pending = pendingAfter(Anchoring.BEGINNING);
        while (!pending.isEmpty()) {
            Optional<String> missing = firstUnmet(pending);
            if (missing.isPresent()) {
                return missing;
            }
            pending = pendingAfter(pending.get(pending.size() - 1));
        }
        return Optional.empty();
    }

    private Optional<String> firstUnmet(List<PendingRow> rows) {
        return rows.stream()
                .filter(row -> !fastened.isMet(row.hash()))
                .findFirst()
                .flatMap(AnchorWalk::removed);
    }

    static Optional<String> removed(PendingRow row) {
        return Breaks.found("entry-removed", row.aggregateType() + "/" + row.aggregateId(), row.sequence());
    }
}
