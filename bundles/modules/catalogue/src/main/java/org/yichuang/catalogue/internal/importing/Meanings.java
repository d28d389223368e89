package org.yichuang.catalogue.internal.importing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.kernel.api.TextRules;

/**
 * What words of a centre's own lists mean, and which places its organs are of.
 *
 * @param headings columns, by headings
 * @param levels keys of levels, by the words of lists
 * @param organs organs, by how lists name them
 * @param places names of the centre, of those above it and of those next below: organs of other places are asked about
 */
public record Meanings(
        Map<String, String> headings, Map<String, String> levels, Map<String, String> organs, Set<String> places) {
    /** Nothing has been said, and every organ is taken as it is. */
    public static final Meanings NONE = new Meanings(Map.of(), Map.of(), Map.of(), Set.of());

    /**
     * An organ that begins with the name of a division, which words for what organs do (城市管理, 社区, 市场监督管理) do not.
     */
    private static final Pattern OF_PLACE = Pattern.compile("[\\p{IsHan}&&[^城社开新景发和与及]]{2,3}?(?:省|市(?!场)|县|区|州)"
            + "|\\p{IsHan}{2,8}?(?:自治区|自治州|自治县|自治旗)|\\p{IsHan}{2,6}?(?:(?<!联)盟|旗)");

    /** How people call an autonomous prefecture: 海西州 for 海西蒙古族藏族自治州. */
    private static final String PREFECTURE = "州";

    public Meanings {
        headings = Map.copyOf(headings);
        levels = Map.copyOf(levels);
        organs = Map.copyOf(organs);
        places = Set.copyOf(places);
    }

    /** A word as words of lists are compared. */
    public static String plain(String word) {
        return TextRules.folded(word).strip();
    }

    /** A heading as headings are compared. */
    public static String plainHeading(String heading) {
        return TableLayout.plain(heading);
    }

    /** What a cell means that names a level or an organ: what was said of it, else itself. */
    String of(Column column, String text) {
        return switch (column) {
            case EXERCISE_LEVEL, ACCEPTANCE_LEVEL, ACCEPTANCE_LEVELS, PRE_REVIEW_LEVEL, ISSUE_LEVEL -> levels
                    .getOrDefault(plain(text), text);
            case ORGAN -> organs.getOrDefault(plain(text), text);
            default -> text;
        };
    }

    /** The place that an organ is of, where that is none of here and nobody has said yet which organ it is. */
    public Optional<String> strangePlace(String organ) {
        Matcher found = OF_PLACE.matcher(organ);
        if (places.isEmpty() || organs.containsKey(plain(organ)) || !found.lookingAt()) {
            return Optional.empty();
        }
        String place = found.group();
        return places.stream().anyMatch(each -> isOf(place, each)) ? Optional.empty() : Optional.of(place);
    }

    private static boolean isOf(String place, String centre) {
        return centre.startsWith(place)
                || place.endsWith(PREFECTURE)
                        && centre.startsWith(place.substring(0, place.length() - PREFECTURE.length()))
                        && centre.contains(PREFECTURE);
    }

    /** The same text for the same meanings; empty where nothing was said. */
    String digestible() {
        return headings.isEmpty() && levels.isEmpty() && organs.isEmpty()
                ? ""
                : new TreeMap<>(headings) + "\n" + new TreeMap<>(levels) + "\n" + new TreeMap<>(organs) + "\n"
                        + new TreeSet<>(places);
    }
}
