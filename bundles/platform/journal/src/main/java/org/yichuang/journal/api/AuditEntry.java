package org.yichuang.journal.api;

import java.util.Map;

/**
 * What is written about one step: who, when and where come from the call.
 *
 * @param aggregateType the kind of thing, e.g. {@code case}
 * @param aggregateId which one
 * @param action the command in the vocabulary of the law, e.g. {@code accept}
 * @param before digest of the aggregate before the step, empty for a new one
 * @param after digest of the aggregate after the step
 * @param details facts for people: flat, short, without personal data beyond what the step needs
 * @param event the domain event that the entry is, {@link DomainEvent#NONE} when it is an entry and nothing else
 */
public record AuditEntry(
        String aggregateType,
        String aggregateId,
        String action,
        String before,
        String after,
        Map<String, String> details,
        DomainEvent event) {
    public AuditEntry {
        details = Map.copyOf(details);
    }

    /** An entry that is no event of a module. */
    public AuditEntry(
            String aggregateType,
            String aggregateId,
            String action,
            String before,
            String after,
            Map<String, String> details) {
        this(aggregateType, aggregateId, action, before, after, details, DomainEvent.NONE);
    }
}
