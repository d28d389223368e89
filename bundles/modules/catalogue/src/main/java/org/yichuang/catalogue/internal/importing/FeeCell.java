package org.yichuang.catalogue.internal.importing;

/** Reads fees as guides write them: 否, 免收, 是, 收费：每本5元. */
final class FeeCell {
    private FeeCell() {}

    /** Returns the standard of the fee, or that there is one; empty when there is none. */
    static String read(String text) {
        if (text.matches("(?i)no|否|无|不收费|免费|免收")) {
            return "";
        }
        String standard = text.replaceFirst("(?i)^(yes|是|收费)\\s*[;；:：,，]\\s*", "");
        return standard.matches("(?i)yes|是") ? "收费" : standard;
    }
}
