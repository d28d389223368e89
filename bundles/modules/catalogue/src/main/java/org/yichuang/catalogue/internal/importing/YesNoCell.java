package org.yichuang.catalogue.internal.importing;

/** Reads yes and no as lists write them. */
final class YesNoCell {
    private YesNoCell() {}

    static boolean isYes(String text) {
        return text.matches("(?i)是|有|yes|true|1");
    }

    static boolean isNo(String text) {
        return text.matches("(?i)否|无|no|false|0");
    }
}
