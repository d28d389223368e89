package org.yichuang.catalogue.internal.domain.print;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is printed of a catalogue (M-CAT-12). */
public enum EditionKind {
    /** 办事须知: each item with all that people have to know. */
    BOOKLET,
    /** 公示栏: each item in a line, for the board of the hall. */
    BOARD;

    /** Its word in addresses and forms. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(EditionKind.class, "edition." + key());
    }

    /** Finds one by its name or key. */
    public static Optional<EditionKind> parse(String text) {
        String word = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.key().equals(word)).findFirst();
    }
}
