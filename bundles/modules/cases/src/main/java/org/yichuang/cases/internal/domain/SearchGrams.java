package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.TextRules;

/**
 * The small parts of names and numbers by which cases are found without looking at all of them: of a name each
 * character and any two beside each other, of a number any four of its day and any three of what follows that. The
 * code of the
 * centre, which all of its numbers have, is left out.
 */
public final class SearchGrams {
    private static final String OF_NAME = "n";
    private static final String OF_CHARACTER = "s";
    private static final String OF_DAY = "d";
    private static final String OF_REST = "c";
    private static final int IN_NAME = 2;
    private static final int IN_REST = 3;
    private static final int IN_DAY = 4;
    /** How long the code of a centre is at the most. */
    private static final int OF_CENTRE = 12;

    private static final String DIGITS = "[0-9]+";

    private SearchGrams() {}

    /** Those of a case. */
    public static Set<String> of(String number, String applicant) {
        Set<String> grams = parts(OF_CHARACTER, TextRules.folded(applicant), 1);
        grams.addAll(parts(OF_NAME, TextRules.folded(applicant), IN_NAME));
        String[] parts = TextRules.folded(number).split("-");
        grams.addAll(parts(OF_DAY, parts[1], IN_DAY));
        grams.addAll(parts(OF_REST, parts[2], IN_REST));
        return grams;
    }

    /**
     * Says what cases have whose name or number holds some words: all grams of one of the sets.
     *
     * @param words folded
     * @return empty when the words are too short to be found by grams
     */
    public static Optional<List<Set<String>>> wanted(String words) {
        List<Set<String>> wanted = new ArrayList<>();
        Set<String> ofName = parts(OF_NAME, words, IN_NAME);
        boolean isOfNumber = words.matches("[0-9a-z-]+") && !words.matches("-+");
        if (words.codePointCount(0, words.length()) == 1 && !words.matches("[0-9a-z-]")) {
            return Optional.of(List.of(parts(OF_CHARACTER, words, 1)));
        }
        boolean isWhole = !ofName.isEmpty();
        if (isOfNumber) {
            String[] parts = words.split("-", -1);
            List<Set<String>> ofNumber = isOfCentre(parts) ? List.of() : ofNumber(parts);
            wanted.addAll(ofNumber);
            isWhole &= words.contains("-") ? !ofNumber.isEmpty() : words.length() >= IN_REST && !isOfCentre(parts);
        }
        wanted.add(ofName);
        return isWhole ? Optional.of(wanted) : Optional.empty();
    }

    /**
     * Whether it may be a part of the code of the centre, with no more than the beginning of a day: all numbers of a
     * centre, or those from before it had another code, hold that, and it is in no gram.
     */
    private static boolean isOfCentre(String... parts) {
        String last = parts[parts.length - 1];
        boolean isAlone = parts.length == 1;
        return (isAlone || parts.length == 2 && last.length() < IN_DAY)
                && parts[0].length() <= (isAlone ? IN_DAY + IN_DAY - 1 : OF_CENTRE)
                && (parts[0] + last).matches("[0-9]*");
    }

    /** A number ends with its day, or with what follows that. */
    private static List<Set<String>> ofNumber(String... parts) {
        String last = parts[parts.length - 1];
        Set<String> rest = parts(OF_REST, last, IN_REST);
        if (parts.length > 1) {
            rest.addAll(parts(OF_DAY, parts[parts.length - 2], IN_DAY));
        }
        Set<String> day = last.matches(DIGITS) ? parts(OF_DAY, last, IN_DAY) : Set.of();
        List<Set<String>> found = new ArrayList<>(List.of(rest, day));
        found.removeIf(Set::isEmpty);
        return found;
    }

    private static Set<String> parts(String of, String text, int length) {
        int[] points = text.codePoints().toArray();
        Set<String> parts = new LinkedHashSet<>();
        for (int i = 0; i + length <= points.length; i++) {
            parts.add(of + new String(points, i, length));
        }
        return parts;
    }
}
