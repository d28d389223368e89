package org.yichuang.catalogue.internal.domain;

import java.util.Arrays;
import java.util.List;

/** What people call an item, in one line of a form or a cell. */
public final class AliasWords {
    private AliasWords() {}

    /** Takes a line apart, at any sign that people put between words. */
    public static List<String> read(String line) {
        return Arrays.stream(line.split("[；;、，,\\n|]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** Writes them as they are read. */
    public static String write(List<String> aliases) {
        return String.join("；", aliases);
    }
}
