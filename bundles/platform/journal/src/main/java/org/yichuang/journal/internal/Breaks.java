package org.yichuang.journal.internal;

import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** The sentences about what a verification finds broken. */
final class Breaks {
    private Breaks() {}

    /** A break, in Chinese and English as verifications give it. */
    static Optional<String> found(String key, Object... arguments) {
        return Optional.of(
                LocalizedMessage.of(Breaks.class, "break-" + key, arguments).forLog());
    }
}
