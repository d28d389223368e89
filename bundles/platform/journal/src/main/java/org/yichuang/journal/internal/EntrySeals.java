package org.yichuang.journal.internal;

import java.sql.Connection;
import java.util.Optional;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.internal.domain.EntryRow;
import org.yichuang.journal.internal.persistence.EntryQueries;

/**
 * Tells whether single entries stand as they were written. What the platform believes of its own notes it believes of
 * these only: who can write the database can change an entry, but not make its hash.
 */
final class EntrySeals {
    private final ChainKey key;

    /** @param key makes the hashes of entries */
    EntrySeals(ChainKey key) {
        this.key = key;
    }

    /** Tells whether an entry fits its hash and the entry before. */
    boolean isIntact(Connection connection, EntryRow entry) {
        return previousHash(connection, entry)
                .filter(previous -> entry.expectedHash(key, previous).equals(entry.hash()))
                .isPresent();
    }

    private static Optional<String> previousHash(Connection connection, EntryRow entry) {
        if (entry.sequence() == ChainHead.START.sequence() + 1) {
            return Optional.of(ChainHead.START.hash());
        }
        long before = entry.sequence() - 1;
        return EntryQueries.ofAggregate(
                        connection, entry.tenant(), entry.aggregateType(), entry.aggregateId(), before - 1, 1)
                .stream()
                .filter(found -> found.sequence() == before)
                .map(EntryRow::hash)
                .findFirst();
    }

    /** The last intact entry of a chain about an action. */
    Optional<EntryRow> lastIntact(Connection connection, String tenant, String type, String id, String action) {
        Optional<EntryRow> found = EntryQueries.lastOfAction(connection, tenant, type, id, action, Long.MAX_VALUE);
        while (found.isPresent() && !isIntact(connection, found.get())) {
            found = EntryQueries.lastOfAction(
                    connection, tenant, type, id, action, found.get().sequence());
        }
        return found;
    }
}
