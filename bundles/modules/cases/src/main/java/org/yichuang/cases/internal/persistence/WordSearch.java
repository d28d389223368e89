package org.yichuang.cases.internal.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.CaseFiles.Place;
import org.yichuang.cases.internal.domain.CaseFiles.Row;
import org.yichuang.cases.internal.domain.CaseFiles.Wanted;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.PersonalTexts.SearchKeys;

/** Looks for words in number, name and item of cases, the newest first, without looking at all of them. */
final class WordSearch {
    /** What may be the number of a document or a telephone; what is none by this is not looked for there. */
    private static final Pattern NUMBER = Pattern.compile("(?=(?:\\D*\\d){6})[0-9a-z()+ -]{7,40}");

    /** How many more are looked at at once than are wanted, as some have parts of the words and not the words. */
    private static final int SPARE = 13;

    /** So many cases with parts of the words are looked at one by one. */
    private static final int MOST_LOOKED_AT = 1000;

    private final SearchRows search;
    private final PersonalTexts texts;
    private final Lists lists;

    WordSearch(SearchRows search, PersonalTexts texts, Lists lists) {
        this.search = search;
        this.texts = texts;
        this.lists = lists;
    }

    /** Lists what is wanted of the cases that fulfil a condition, the newest first where there is one. */
    @FunctionalInterface
    interface Lists {
        List<Row> list(Wanted wanted, Condition condition, Optional<Place> after, int most);
    }

    List<Row> list(Wanted wanted, Optional<Place> after, int most) {
        String words = wanted.words();
        if (NUMBER.matcher(words).matches()) {
            SearchKeys keys = texts.keys(words, words);
            List<Row> found =
                    lists.list(wanted, Condition.of(" AND c.idNumberKey = :key", keys.idNumber()), after, most);
            found = found.isEmpty()
                    ? lists.list(wanted, Condition.of(" AND c.phoneKey = :key", keys.phone()), after, most)
                    : found;
            if (!found.isEmpty()) {
                return found;
            }
        }
        Condition holds = Condition.of(" AND c.searchText LIKE :key ESCAPE '!'", pattern(words));
        // Whoever looks for what they have handed in themselves has few
        Optional<List<Row>> found = wanted.submitter() != null || !search.isComplete()
                ? Optional.empty()
                : found(wanted, holds, after, most);
        return found.orElseGet(() -> lists.list(wanted, holds, after, most));
    }

    /**
     * Looks where the words can be: at the newest cases with such parts in name or number, and at those of the few
     * items with such a name. Empty where that tells too little: then the list is gone along in its order.
     */
    private Optional<List<Row>> found(Wanted wanted, Condition holds, Optional<Place> after, int most) {
        Optional<List<List<Long>>> parts = search.parts(wanted.words());
        Optional<List<String>> items = parts.isEmpty()
                ? Optional.empty()
                : search.items(holds.values().get("key").toString());
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Row> found = new ArrayList<>();
        for (List<Long> all : parts.get()) {
            Optional<List<Row>> some = having(all, wanted, holds, after, most);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(some.get());
        }
        for (String item : items.get()) {
            found.addAll(lists.list(wanted, holds.and(" AND c.item = :named", "named", item), after, most));
        }
        return Optional.of(
                found.stream().collect(Collectors.toMap(Row::number, row -> row, (one, same) -> one)).values().stream()
                        .sorted(Comparator.comparing(Row::number).reversed())
                        .limit(most)
                        .toList());
    }

    /** The newest cases with some parts; empty where many have them, of which few are wanted. */
    private Optional<List<Row>> having(
            List<Long> parts, Wanted wanted, Condition holds, Optional<Place> after, int most) {
        List<Row> found = new ArrayList<>();
        String before = after.map(Place::number).orElse(SearchRows.ALL);
        for (int some = most + SPARE; some < MOST_LOOKED_AT; some *= 2) {
            List<String> numbers = search.having(parts, before, some);
            if (!numbers.isEmpty()) {
                Condition those = holds.and(" AND c.number IN :numbers", "numbers", numbers);
                found.addAll(lists.list(wanted, those, Optional.empty(), most));
                before = numbers.get(numbers.size() - 1);
            }
            if (numbers.size() < some || found.size() >= most) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** How the words are looked for. */
    record Condition(String text, Map<String, Object> values) {
        static final Condition NONE = new Condition("", Map.of());

        static Condition of(String text, Object key) {
            return NONE.and(text, "key", key);
        }

        Condition and(String more, String name, Object value) {
            Map<String, Object> all = new LinkedHashMap<>(values);
            all.put(name, value);
            return new Condition(text + more, all);
        }
    }

    /** What a text is like that holds the words; null for none. */
    static String pattern(String words) {
        return words == null || words.isEmpty()
                ? null
                : "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
