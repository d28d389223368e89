package org.yichuang.journal.internal.domain;

/**
 * An audit entry as it stands in its row; {@code hash} covers every other field and the hash before.
 *
 * @param atMicros microseconds since 1970: what the database keeps is exactly what was hashed
 * @param details JSON, hashed as the text that is stored
 */
public record EntryRow(
        String tenant,
        String aggregateType,
        String aggregateId,
        long sequence,
        long atMicros,
        String actor,
        String actorName,
        String action,
        String before,
        String after,
        String details,
        String requestId,
        String hash) {
    /** The same with its hash. */
    public EntryRow sealed(ChainKey key, String previous) {
        return new EntryRow(
                tenant,
                aggregateType,
                aggregateId,
                sequence,
                atMicros,
                actor,
                actorName,
                action,
                before,
                after,
                details,
                requestId,
                expectedHash(key, previous));
    }

    /** What the hash must be after an entry with the previous hash. */
    public String expectedHash(ChainKey key, String previous) {
        return key.hash(
                "entry-1",
                tenant,
                aggregateType,
                aggregateId,
                Long.toString(sequence),
                Long.toString(atMicros),
                actor,
                actorName,
                action,
                before,
                after,
                details,
                requestId,
                previous);
    }
}
