package org.yichuang.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.journal.api.KeyedDigests;

/**
 * The master keys of personal data. The first is derived from the journal's key, which all containers of a database
 * share;
 * further ones are lines {@code <name> <64 hex characters>} of {@code keys/personal-data.keys}, the newest last.
 */
public final class MasterKeys {
    private static final String FIRST = "0";
    private static final Pattern LINE = Pattern.compile("([a-z0-9][a-z0-9-]{0,19})\\s+([0-9a-fA-F]{64})");

    private final KeyedDigests digests;
    private final Map<String, byte[]> keys;
    private final String newest;

    private MasterKeys(KeyedDigests digests, Map<String, byte[]> keys, String newest) {
        this.digests = digests;
        this.keys = keys;
        this.newest = newest;
    }

    /**
     * Reads the keys.
     *
     * @throws IllegalStateException when a line of the file is no key, or a name stands twice
     */
    public static MasterKeys open(KeyedDigests digests, Path file) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        keys.put(FIRST, HexFormat.of().parseHex(digests.digest("personal-data-master")));
        String newest = FIRST;
        for (String line : lines(file)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException(file.getFileName() + ": a line is no name with 64 hex characters");
            }
            newest = parts.group(1);
            if (keys.put(newest, HexFormat.of().parseHex(parts.group(2))) != null) {
                throw new IllegalStateException(file.getFileName() + ": the key " + newest + " stands there twice");
            }
        }
        return new MasterKeys(digests, keys, newest);
    }

    private static Iterable<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** What tells a key from another of the same name, and tells nothing else of it. */
    String digest(String name) {
        return digests.digest("personal-data-key", name, HexFormat.of().formatHex(keys.get(name)));
    }

    String newest() {
        return newest;
    }

    /** The keys of this container, as they stand in the file, the derived one first. */
    List<String> names() {
        return List.copyOf(keys.keySet());
    }

    /** Whether a key comes from the journal's, so that no other one can have its name. */
    boolean isDerived(String name) {
        return name.equals(FIRST);
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(keys.get(name));
    }
}
