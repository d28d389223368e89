package org.yichuang.kernel.api.identifier;

import java.util.Locale;

/** How numbers are read from what people typed or pasted. */
final class Text {
    private Text() {}

    /** Without surrounding white space; an absent number reads as an empty one, which every form refuses. */
    static String stripped(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The same in capitals: documents of persons are typed either way (R4-09). */
    static String upper(String typed) {
        return stripped(typed).toUpperCase(Locale.ROOT);
    }
}
