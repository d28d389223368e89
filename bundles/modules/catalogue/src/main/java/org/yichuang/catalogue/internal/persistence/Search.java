package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TextRules;

/**
 * A search as a statement with parameters; nothing that anybody typed stands in the statement itself.
 *
 * @param statement JPQL with the parameter {@code after}
 * @param parameters all others
 */
public record Search(String statement, Map<String, Object> parameters) {
    private static final int MOST_WORDS = 8;
    /** How far the wide form of a character is from its narrow one. */
    private static final int WIDER = 0xFEE0;

    /**
     * For a query.
     *
     * @param acceptance only items that centres of this level accept; all when empty
     */
    public static Search of(Query query, Optional<Level> acceptance) {
        List<String> conditions = new ArrayList<>(List.of("v.state = :state", "v.code > :after"));
        Map<String, Object> parameters = new HashMap<>(Map.of("state", ItemVersion.State.PUBLISHED));
        acceptance.ifPresent(level -> {
            conditions.add("v.acceptance LIKE :acceptance");
            parameters.put("acceptance", "%" + CatalogueVersion.mark(level) + "%");
        });
        query.type().ifPresent(type -> {
            conditions.add("v.type = :type");
            parameters.put("type", type);
        });
        query.department().ifPresent(department -> {
            conditions.add("v.department = :department");
            parameters.put("department", TextRules.cleaned(department));
        });
        query.exerciseLevel().ifPresent(level -> {
            conditions.add("v.exerciseLevel = :level");
            parameters.put("level", level);
        });
        List<String> words = words(query.words());
        for (int i = 0; i < words.size(); i++) {
            conditions.add(condition(i));
            parameters.putAll(patterns(i, words.get(i)));
        }
        return new Search(
                "SELECT v FROM CatalogueVersion v WHERE " + String.join(" AND ", conditions) + " ORDER BY v.code",
                parameters);
    }

    /** That a word is found. */
    static String condition(int index) {
        return Stream.of("word", "wide", "mixed")
                .map(form -> "v.searchText LIKE :" + form + index + " ESCAPE '!'")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /**
     * What is looked for: the word as texts are folded, and as it may stand in the rows of earlier versions, whose
     * digests the audit trail holds: wide, or with wide signs between narrow letters and digits, as people type.
     */
    static Map<String, Object> patterns(int index, String word) {
        return Map.of(
                "word" + index, pattern(word),
                "wide" + index, pattern(wide(word, each -> true)),
                "mixed" + index, pattern(wide(word, each -> !Character.isLetterOrDigit(each))));
    }

    private static String wide(String word, IntPredicate isWidened) {
        return word.codePoints()
                .map(each -> each > ' ' && each <= '~' && isWidened.test(each) ? each + WIDER : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What holds a word anywhere; its own signs mean nothing to the database. */
    static String pattern(String word) {
        return "%" + word.replaceAll("[!%_]", "!$0") + "%";
    }

    /** What was typed, in words. */
    static List<String> words(String typed) {
        return Arrays.stream(TextRules.folded(TextRules.cleaned(typed)).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }
}
