package org.yichuang.journal.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.domain.PendingRow;
import org.yichuang.journal.internal.persistence.EntryQueries;

/**
 * What was purged of a tenant's access entries, as the summaries say that stand in the trail for them: how many entries
 * of which chain, the digest of the first and of the last. A summary is an entry itself, hashed with the key and
 * anchored; the anchors still hold the digest of each purged entry, with which it is compared.
 */
final class PurgedEntries {
    /** The kind of the summaries; each chain of them has the name of the chain that it stands for. */
    static final String SUMMARY = "purged-access";

    private static final int PAGE = 500;

    private final Map<String, List<Part>> parts = new HashMap<>();
    private Optional<String> broken = Optional.empty();
    private long entries;

    private PurgedEntries() {}

    /** Reads and checks the summaries of a tenant. */
    static PurgedEntries read(TransactionBoundary boundary, ChainKey key, String tenant) {
        PurgedEntries purged = new PurgedEntries();
        EntryRow last = null;
        List<EntryRow> page = page(boundary, tenant, "", 0);
        while (!page.isEmpty()) {
            for (EntryRow row : page) {
                purged.add(row, key, last != null && last.aggregateId().equals(row.aggregateId()) ? last.hash() : "");
                last = row;
            }
            page = page(boundary, tenant, last.aggregateId(), last.sequence());
        }
        return purged;
    }

    private static List<EntryRow> page(TransactionBoundary boundary, String tenant, String id, long sequence) {
        return boundary.readSql(
                RowScope.of(tenant), connection -> EntryQueries.walk(connection, tenant, SUMMARY, id, sequence, PAGE));
    }

    private void breakAt(EntryRow row) {
        broken = broken.or(() -> Breaks.found("entry-changed", SUMMARY + "/" + row.aggregateId(), row.sequence()));
    }

    private void add(EntryRow row, ChainKey key, String previous) {
        if (!row.hash().equals(row.expectedHash(key, previous))) {
            // Nothing that it says is believed, nor need it be readable
            breakAt(row);
            return;
        }
        Part part = Part.of(row);
        if (part.from != end(row.aggregateId()) + 1) {
            breakAt(row);
        }
        parts.computeIfAbsent(row.aggregateId(), first -> new ArrayList<>()).add(part);
        entries += part.entries();
    }

    /** What is wrong with the summaries by themselves. */
    Optional<String> broken() {
        return broken;
    }

    /** How many entries were purged. */
    long entries() {
        return entries;
    }

    private long end(String chain) {
        List<Part> of = parts.getOrDefault(chain, List.of());
        return of.isEmpty() ? 0 : of.get(of.size() - 1).to;
    }

    /** After which entry a chain begins that has been purged; the start of a whole one. */
    ChainHead start(String type, String id) {
        List<Part> of = type.equals(EntryRow.REFUSALS) ? parts.getOrDefault(id, List.of()) : List.of();
        return of.isEmpty() ? ChainHead.START : new ChainHead(of.get(of.size() - 1).to, of.get(of.size() - 1).last);
    }

    /** Whether an entry that an anchor names has been purged; notes that it was named. */
    boolean meet(PendingRow row) {
        if (!row.aggregateType().equals(EntryRow.REFUSALS)) {
            return false;
        }
        for (Part part : parts.getOrDefault(row.aggregateId(), List.of())) {
            if (row.sequence() >= part.from && row.sequence() <= part.to) {
                part.meet(row);
                return true;
            }
        }
        return false;
    }

    /** A summary that is not about what the anchors name, when all of them have been met. */
    Optional<String> unlike() {
        return parts.entrySet().stream()
                .filter(chain -> !chain.getValue().stream().allMatch(Part::isMet))
                .findFirst()
                .flatMap(chain -> Breaks.found("purge-differs", EntryRow.REFUSALS + "/" + chain.getKey()));
    }

    /** Whether nothing has been purged since. */
    boolean isSame(PurgedEntries other) {
        return entries == other.entries;
    }

    /** The entries of one chain that one summary stands for. */
    private static final class Part {
        private final long from;
        private final long to;
        private final String first;
        private final String last;
        private long met;
        private boolean differs;

        private Part(long from, long to, String first, String last) {
            this.from = from;
            this.to = to;
            this.first = first;
            this.last = last;
        }

        static Part of(EntryRow summary) {
            Map<String, String> details = Json.texts(summary.details());
            return new Part(
                    Long.parseLong(details.get("from")),
                    Long.parseLong(details.get("to")),
                    summary.before(),
                    summary.after());
        }

        long entries() {
            return to - from + 1;
        }

        void meet(PendingRow row) {
            met++;
            differs |= row.sequence() == from && !row.hash().equals(first);
            differs |= row.sequence() == to && !row.hash().equals(last);
        }

        boolean isMet() {
            return met == entries() && !differs;
        }
    }
}
