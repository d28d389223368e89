package org.yichuang.linkage.api;

import java.util.Objects;

/** A text that two different lists of values never share: each value is preceded by its length. */
final class Canonical {
    private final StringBuilder text;

    Canonical(String kind) {
        text = new StringBuilder(kind).append('\n');
    }

    Canonical add(String value) {
        String present = Objects.requireNonNullElse(value, "");
        text.append(present.length()).append(':').append(present).append('\n');
        return this;
    }

    Canonical add(long value) {
        return add(Long.toString(value));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
