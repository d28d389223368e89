package org.yichuang.journal.internal.domain;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.DomainEvent;

/**
 * An audit entry as it stands in its row; {@code hash} covers every other field and the hash before.
 *
 * @param atMicros microseconds since 1970: what the database keeps is exactly what was hashed
 * @param details JSON, hashed as the text that is stored
 * @param event the event that the entry carries, if any
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
        DomainEvent event,
        String hash) {
    /** The kind of the chains that hold refusals. */
    public static final String REFUSALS = "access";

    /**
     * Whether the entry is a fact by itself: refusals share a chain only because the same node has written them, and
     * none of them holds up another.
     */
    public boolean standsAlone() {
        return aggregateType.equals(REFUSALS);
    }

    /** The aggregate as people name it, type and id. */
    public String name() {
        return aggregateType + "/" + aggregateId;
    }

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
                event,
                expectedHash(key, previous));
    }

    /**
     * What the hash must be after an entry with the previous hash; entries without an event are hashed as they ever
     * were.
     */
    public String expectedHash(ChainKey key, String previous) {
        List<String> fields = new ArrayList<>(List.of(
                event.version() == 0 ? "entry-1" : "entry-2",
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
                previous));
        if (event.version() > 0) {
            fields.addAll(List.of(
                    event.module(),
                    event.type(),
                    Integer.toString(event.version()),
                    event.number(),
                    event.item(),
                    event.department(),
                    event.window(),
                    event.rank(),
                    event.data()));
        }
        return key.hash(fields.toArray(new String[0]));
    }
}
