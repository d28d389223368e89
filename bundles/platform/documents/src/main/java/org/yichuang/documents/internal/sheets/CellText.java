package org.yichuang.documents.internal.sheets;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as they stand in workbooks: how characters that XML does not have are written, and what kills a formula. */
public final class CellText {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern LIVE = Pattern.compile("'*[=+\\-@\\t\\n].*", Pattern.DOTALL);
    private static final int HEX = 16;

    private CellText() {}

    /**
     * A text that no spreadsheet takes for a formula: with an apostrophe before {@code = + - @}, a tab or a line break.
     * One that has apostrophes there already gets one more, so that {@link #revived} takes the right one away.
     */
    public static String dead(String text) {
        return LIVE.matcher(text).matches() ? "'" + text : text;
    }

    /** The text without the apostrophe that {@link #dead} has put before it. */
    static String revived(String text) {
        return text.startsWith("'") && LIVE.matcher(text).matches() ? text.substring(1) : text;
    }

    /** The text so that {@link #decoded} leaves it as it is. */
    public static String encoded(String text) {
        return text.contains("_x") ? ESCAPED.matcher(text).replaceAll("_x005F_x$1_") : text;
    }

    /** The text with the characters that XML does not have, which Excel writes as {@code _x000D_}. */
    static String decoded(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escaped = ESCAPED.matcher(text);
        StringBuilder decoded = new StringBuilder();
        while (escaped.find()) {
            char character = (char) Integer.parseInt(escaped.group(1), HEX);
            escaped.appendReplacement(decoded, Matcher.quoteReplacement(String.valueOf(character)));
        }
        return escaped.appendTail(decoded).toString();
    }
}
