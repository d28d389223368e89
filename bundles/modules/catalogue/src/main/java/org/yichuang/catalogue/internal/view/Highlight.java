package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A piece of a text, and whether it is what was searched for.
 *
 * @param text the piece
 * @param hit whether it is
 */
public record Highlight(String text, boolean hit) {
    /** Takes a text apart at the words that were searched for. */
    public static List<Highlight> parts(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean[] hit = new boolean[text.length()];
        for (String each : words) {
            String word = each.toLowerCase(Locale.ROOT);
            // a letter that changes its length in lower case would shift all marks: then nothing is marked
            int at = word.isEmpty() || lower.length() != text.length() ? -1 : lower.indexOf(word);
            for (; at >= 0; at = lower.indexOf(word, at + 1)) {
                Arrays.fill(hit, at, at + word.length(), true);
            }
        }
        List<Highlight> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= hit.length; i++) {
            if (i == hit.length || hit[i] != hit[from]) {
                parts.add(new Highlight(text.substring(from, i), hit[from]));
                from = i;
            }
        }
        return parts;
    }
}
