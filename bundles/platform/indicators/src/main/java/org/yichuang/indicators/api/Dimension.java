package org.yichuang.indicators.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a figure can be taken apart by, and narrowed to. */
public enum Dimension {
    DAY,
    ITEM,
    DEPARTMENT,
    WINDOW,
    PERSON,
    STATE;

    /** The word of addresses, e.g. {@code department}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the dimension of a word. */
    public static Optional<Dimension> of(String word) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst();
    }
}
