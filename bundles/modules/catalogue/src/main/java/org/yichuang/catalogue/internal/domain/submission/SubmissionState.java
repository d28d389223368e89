package org.yichuang.catalogue.internal.domain.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a list of drafts stands, as a centre on its road sees it. */
public enum SubmissionState {
    /** It is examined here. */
    EXAMINING,
    /** A centre above has it. */
    ABOVE,
    /** The last word of every item has been said. */
    CONCLUDED,
    /** The centre that sent it up has taken it back. */
    WITHDRAWN;

    /** Its word in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(SubmissionState.class, "state." + key());
    }

    /** Finds one by its name or key. */
    public static Optional<SubmissionState> parse(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(state -> state.key().equals(word)).findFirst();
    }
}
