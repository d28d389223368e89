package org.yichuang.catalogue.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people say and what items are called ({@code colloquial.txt}), and the words around ({@code fillers.txt}). */
final class Colloquial {
    private static final Map<String, List<String>> MEANINGS = new LinkedHashMap<>();
    private static final Map<String, List<String>> BY_PINYIN = new HashMap<>();
    private static final Map<String, List<String>> BY_INITIALS = new HashMap<>();
    private static final Map<String, List<String>> BY_SOUND = new HashMap<>();
    private static final Set<String> FILLERS = new HashSet<>(SearchTables.lines("fillers.txt"));
    private static final int LONGEST;

    static {
        for (String line : SearchTables.lines("colloquial.txt")) {
            String[] sides = line.split(" = ");
            List<String> targets = split(sides[1]);
            for (String key : split(sides[0])) {
                MEANINGS.merge(SearchText.compact(key), targets, Colloquial::both);
            }
        }
        for (String key : MEANINGS.keySet()) {
            List<String> syllables = Pinyin.likeliest(key);
            if (syllables.size() == key.codePointCount(0, key.length())) {
                add(BY_PINYIN, String.join("", syllables), key);
                add(BY_SOUND, sound(syllables), key);
                add(BY_INITIALS, initials(syllables), key);
            }
        }
        LONGEST = MEANINGS.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    private Colloquial() {}

    private static List<String> split(String side) {
        return Arrays.stream(side.split(",")).map(String::strip).toList();
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        second.stream().filter(each -> !first.contains(each)).forEach(all::add);
        return all;
    }

    private static void add(Map<String, List<String>> table, String word, String key) {
        table.computeIfAbsent(word, none -> new ArrayList<>()).add(key);
    }

    private static String initials(List<String> syllables) {
        return syllables.stream().map(each -> each.substring(0, 1)).collect(Collectors.joining());
    }

    private static String sound(List<String> syllables) {
        return syllables.stream().map(Pinyin::blurred).collect(Collectors.joining(" "));
    }

    /** What a word means. */
    static Optional<List<String>> meanings(String word) {
        return Optional.ofNullable(MEANINGS.get(word));
    }

    /** The words that are written so in full pinyin. */
    static List<String> inPinyin(String letters) {
        return BY_PINYIN.getOrDefault(letters, List.of());
    }

    /** The words that have these initials. */
    static List<String> withInitials(String letters) {
        return BY_INITIALS.getOrDefault(letters, List.of());
    }

    /** The words that sound like these syllables. */
    static List<String> soundingLike(List<String> syllables) {
        return BY_SOUND.getOrDefault(sound(syllables), List.of());
    }

    /** The words that begin so, the commoner first. */
    static List<String> beginningWith(String text, int most) {
        return MEANINGS.keySet().stream()
                .filter(key -> key.startsWith(text))
                .limit(most)
                .toList();
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word);
    }

    /** The longest word of the tables that stands at a place of a text, if one does. */
    static Optional<String> at(String text, int from) {
        for (int to = Math.min(text.length(), from + LONGEST); to > from; to--) {
            String word = text.substring(from, to);
            if (MEANINGS.containsKey(word) || to - from > 1 && FILLERS.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
