package org.yichuang.kernel.api;

import java.text.Normalizer;
import java.util.Locale;

/** What a text may hold, and how it is cut and compared; the same for pages, REST, files and messages. */
public final class TextRules {
    private static final int FIRST_BIDI_EMBEDDING = 0x202A;
    private static final int LAST_BIDI_EMBEDDING = 0x202E;
    private static final int FIRST_BIDI_ISOLATE = 0x2066;
    private static final int LAST_BIDI_ISOLATE = 0x2069;
    private static final int FIRST_NONCHARACTER = 0xFDD0;
    private static final int LAST_NONCHARACTER = 0xFDEF;
    private static final int LAST_OF_A_PLANE = 0xFFFE;

    private TextRules() {}

    /**
     * Tells whether a text has characters that no database keeps or that deceive readers: control characters other than
     * line breaks and tabs, halves of surrogate pairs, non-characters, and those that turn the direction of writing.
     */
    public static boolean isUnfit(String text) {
        return text.codePoints().anyMatch(TextRules::isUnfit);
    }

    private static boolean isUnfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
            case Character.SURROGATE -> true;
            case Character.FORMAT -> character >= FIRST_BIDI_EMBEDDING && character <= LAST_BIDI_EMBEDDING
                    || character >= FIRST_BIDI_ISOLATE && character <= LAST_BIDI_ISOLATE;
            default -> (character & LAST_OF_A_PLANE) == LAST_OF_A_PLANE
                    || character >= FIRST_NONCHARACTER && character <= LAST_NONCHARACTER;
        };
    }

    /** Tells whether a text shows nothing: no character, or only white space and invisible ones. */
    public static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(character -> isSpace(character)
                        || Character.getType(character) == Character.FORMAT
                        || Character.getType(character) == Character.CONTROL);
    }

    /** The text as it is kept: without surrounding white space, every line break as {@code \n}. */
    public static String normalized(String text) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        int from = 0;
        int to = lines.length();
        while (from < to && isSpace(lines.charAt(from))) {
            from++;
        }
        while (from < to && isSpace(lines.charAt(to - 1))) {
            to--;
        }
        return lines.substring(from, to);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** The text without unfit characters and without surrounding white space; empty for null. */
    public static String cleaned(String text) {
        if (text == null) {
            return "";
        }
        if (!isUnfit(text)) {
            return normalized(text);
        }
        StringBuilder fit = new StringBuilder();
        text.codePoints().filter(character -> !isUnfit(character)).forEach(fit::appendCodePoint);
        return normalized(fit.toString());
    }

    /** The beginning of a text, at most so many UTF-16 units, never half a character. */
    public static String first(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean split = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, split ? most - 1 : most);
    }

    /** The end of a text, at most so many UTF-16 units, never half a character. */
    public static String last(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int from = text.length() - most;
        boolean split = most > 0 && Character.isLowSurrogate(text.charAt(from));
        return text.substring(split ? from + 1 : from);
    }

    /** A form in which texts are compared that differ in case or width alone; the same on every database. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
