package org.yichuang.linkage.api;

import java.util.List;
import java.util.Objects;

/** What others have written may lack anything: whoever reads it later is not to stumble over that. */
final class Stated {
    private Stated() {}

    /** @throws IllegalArgumentException when one of them is null */
    static void all(String what, List<?> fields) {
        if (fields.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Some of the fields that every " + what + " has are missing");
        }
    }
}
