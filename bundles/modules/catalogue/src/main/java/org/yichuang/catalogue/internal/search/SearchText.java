package org.yichuang.catalogue.internal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.TextRules;

/**
 * A text as it is searched: folded (case, width, compatibility forms) and with simplified characters, in runs of
 * Chinese characters and runs of letters and digits. Characters are code points, also those beyond the basic plane.
 */
final class SearchText {
    private static final int ZERO = 0x3007;
    private static final Map<Integer, Integer> SIMPLIFIED = simplified();

    private SearchText() {}

    /**
     * A part of a text without separators.
     *
     * @param text its characters
     * @param chinese whether it is written in Chinese characters; else in letters and digits
     */
    record Run(String text, boolean chinese) {
        int length() {
            return text.codePointCount(0, text.length());
        }
    }

    static String folded(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        TextRules.folded(text)
                .codePoints()
                .map(each -> SIMPLIFIED.getOrDefault(each, each))
                .forEach(simple::appendCodePoint);
        return simple.toString();
    }

    /** The letters and digits of a text alone, as two texts are compared that differ in signs. */
    static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        folded(text).codePoints().filter(Character::isLetterOrDigit).forEach(compact::appendCodePoint);
        return compact.toString();
    }

    static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean chinese = false;
        for (int character : folded(text).codePoints().toArray()) {
            boolean counts = Character.isLetterOrDigit(character);
            boolean now = counts && isChinese(character);
            if (current.length() > 0 && (!counts || now != chinese)) {
                runs.add(new Run(current.toString(), chinese));
                current.setLength(0);
            }
            if (counts) {
                chinese = now;
                current.appendCodePoint(character);
            }
        }
        if (current.length() > 0) {
            runs.add(new Run(current.toString(), chinese));
        }
        return runs;
    }

    /** Written without spaces between words: all that is neither Latin, Greek, Cyrillic nor a digit. */
    private static boolean isChinese(int character) {
        return Character.getType(character) == Character.OTHER_LETTER || character == ZERO;
    }

    /** The pairs of neighbours of a text of code points; the character itself where it stands alone. */
    static List<String> bigrams(String text) {
        int[] characters = text.codePoints().toArray();
        if (characters.length == 1) {
            return List.of(text);
        }
        List<String> bigrams = new ArrayList<>(characters.length);
        for (int i = 1; i < characters.length; i++) {
            bigrams.add(new String(characters, i - 1, 2));
        }
        return bigrams;
    }

    private static Map<Integer, Integer> simplified() {
        int[] pairs = String.join("", SearchTables.lines("simplified.txt"))
                .codePoints()
                .toArray();
        Map<Integer, Integer> table = new HashMap<>();
        for (int i = 1; i < pairs.length; i += 2) {
            table.put(pairs[i - 1], pairs[i]);
        }
        return table;
    }
}
