package org.yichuang.journal.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.AnchorQueries;
import org.yichuang.journal.internal.persistence.Dialect;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.TenantId;

/**
 * A verification of what has come since the last one: that what was proved still ends with the same anchor and has as
 * many entries, the anchors and entries behind it, the rows that these speak about, and what waits to leave. What was
 * written in older entries, and rows that no new entry speaks about, are not looked at.
 */
final class RecentRun implements ProofRun {
    private static final int BATCH = 1_000;

    private final ProofGround ground;
    private final TenantId tenant;
    private final PurgedEntries purged;
    private final ProofMark from;
    private final AnchorWalk anchors;
    private final RowCheck rows;
    private final Map<String, PendingRow> waiting = new LinkedHashMap<>();
    private final List<PendingRow> batch = new ArrayList<>();
    private final Set<String> chains = new HashSet<>();
    private Optional<String> broken = Optional.empty();
    private ProofMark proved = ProofMark.NOTHING;
    private long entries;

    RecentRun(ProofGround ground, TenantId tenant, PurgedEntries purged, ProofMark from) {
        this.ground = ground;
        this.tenant = tenant;
        this.purged = purged;
        this.from = from;
        this.anchors = new AnchorWalk(ground, tenant, purged, from);
        this.rows = new RowCheck(ground.boundary(), ground.providers(), tenant);
    }

    @Override
    public Verification run() {
        long before = count();
        broken = purged.broken()
                .or(this::end)
                .or(this::walk)
                .or(() -> counted(before))
                .or(rows::runNoted)
                .or(this::messages);
        return new Verification(
                broken.isEmpty(),
                chains.size(),
                entries,
                anchors.last().number() - from.head().number(),
                broken.orElse(""),
                from.head().number(),
                purged.entries(),
                rows.absent());
    }

    @Override
    public ProofMark proved() {
        return proved;
    }

    private long count() {
        return ground.boundary()
                .readSql(RowScope.of(tenant), connection -> EntryQueries.count(connection, tenant.value()));
    }

    private Optional<String> messages() {
        return ground.outbox().firstAltered(tenant).flatMap(id -> Breaks.found("message-altered", id));
    }

    /** The anchor with which ends what was proved. */
    private Optional<String> end() {
        long number = from.head().number();
        Optional<String> hash = ground.boundary()
                .readSql(RowScope.of(tenant), connection -> AnchorQueries.hash(connection, tenant.value(), number));
        if (hash.isEmpty()) {
            return Breaks.found("anchor-removed", number);
        }
        return hash.get().equals(from.head().hash()) ? Optional.empty() : Breaks.found("anchor-changed", number);
    }

    private Optional<String> walk() {
        Optional<String> found = anchors.run(this::gather);
        proved = new ProofMark(anchors.last(), anchors.anchored(), 0);
        flush();
        batch.addAll(waiting.values());
        flush();
        return broken.or(() -> found);
    }

    /** What waits comes first and is looked at last, unless it has been anchored meanwhile: chains keep their order. */
    private void gather(List<PendingRow> refs) {
        for (PendingRow ref : refs) {
            if (anchors.isAtAnchors()) {
                waiting.remove(ref.hash());
                batch.add(ref);
            } else {
                waiting.put(ref.hash(), ref);
            }
        }
        if (batch.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        Set<PendingRow> places = new LinkedHashSet<>();
        for (PendingRow ref : batch) {
            places.add(place(ref.aggregateType(), ref.aggregateId(), ref.sequence()));
            places.add(place(ref.aggregateType(), ref.aggregateId(), ref.sequence() - 1));
        }
        Map<PendingRow, EntryRow> found = new HashMap<>();
        ground.boundary()
                .readSql(RowScope.of(tenant), connection -> Dialect.of(connection)
                        .entries(connection, tenant.value(), List.copyOf(places)))
                .forEach(row -> found.put(place(row.aggregateType(), row.aggregateId(), row.sequence()), row));
        for (PendingRow ref : batch) {
            broken = broken.or(() -> check(ref, found));
        }
        batch.clear();
    }

    private static PendingRow place(String type, String id, long sequence) {
        return new PendingRow(type, id, sequence, "");
    }

    private Optional<String> check(PendingRow ref, Map<PendingRow, EntryRow> found) {
        EntryRow row = found.get(place(ref.aggregateType(), ref.aggregateId(), ref.sequence()));
        if (row == null) {
            return AnchorWalk.removed(ref);
        }
        entries++;
        chains.add(row.name());
        Optional<String> previous = previous(ref, found);
        if (previous.isEmpty()) {
            return Breaks.found("entry-missing", row.name(), ref.sequence() - 1);
        }
        if (!row.hash().equals(ref.hash()) || !row.hash().equals(row.expectedHash(ground.key(), previous.get()))) {
            return Breaks.found("entry-changed", row.name(), row.sequence());
        }
        rows.entry(row);
        return Optional.empty();
    }

    /** The hash of the entry before, which the entry's own covers. */
    private Optional<String> previous(PendingRow ref, Map<PendingRow, EntryRow> found) {
        ChainHead start = purged.start(ref.aggregateType(), ref.aggregateId());
        return ref.sequence() - 1 == start.sequence()
                ? Optional.of(start.hash())
                : Optional.ofNullable(found.get(place(ref.aggregateType(), ref.aggregateId(), ref.sequence() - 1)))
                        .map(EntryRow::hash);
    }

    /** Whether there are as many entries as anchors hold and wait for one; others may be written meanwhile. */
    private Optional<String> counted(long before) {
        long known = from.entries() + anchors.gathered() - (purged.entries() - anchors.passed());
        long after = count();
        return before > known || after < known
                ? Breaks.found("entries-counted", Math.min(after, before), known)
                : Optional.empty();
    }
}
