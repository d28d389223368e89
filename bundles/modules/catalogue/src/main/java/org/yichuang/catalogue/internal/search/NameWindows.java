package org.yichuang.catalogue.internal.search;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.internal.search.Pinyin.Way;
import org.yichuang.catalogue.internal.search.Question.Kind;
import org.yichuang.catalogue.internal.search.Question.Part;
import org.yichuang.catalogue.internal.search.SearchText.Run;

/** Where in a name a part of a question was found that does not stand there as it was typed. */
final class NameWindows {
    private static final int SHORTEST_RESEMBLING = 3;

    private NameWindows() {}

    /** The piece of a name that is read, begun or sounds as it was typed; else one that looks alike. */
    static Optional<String> find(String name, Part part) {
        return part.kind() == Kind.LATIN ? findLatin(name, part.text()) : findChinese(name, part);
    }

    private static Optional<String> findLatin(String name, String text) {
        if (!Pinyin.isLetters(text)) {
            return Optional.empty();
        }
        for (Way way : Pinyin.ways(text)) {
            Optional<String> found = sounding(name, way.syllables(), way.whole());
            if (found.isPresent()) {
                return found;
            }
        }
        List<String> letters = text.chars().mapToObj(Character::toString).toList();
        return sounding(name, letters, false, true);
    }

    private static Optional<String> findChinese(String name, Part part) {
        List<String> syllables = Pinyin.likeliest(part.text());
        Optional<String> sounding = syllables.size() == part.length() && part.length() > 1
                ? sounding(name, syllables, true)
                : Optional.empty();
        return sounding.or(() -> resembling(name, part));
    }

    private static Optional<String> sounding(String name, List<String> syllables, boolean whole) {
        return sounding(name, syllables, whole, false);
    }

    private static Optional<String> sounding(String name, List<String> wanted, boolean whole, boolean initials) {
        for (Run run : SearchText.runs(name)) {
            List<List<String>> readings = run.chinese() ? Pinyin.readings(run.text()) : List.of();
            for (int from = 0; from + wanted.size() <= readings.size(); from++) {
                boolean fits = true;
                for (int i = 0; fits && i < wanted.size(); i++) {
                    boolean begun = initials || !whole && i == wanted.size() - 1;
                    fits = reads(readings.get(from + i), wanted.get(i), begun);
                }
                if (fits) {
                    return Optional.of(piece(run.text(), from, wanted.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean reads(List<String> readings, String wanted, boolean begun) {
        return readings.stream()
                .anyMatch(each ->
                        begun ? each.startsWith(wanted) : Pinyin.blurred(each).equals(Pinyin.blurred(wanted)));
    }

    private static Optional<String> resembling(String name, Part part) {
        int[] typed = part.text().codePoints().toArray();
        for (Run run : part.length() < SHORTEST_RESEMBLING ? List.<Run>of() : SearchText.runs(name)) {
            int[] characters = run.text().codePoints().toArray();
            for (int from = 0; from + typed.length <= characters.length; from++) {
                int same = 0;
                for (int i = 0; i < typed.length; i++) {
                    same += typed[i] == characters[from + i] ? 1 : 0;
                }
                if (same * 2 > typed.length) {
                    return Optional.of(piece(run.text(), from, typed.length));
                }
            }
        }
        return Optional.empty();
    }

    private static String piece(String text, int from, int length) {
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, length));
    }
}
