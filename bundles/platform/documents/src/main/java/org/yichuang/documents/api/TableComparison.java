package org.yichuang.documents.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that come in, held against those that are kept.
 *
 * @param <R> a row; compared with {@code equals}
 * @param rows one for each that comes in, in the same order
 * @param missing keys of kept rows that do not come in, in their order
 */
public record TableComparison<R>(List<Row<R>> rows, List<String> missing) {
    public TableComparison {
        rows = List.copyOf(rows);
        missing = List.copyOf(missing);
    }

    /** How a row stands to what is kept. */
    public enum Change {
        ADDED,
        CHANGED,
        SAME
    }

    /**
     * A row that comes in.
     *
     * @param key by which it is known
     * @param change how it stands to what is kept
     * @param before what is kept, null when nothing is
     * @param after what comes in
     */
    public record Row<R>(String key, Change change, R before, R after) {}

    /**
     * A field that has another value.
     *
     * @param field its name
     * @param before empty when it was not there
     * @param after empty when it is not there
     */
    public record FieldChange(String field, String before, String after) {}

    /**
     * Compares.
     *
     * @param kept the kept rows by key, at least those whose keys come in
     * @param keys the keys of all kept rows
     * @param incoming by key
     */
    public static <R> TableComparison<R> of(Map<String, R> kept, Set<String> keys, Map<String, R> incoming) {
        List<Row<R>> rows = new ArrayList<>();
        incoming.forEach((key, after) -> {
            R before = kept.get(key);
            Change change = before == null ? Change.ADDED : before.equals(after) ? Change.SAME : Change.CHANGED;
            rows.add(new Row<>(key, change, before, after));
        });
        return new TableComparison<>(
                rows, keys.stream().filter(key -> !incoming.containsKey(key)).toList());
    }

    /** Counts the rows of a change. */
    public int count(Change change) {
        return (int) rows.stream().filter(row -> row.change() == change).count();
    }

    /** The fields of a row that differ, in the order of {@code after}, then those that are gone. */
    public static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changes = new ArrayList<>();
        after.forEach((field, text) -> {
            String was = before.getOrDefault(field, "");
            if (!was.equals(text)) {
                changes.add(new FieldChange(field, was, text));
            }
        });
        before.forEach((field, text) -> {
            if (!after.containsKey(field) && !text.isEmpty()) {
                changes.add(new FieldChange(field, text, ""));
            }
        });
        return changes;
    }
}
