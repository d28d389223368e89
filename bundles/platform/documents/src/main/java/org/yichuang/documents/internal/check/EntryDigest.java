package org.yichuang.documents.internal.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest that fastens an entry of a log to the one before, so that whoever has the log can tell which entry is not
 * as it was: SHA-256 over the digest before and the entry's fields, each preceded by its length.
 */
public final class EntryDigest {
    private static final List<String> FIELDS = List.of(
            "sequence", "at", "actor", "actorName", "action", "before", "after", "requestId", "previous", "hash");

    private EntryDigest() {}

    /**
     * The digest of an entry.
     *
     * @param before the digest of the entry before, empty for the first
     * @param entry its fields by name; {@code details} is a map
     */
    public static String of(String before, Map<String, ?> entry) {
        StringBuilder text = new StringBuilder("yichuang-entry-1\n");
        add(text, before);
        FIELDS.forEach(field -> add(text, entry.get(field)));
        if (entry.get("details") instanceof Map<?, ?> details) {
            new TreeMap<>(details).forEach((name, value) -> {
                add(text, name);
                add(text, value);
            });
        }
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void add(StringBuilder text, Object value) {
        String written = String.valueOf(value);
        text.append(written.length()).append(':').append(written).append('\n');
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
