package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;
import org.yichuang.journal.rows.EntityRows;
import org.yichuang.journal.rows.RowDigests;

/**
 * Lets a step that comes before the baseline, after a table's columns have changed, say how it has found its rows over
 * the columns in which they had been left: else an edit from before the upgrade would be taken for the step's own.
 * Where the baseline has been, which is asked once for each kind of rows, it costs nothing.
 */
final class FormerRows {
    /** More entries than one case ever gets before an upgrade. */
    private static final int LONGEST_CHAIN = 1_000;

    private final TransactionBoundary boundary;
    private final EntrySeals seals;
    /** The kinds of rows, by centre and columns, that have been taken over. */
    private final Set<String> takenOver = ConcurrentHashMap.newKeySet();

    private volatile int databaseChanges;

    /** @param key makes the hashes of entries */
    FormerRows(TransactionBoundary boundary, ChainKey key) {
        this.seals = new EntrySeals(key);
        this.boundary = boundary;
    }

    /** What an entry is to say, which follows on an end of its chain in a transaction of these entities. */
    AuditEntry compared(
            AuditEntry entry,
            ChainHead previous,
            String tenant,
            Supplier<Connection> connection,
            Collection<EntityManager> rows) {
        forgetAnotherDatabase();
        Map<String, String> found = found(entry);
        found.entrySet().removeIf(row -> takenOver.contains(kind(tenant, row)));
        if (found.isEmpty()) {
            return entry;
        }
        Map<String, String> complete = RowBaseline.lastComplete(connection.get(), tenant, seals);
        found.entrySet().removeIf(row -> isTakenOver(tenant, row, complete));
        return found.isEmpty() || previous.sequence() == 0
                ? entry
                : compared(
                        entry, found, left(found.keySet(), entry, previous, tenant, complete, connection.get()), rows);
    }

    private static AuditEntry compared(
            AuditEntry entry, Map<String, String> found, Map<String, String> left, Collection<EntityManager> rows) {
        String own = RowCovers.name(entry.aggregateType(), entry.aggregateId());
        String before = entry.before();
        Map<String, String> details = new HashMap<>(entry.details());
        for (Map.Entry<String, String> row : found.entrySet()) {
            Optional<String> formerly = Optional.ofNullable(left.get(row.getKey()))
                    .map(FormerRows::beginning)
                    .filter(former -> !former.isEmpty() && !row.getValue().startsWith(former))
                    .flatMap(former -> formerly(rows, row.getValue(), former));
            if (formerly.isPresent() && row.getKey().equals(own)) {
                before = formerly.get();
            } else {
                formerly.ifPresent(digest -> details.put(RowDigests.FOUND + row.getKey(), digest));
            }
        }
        return new AuditEntry(
                entry.aggregateType(),
                entry.aggregateId(),
                entry.action(),
                before,
                entry.after(),
                details,
                entry.event());
    }

    private void forgetAnotherDatabase() {
        int changes = boundary.guard().changes();
        if (changes != databaseChanges) {
            databaseChanges = changes;
            takenOver.clear();
        }
    }

    /** How the step has found which rows. */
    private static Map<String, String> found(AuditEntry entry) {
        Map<String, String> found = new HashMap<>();
        if (!beginning(entry.before()).isEmpty()) {
            found.put(RowCovers.name(entry.aggregateType(), entry.aggregateId()), entry.before());
        }
        entry.details().forEach((name, digest) -> {
            if (name.startsWith(RowDigests.FOUND) && !beginning(digest).isEmpty()) {
                found.put(name.substring(RowDigests.FOUND.length()), digest);
            }
        });
        return found;
    }

    private boolean isTakenOver(String tenant, Map.Entry<String, String> row, Map<String, String> complete) {
        boolean isDone = beginning(row.getValue()).equals(complete.get(type(row.getKey())));
        if (isDone) {
            takenOver.add(kind(tenant, row));
        }
        return isDone;
    }

    private static String kind(String tenant, Map.Entry<String, String> row) {
        return tenant + "/" + type(row.getKey()) + "/" + beginning(row.getValue());
    }

    private static String type(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /** How some rows had been left by the last entries of the chain, or over which columns by the last baseline. */
    private static Map<String, String> left(
            Set<String> rows,
            AuditEntry entry,
            ChainHead previous,
            String tenant,
            Map<String, String> complete,
            Connection connection) {
        String own = RowCovers.name(entry.aggregateType(), entry.aggregateId());
        Map<String, String> left = new HashMap<>();
        // Of its own row the end of the chain tells; only what it tells of others has to be looked for
        long after = rows.equals(Set.of(own)) ? previous.sequence() - 1 : 0;
        List<EntryRow> chain = EntryQueries.ofAggregate(
                connection, tenant, entry.aggregateType(), entry.aggregateId(), after, LONGEST_CHAIN);
        for (EntryRow former : chain) {
            if (former.sequence() == previous.sequence()) {
                left.put(own, former.after());
            }
            if (former.details().contains("\"" + RowDigests.ROW)) {
                Json.texts(former.details()).forEach((name, digest) -> {
                    if (name.startsWith(RowDigests.ROW)) {
                        left.put(name.substring(RowDigests.ROW.length()), digest);
                    }
                });
            }
        }
        left.replaceAll((name, digest) -> complete.getOrDefault(type(name), digest));
        return left;
    }

    private static Optional<String> formerly(Collection<EntityManager> rows, String found, String former) {
        return rows.stream()
                .flatMap(entities -> EntityRows.formerly(entities, found, former).stream())
                .findFirst();
    }

    /** What tells the columns that a digest covers; empty when it covers none. */
    private static String beginning(String digest) {
        return digest.substring(0, digest.indexOf('.') + 1);
    }
}
