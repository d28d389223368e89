package org.yichuang.journal.api;

import java.time.Instant;
import java.util.Map;

/**
 * An audit entry as it was written.
 *
 * @param aggregateType the kind of thing
 * @param aggregateId which one
 * @param sequence its place in the aggregate's chain, from 1
 * @param at when
 * @param actor the account that acted
 * @param actorName its name for people
 * @param action the command
 * @param before digest before
 * @param after digest after
 * @param details facts for people
 * @param requestId the call
 * @param hash keyed hash over all of this and the entry before
 */
public record JournalEntry(
        String aggregateType,
        String aggregateId,
        long sequence,
        Instant at,
        String actor,
        String actorName,
        String action,
        String before,
        String after,
        Map<String, String> details,
        String requestId,
        String hash) {}
