package org.yichuang.catalogue.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * In which form a material is handed in. It is a value of the words with which an item asks for it, which stay as they
 * were written (复印件加盖公章): so versions of before have it as well.
 */
public enum MaterialForm {
    /** 原件, which stays. */
    ORIGINAL,
    /** 复印件 */
    COPY,
    /** 原件和复印件: the original is shown and compared, the copy stays. */
    BOTH,
    /** 电子件 */
    ELECTRONIC,
    /** The item does not say. */
    NONE;

    /** The form that words ask for. */
    public static MaterialForm of(String words) {
        boolean isCopy = COPY.isIn(words);
        if (ORIGINAL.isIn(words)) {
            return isCopy ? BOTH : ORIGINAL;
        }
        if (isCopy) {
            return COPY;
        }
        return ELECTRONIC.isIn(words) ? ELECTRONIC : NONE;
    }

    /** Finds a form by its word in any language, or its enum name. */
    public static Optional<MaterialForm> parse(String text) {
        return Stream.of(values())
                .filter(form -> form.name().equals(text)
                        || form.label().zh().equals(text)
                        || form.label().en().equals(text))
                .findFirst();
    }

    /** Whether the original is looked at beside the copy that stays (核验). */
    public boolean isCompared() {
        return this == BOTH;
    }

    /** Whether an uploaded file is not all of it: the original has to be brought. */
    public boolean isBrought() {
        return this == ORIGINAL || this == BOTH;
    }

    /** The word used in the interface, and in an item that says no more; empty for none. */
    public LocalizedMessage label() {
        return this == NONE ? LocalizedMessage.verbatim("") : word("");
    }

    private boolean isIn(String words) {
        return Stream.of(word(".words").zh().split("\\|")).anyMatch(words::contains);
    }

    private LocalizedMessage word(String suffix) {
        return LocalizedMessage.of(MaterialForm.class, "material-form." + name().toLowerCase(Locale.ROOT) + suffix);
    }
}
