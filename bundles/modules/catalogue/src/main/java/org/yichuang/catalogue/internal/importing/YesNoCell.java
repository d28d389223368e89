package org.yichuang.catalogue.internal.importing;

/** Reads and writes yes and no as lists do. */
final class YesNoCell {
    private YesNoCell() {}

    static String write(boolean isYes) {
        return isYes ? "是" : "否";
    }

    static boolean isYes(String text) {
        return text.matches("(?i)是|有|yes|true|1");
    }

    static boolean isNo(String text) {
        return text.matches("(?i)否|无|no|false|0");
    }
}
