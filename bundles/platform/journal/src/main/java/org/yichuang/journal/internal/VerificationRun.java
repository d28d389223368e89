package org.yichuang.journal.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.kernel.api.TenantId;

/**
 * One verification of everything. It reads in short transactions while others write, in an order that makes what they
 * add harmless: the file before the anchors, pending rows and anchors before the entries, the entries before the
 * aggregates. Each step gives the first break it finds, or nothing.
 */
final class VerificationRun implements ProofRun {
    private static final int PAGE = 2_000;

    private final ProofGround ground;
    private final TenantId tenant;
    private final PurgedEntries purged;
    private final AnchorWalk anchors;
    private final RowCheck rows;
    private ProofMark proved = ProofMark.NOTHING;
    private long chains;
    private long entries;

    VerificationRun(ProofGround ground, TenantId tenant, PurgedEntries purged) {
        this.ground = ground;
        this.tenant = tenant;
        this.purged = purged;
        this.anchors = new AnchorWalk(ground, tenant, purged, ProofMark.NOTHING);
        this.rows = new RowCheck(ground.boundary(), ground.providers(), tenant);
    }

    @Override
    public Verification run() {
        Optional<String> broken = purged.broken()
                .or(this::anchors)
                .or(this::entries)
                .or(anchors::unmet)
                .or(purged::unlike)
                .or(rows::run)
                .or(this::messages);
        return new Verification(
                broken.isEmpty(),
                chains,
                entries,
                anchors.last().number(),
                broken.orElse(""),
                0,
                purged.entries(),
                rows.absent());
    }

    @Override
    public ProofMark proved() {
        return proved;
    }

    private Optional<String> anchors() {
        Optional<String> broken = anchors.run(batch -> {});
        proved = new ProofMark(anchors.last(), anchors.anchored(), 0);
        return broken;
    }

    /** What waits to leave must be what was written. */
    private Optional<String> messages() {
        return ground.outbox().firstAltered(tenant).flatMap(id -> Breaks.found("message-altered", id));
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
        return ground.boundary()
                .readSql(RowScope.of(tenant), connection -> EntryQueries.nextType(connection, tenant.value(), type));
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
        return ground.boundary()
                .readSql(
                        RowScope.of(tenant),
                        connection -> EntryQueries.walk(connection, tenant.value(), type, aggregate, sequence, PAGE));
    }

    private Optional<String> check(EntryRow row, EntryRow before) {
        ChainHead previous = before == null
                ? purged.start(row.aggregateType(), row.aggregateId())
                : new ChainHead(before.sequence(), before.hash());
        if (before == null) {
            chains++;
        }
        entries++;
        if (row.sequence() != previous.sequence() + 1) {
            return Breaks.found("entry-missing", row.name(), previous.sequence() + 1);
        }
        if (!row.hash().equals(row.expectedHash(ground.key(), previous.hash()))) {
            return Breaks.found("entry-changed", row.name(), row.sequence());
        }
        if (!anchors.meet(new PendingRow(row.aggregateType(), row.aggregateId(), row.sequence(), row.hash()))) {
            return Breaks.found("entry-loose", row.name(), row.sequence());
        }
        rows.entry(row);
        return Optional.empty();
    }
}
