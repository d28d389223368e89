package org.yichuang.journal.internal;

import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** The sentences about what a verification finds broken. */
final class Breaks {
    private Breaks() {}

    /** A break, in Chinese and English as verifications give it. */
    static Optional<String> found(String key, Object... arguments) {
        LocalizedMessage sentence = LocalizedMessage.of(Breaks.class, "break-" + key, arguments);
        return Optional.of(sentence.in(LocalizedMessage.CHINESE) + " / " + sentence.in(Locale.ENGLISH));
    }
}
