package org.yichuang.catalogue.internal.importing;

import org.yichuang.catalogue.internal.domain.FeeWords;

/** Reads and writes fees as guides do: 否, 免收, 是, 收费：每本5元. */
final class FeeCell {
    private static final String CHARGED = "收费";
    private static final String FREE = "不收费";

    private FeeCell() {}

    /** Returns the standard of the fee, that there is one, or that there is none; empty when nothing is said (X9). */
    static String read(String text) {
        if (FeeWords.isBare(text)) {
            return FREE;
        }
        return text.matches("(?i)yes|是") ? CHARGED : text.replaceFirst("(?i)^(yes|是|收费)\\s*[;；:：,，]\\s*", "");
    }

    /** Writes the standard of a fee so that it is read again. */
    static String write(String fee) {
        return read(fee).equals(fee) ? fee : CHARGED + "：" + fee;
    }
}
