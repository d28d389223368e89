package org.yichuang.catalogue.internal.importing;

/** Reads and writes fees as guides do: 否, 免收, 是, 收费：每本5元. */
final class FeeCell {
    private static final String CHARGED = "收费";

    private FeeCell() {}

    /** Returns the standard of the fee, or that there is one; empty when there is none. */
    static String read(String text) {
        if (text.matches("(?i)no|否|无|不收费|免费|免收")) {
            return "";
        }
        return text.matches("(?i)yes|是") ? CHARGED : text.replaceFirst("(?i)^(yes|是|收费)\\s*[;；:：,，]\\s*", "");
    }

    /** Writes the standard of a fee so that it is read again. */
    static String write(String fee) {
        if (fee.isEmpty()) {
            return YesNoCell.write(false);
        }
        return read(fee).equals(fee) ? fee : CHARGED + "：" + fee;
    }
}
