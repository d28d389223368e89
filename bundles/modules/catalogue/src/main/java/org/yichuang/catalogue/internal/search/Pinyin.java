package org.yichuang.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How Chinese is read, in Latin letters without tones: every reading of a character, the likeliest first; words and
 * places whose reading is another one have a table of their own ({@code reading-words.txt}).
 */
final class Pinyin {
    private static final int MOST_READINGS = 4;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_WAYS = 4;
    private static final int LONGEST_LETTERS = 60;
    private static final int LONGEST_WORD = 3;

    private static final Map<Integer, List<String>> READINGS = new HashMap<>();
    private static final TreeSet<String> SYLLABLES = new TreeSet<>();
    private static final Map<String, List<String>> WORDS = new HashMap<>();

    static {
        Map<Integer, List<String>> others = new HashMap<>();
        for (String line : SearchTables.lines("readings.txt")) {
            String[] parts = line.split(":", -1);
            SYLLABLES.add(parts[0]);
            SYLLABLES.add(parts[0].replace('v', 'u'));
            parts[1].codePoints().forEach(each -> READINGS.put(each, List.of(parts[0])));
            parts[2].codePoints().forEach(each -> others.computeIfAbsent(each, key -> new ArrayList<>())
                    .add(parts[0]));
        }
        others.forEach((character, more) ->
                READINGS.merge(character, more, (first, second) -> bounded(concat(first, second))));
        READINGS.replaceAll((character, readings) -> withU(readings));
        for (String line : SearchTables.lines("reading-words.txt")) {
            String[] parts = line.split(" ");
            WORDS.put(parts[0], List.of(parts).subList(1, parts.length));
        }
    }

    private Pinyin() {}

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static List<String> bounded(List<String> readings) {
        return List.copyOf(readings.subList(0, Math.min(readings.size(), MOST_READINGS)));
    }

    /** What is written with ü is typed with v or u. */
    private static List<String> withU(List<String> readings) {
        Set<String> all = new LinkedHashSet<>(readings);
        readings.forEach(each -> all.add(each.replace('v', 'u')));
        return List.copyOf(all);
    }

    /** The readings of each character, the likeliest first; of one that nobody reads, an empty list. */
    static List<List<String>> readings(String text) {
        int[] characters = text.codePoints().toArray();
        List<List<String>> readings = new ArrayList<>(characters.length);
        for (int character : characters) {
            readings.add(READINGS.getOrDefault(character, List.of()));
        }
        for (int from = 0; from < characters.length; from++) {
            for (int length = 2; length <= LONGEST_WORD && from + length <= characters.length; length++) {
                List<String> word = WORDS.get(new String(characters, from, length));
                for (int i = 0; word != null && i < length; i++) {
                    Set<String> all = new LinkedHashSet<>(List.of(word.get(i)));
                    all.addAll(readings.get(from + i));
                    readings.set(from + i, withU(List.copyOf(all)));
                }
            }
        }
        return readings;
    }

    /** The likeliest reading of a text, without what nobody reads. */
    static List<String> likeliest(String text) {
        return readings(text).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> each.get(0))
                .toList();
    }

    /** A reading as it is often heard and mistyped: without what tells zh from z, ang from an, l from n. */
    static String blurred(String syllable) {
        String blurred = syllable;
        if (blurred.startsWith("zh") || blurred.startsWith("ch") || blurred.startsWith("sh")) {
            blurred = blurred.charAt(0) + blurred.substring(2);
        }
        if (blurred.endsWith("ng")) {
            blurred = blurred.substring(0, blurred.length() - 1);
        }
        if (blurred.startsWith("l")) {
            blurred = "n" + blurred.substring(1);
        }
        return blurred.replace('v', 'u');
    }

    /**
     * The syllables that letters can be; the last of them may be the beginning of one.
     *
     * @param syllables the syllables
     * @param whole whether the last one is whole
     */
    record Way(List<String> syllables, boolean whole) {}

    /** The ways to read letters as syllables, those of few whole ones first; none of more letters than people type. */
    static List<Way> ways(String letters) {
        List<Way> ways = new ArrayList<>();
        if (letters.length() <= LONGEST_LETTERS) {
            collect(letters.replace('ü', 'v'), 0, new ArrayList<>(), new Walk(ways, new boolean[letters.length() + 1]));
        }
        return ways;
    }

    /**
     * A walk through letters.
     *
     * @param ways what has been found
     * @param deadEnds places from which no way leads to the end: none is tried twice
     */
    private record Walk(List<Way> ways, boolean[] deadEnds) {}

    private static void collect(String letters, int from, List<String> before, Walk walk) {
        if (from == letters.length()) {
            walk.ways().add(new Way(List.copyOf(before), true));
            return;
        }
        int found = walk.ways().size();
        for (int to = Math.min(letters.length(), from + LONGEST_SYLLABLE); to > from; to--) {
            if (walk.deadEnds()[from] || walk.ways().size() >= MOST_WAYS) {
                return;
            }
            String syllable = letters.substring(from, to);
            if (SYLLABLES.contains(syllable)) {
                before.add(syllable);
                collect(letters, to, before, walk);
                before.remove(before.size() - 1);
            } else if (to == letters.length() && isBeginning(syllable) && !before.isEmpty()) {
                List<String> all = concat(before, List.of(syllable));
                walk.ways().add(new Way(all, false));
            }
        }
        walk.deadEnds()[from] = walk.ways().size() == found;
    }

    private static boolean isBeginning(String letters) {
        String next = SYLLABLES.ceiling(letters);
        return next != null && next.startsWith(letters);
    }

    /** Whether letters are one syllable. */
    static boolean isSyllable(String letters) {
        return SYLLABLES.contains(letters);
    }

    /** The different first letters of each character's readings. */
    static List<List<String>> initials(String text) {
        return readings(text).stream()
                .map(each -> each.stream()
                        .map(reading -> reading.substring(0, 1))
                        .distinct()
                        .toList())
                .toList();
    }

    /** All ways to take one of each, as far as they are few; the likeliest first. */
    static List<List<String>> combinations(List<List<String>> choices, int most) {
        List<List<String>> all = List.of(List.of());
        for (List<String> choice : choices) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> begun : all) {
                for (String next : choice) {
                    if (longer.size() < most) {
                        longer.add(concat(begun, List.of(next)));
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    /** Whether a text is made of ASCII letters alone. */
    static boolean isLetters(String text) {
        return Arrays.stream(text.codePoints().toArray()).allMatch(each -> each >= 'a' && each <= 'z' || each == 'ü');
    }
}
