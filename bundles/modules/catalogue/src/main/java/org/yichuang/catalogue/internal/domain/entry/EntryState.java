package org.yichuang.catalogue.internal.domain.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where an item stands that the hall should take in (应进). */
public enum EntryState {
    /** 已进驻 */
    ENTERED,
    /** 应进未进 */
    OUTSIDE,
    /** 经同意不进: not due (M-CAT-6). */
    EXEMPT,
    /** Listed by mistake: neither due nor in. */
    TAKEN_BACK;

    /** Its word in messages and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(EntryState.class, "entry-state." + key());
    }

    /** Finds a state by its name or key. */
    public static Optional<EntryState> parse(String text) {
        String word = text == null ? "" : text.strip();
        return Arrays.stream(values())
                .filter(state -> state.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
