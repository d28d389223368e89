package org.yichuang.catalogue.internal.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;

/** Reads and writes levels as guides do: 县级(区), 乡级(街道), 村级+乡级+县残联. */
final class LevelCell {
    private static final Pattern LEVEL_AND_DEPARTMENT = Pattern.compile("(省|市|县|区|乡镇|乡|镇|街道)级?(.+)");

    private static final Pattern BRACKETS = Pattern.compile("\\(.*?\\)");

    /** How lists write levels besides the words of the platform, without the word level itself. */
    private static final Map<Level, Set<String>> WORDS = Map.of(
            Level.PROVINCE, Set.of("2", "自治区", "直辖市", "省本", "省部"),
            Level.CITY, Set.of("3", "州市", "市州", "地市", "地区", "设区市", "设区的市", "自治州", "盟", "市本"),
            Level.COUNTY, Set.of("4", "县市区", "市县区", "区县市", "区市县", "县市", "旗", "县区旗", "区市"),
            Level.TOWNSHIP, Set.of("5", "镇街", "街镇", "街道办", "街道办事处", "乡镇街", "民族乡", "苏木"));

    private LevelCell() {}

    /** A level and, where the guide names one, a department of that level. */
    record Place(Level level, String department) {}

    /** Writes a level, as everything that a catalogue says in Chinese. */
    static String write(Level level) {
        return word(level).zh();
    }

    private static LocalizedMessage word(Level level) {
        return LocalizedMessage.of(LevelCell.class, "level." + level.key());
    }

    /** Writes the places of pre-review in their order. */
    static String write(List<Place> places) {
        return places.stream()
                .map(place -> write(place.level()) + place.department())
                .collect(Collectors.joining("+"));
    }

    /** Reads one level; remarks in brackets do not matter. */
    static Optional<Level> level(String text) {
        String word = plain(text);
        String bare = word.replaceFirst("级$", "").replaceAll("[、/]", "");
        return Level.parse(word).or(() -> WORDS.entrySet().stream()
                .filter(each -> each.getValue().contains(bare))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** Reads several levels, separated by semicolons and the like; empty when any of them is none. */
    static Optional<List<Level>> levels(String text) {
        List<Level> levels = new ArrayList<>();
        for (String word : plain(text).split("[;；,，、/+]")) { // brackets have signs of their own
            Optional<Level> level = level(word);
            if (level.isEmpty()) {
                return Optional.empty();
            }
            levels.add(level.get());
        }
        return Optional.of(levels);
    }

    /**
     * Reads the places of pre-review in their order. Villages have no centre: what they do belongs to the township, and
     * is noted.
     *
     * @return empty when something else than a village cannot be read, or nothing is left
     */
    static Optional<List<Place>> places(String text, List<Remark> remarks) {
        List<Place> places = new ArrayList<>();
        int villages = 0;
        for (String part : text.split("[+＋;；]")) {
            String word = plain(part);
            if (word.matches("村级?|社区级?|村居级?")) {
                villages++;
                continue;
            }
            Optional<Level> level = level(word);
            Matcher both = LEVEL_AND_DEPARTMENT.matcher(word);
            if (level.isPresent()) {
                places.add(new Place(level.get(), ""));
            } else if (both.matches()) {
                Place place = new Place(Level.parse(both.group(1)).orElseThrow(), both.group(2));
                places.add(place);
                if (!word.equals(write(List.of(place)))) {
                    remarks.add(new Remark(LocalizedMessage.of(
                            LevelCell.class, "level.department", word, word(place.level()), place.department())));
                }
            } else {
                return Optional.empty();
            }
        }
        for (int i = 0; i < villages; i++) {
            remarks.add(new Remark(LocalizedMessage.of(
                    LevelCell.class, places.isEmpty() ? "level.village-alone" : "level.village-joins-township")));
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(places);
    }

    /** Notes that what stands in brackets behind a level is not kept. */
    static void noteBrackets(String text, List<Remark> remarks) {
        Matcher brackets = BRACKETS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
        while (brackets.find()) {
            remarks.add(new Remark(LocalizedMessage.of(LevelCell.class, "level.brackets", text, brackets.group())));
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll(BRACKETS.pattern(), "")
                .strip();
    }
}
