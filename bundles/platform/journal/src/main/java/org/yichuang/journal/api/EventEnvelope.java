package org.yichuang.journal.api;

import java.time.Instant;
import org.yichuang.kernel.api.TenantId;

/**
 * An event on its way to a listener: an audit entry with its place in the tenant's order, without the entry's details,
 * which people wrote for people. What listeners need is what the event's type declares: {@link DomainEvent#data}.
 *
 * @param tenant where it happened
 * @param event what happened; for an entry that carries no event, the kind of aggregate and the action stand as module
 *     and type, with version 0
 * @param aggregateType the kind of thing
 * @param aggregateId which one
 * @param sequence its place in the aggregate's chain, from 1
 * @param actor the account that acted
 * @param actorName its name for people
 * @param at when it happened, by the platform's clock; may be long ago
 * @param requestId the call
 * @param anchor with {@code position} its place in the tenant's order, which never changes
 * @param position within the anchor, from 1
 */
public record EventEnvelope(
        TenantId tenant,
        DomainEvent event,
        String aggregateType,
        String aggregateId,
        long sequence,
        String actor,
        String actorName,
        Instant at,
        String requestId,
        long anchor,
        int position) {}
