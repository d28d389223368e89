package org.yichuang.catalogue.internal.domain.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a centre above says of a draft. */
public enum ExaminationOutcome {
    /** 同意 */
    KEEP,
    /** 调整: agreed to with changes that the centre above has made. */
    ADJUST,
    /** 退回 */
    RETURN;

    /** Whether it must be said why. */
    public boolean needsWords() {
        return this != KEEP;
    }

    /** Its word in addresses and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(ExaminationOutcome.class, "outcome." + key());
    }

    /** Finds one by its name or key. */
    public static Optional<ExaminationOutcome> parse(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(outcome -> outcome.key().equals(word))
                .findFirst();
    }
}
