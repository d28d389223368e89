package org.yichuang.console.internal.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.yichuang.journal.api.JournalEntry;

/**
 * An entry of the audit trail in the words of its readers.
 *
 * @param at when
 * @param actor who, by name
 * @param account the account
 * @param action what was done
 * @param about the kind of thing it was done to
 * @param id which one
 * @param details what else was noted
 */
public record EntryRow(
        Instant at, String actor, String account, String action, String about, String id, List<String> details) {
    private static final String KEY = "journal.";

    /**
     * Puts an entry into words.
     *
     * @param named words for a kind of code and the code; the code itself when there are none
     */
    public static EntryRow of(JournalEntry entry, BinaryOperator<String> named, String colon) {
        String type = entry.aggregateType();
        return new EntryRow(
                entry.at(),
                entry.actorName(),
                entry.actor(),
                named.apply(KEY + type, entry.action()),
                named.apply(KEY + "type", type),
                entry.aggregateId(),
                details(entry.details(), named, colon));
    }

    private static List<String> details(Map<String, String> details, BinaryOperator<String> named, String colon) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .filter(detail -> !detail.getValue().isEmpty())
                        .map(detail -> named.apply(KEY + "detail", detail.getKey())
                                + colon
                                + named.apply(KEY + "value", detail.getValue()))
                        .toList();
    }
}
