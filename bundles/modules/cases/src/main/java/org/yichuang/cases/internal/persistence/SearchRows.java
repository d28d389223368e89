package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.SearchGrams;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TextRules;

/**
 * Keyed digests of the small parts of names and numbers ({@link SearchGrams}), by which the cases of a centre are found
 * without looking at all of them, and the names under which its items have been asked for.
 */
public class SearchRows {
    private static final int MOST_ITEMS = 10;
    private static final int HEX = 16;
    private static final int DIGITS = 15;
    private static final String HAVING =
            "SELECT A.CASE_NUMBER FROM CASES_GRAM A WHERE A.TENANT=? AND A.GRAM=? AND A.CASE_NUMBER<?";
    private static final String ALSO = " AND EXISTS (SELECT 1 FROM CASES_GRAM B WHERE B.TENANT=? AND B.GRAM=?"
            + " AND B.CASE_NUMBER=A.CASE_NUMBER)";
    private static final String HAS = "SELECT 1 FROM CASES_GRAM WHERE TENANT=? AND GRAM=? AND CASE_NUMBER=?";
    private static final String ITEMS =
            "SELECT DISTINCT ITEM FROM CASES_ITEM_NAME WHERE TENANT=? AND SEARCH_TEXT LIKE ? ESCAPE '!'";
    private static final String KNOWN = "SELECT 1 FROM CASES_ITEM_NAME WHERE TENANT=? AND ITEM=? AND SEARCH_TEXT=?";
    private static final String ADD_ITEM =
            "INSERT INTO CASES_ITEM_NAME (TENANT, ITEM, CASE_NUMBER, SEARCH_TEXT) VALUES (?,?,?,?)";
    private static final String CASES =
            """
            SELECT CASE_NUMBER, APPLICANT, ITEM, ITEM_NAME FROM CASES_CASE WHERE TENANT=? AND CASE_NUMBER>?
              ORDER BY CASE_NUMBER FETCH FIRST ? ROWS ONLY""";

    /** Of what the upkeep notes when all cases of a centre are found so. */
    public static final String TASK = "grams";

    /** Greater than every number. */
    public static final String ALL = "~";

    private final UnitOfWork unit;
    private final PersonalTexts texts;

    public SearchRows(UnitOfWork unit, PersonalTexts texts) {
        this.unit = unit;
        this.texts = texts;
    }

    /** Lets a new case be found. */
    public void add(Entry entry) {
        add(entry, keys(SearchGrams.of(entry.number(), entry.applicant())));
    }

    /** @param keys by which it is not found yet */
    private void add(Entry entry, List<Long> keys) {
        try {
            String rows = String.join(",", Collections.nCopies(keys.size(), "(?,?,?)"));
            try (PreparedStatement insert = unit.connection()
                    .prepareStatement("INSERT INTO CASES_GRAM (TENANT, GRAM, CASE_NUMBER) VALUES " + rows)) {
                int place = 0;
                for (long key : keys) {
                    insert.setString(++place, tenant());
                    insert.setLong(++place, key);
                    insert.setString(++place, entry.number());
                }
                insert.executeUpdate();
            }
            if (!is(KNOWN, entry.item(), entry.itemText())) {
                try (PreparedStatement insert = unit.connection().prepareStatement(ADD_ITEM)) {
                    insert.setString(1, tenant());
                    insert.setString(2, entry.item());
                    insert.setString(3, entry.number());
                    insert.setString(4, entry.itemText());
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The case cannot be made findable", e);
        }
    }

    /** Lets a case that is kept no longer be found no more; the names of items stay. */
    public void remove(String number, String applicant) {
        List<Long> keys = keys(SearchGrams.of(number, applicant));
        String places = String.join(",", Collections.nCopies(keys.size(), "?"));
        try (PreparedStatement delete = unit.connection()
                .prepareStatement(
                        "DELETE FROM CASES_GRAM WHERE TENANT=? AND CASE_NUMBER=? AND GRAM IN (" + places + ")")) {
            int place = 0;
            delete.setString(++place, tenant());
            delete.setString(++place, number);
            for (long key : keys) {
                delete.setLong(++place, key);
            }
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What the case is found by cannot be removed", e);
        }
    }

    /** Whether all cases of the centre are found so. */
    public boolean isComplete() {
        return new UpkeepRows().doneFor(unit, TASK).filter(ALL::equals).isPresent();
    }

    /** A case as it is found: number, applicant's name, code of the item, and the item's name folded. */
    public record Entry(String number, String applicant, String item, String itemText) {}

    /** By which parts a case cannot be found yet: none of those of one from before, or not those of a newer kind. */
    private List<Long> missing(Entry entry) throws SQLException {
        List<Long> missing = new ArrayList<>();
        for (long key : keys(SearchGrams.of(entry.number(), entry.applicant()))) {
            if (!is(HAS, key, entry.number())) {
                missing.add(key);
            }
        }
        return missing;
    }

    private boolean is(String question, Object... values) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(question)) {
            statement.setString(1, tenant());
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /**
     * Lets some cases from before be found.
     *
     * @return the number of the last one; empty when there are no more
     */
    public Optional<String> complete(String after, int most) {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(CASES)) {
            statement.setString(1, tenant());
            statement.setString(2, after);
            statement.setInt(3, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getString(1), rows.getString(2), rows.getString(3), itemText(rows.getString(4))));
                }
            }
            for (Entry entry : entries) {
                List<Long> missing = missing(entry);
                if (!missing.isEmpty()) {
                    add(entry, missing);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The cases cannot be made findable", e);
        }
        return entries.size() < most
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).number());
    }

    /** The name of an item as it is looked for. */
    static String itemText(String name) {
        return TextRules.folded(name);
    }

    /**
     * Says by which parts cases are found whose name or number holds the words: by all of one of the lists.
     *
     * @return empty when the words are too short for that
     */
    public Optional<List<List<Long>>> parts(String words) {
        return SearchGrams.wanted(words)
                .map(wanted -> wanted.stream().map(this::keys).toList());
    }

    /**
     * Returns numbers, the newest first, among which are the newest cases before one that have all of some parts. Of
     * parts that many have, no more is read than that.
     *
     * @param parts of which the last ones tell most: surnames and years are in front
     * @param most how many at most; where there are fewer, there are no more
     */
    public List<String> having(List<Long> parts, String before, int most) {
        if (parts.isEmpty()) {
            return List.of();
        }
        Set<Long> few =
                new LinkedHashSet<>(List.of(parts.get(parts.size() - 1), parts.get(parts.size() / 2), parts.get(0)));
        List<Long> frequent = new ArrayList<>();
        String reached = ALL;
        for (long part : few) {
            List<String> found = having(List.of(part), "", before, most);
            if (found.size() < most || few.size() == 1) {
                return found;
            }
            String last = found.get(found.size() - 1);
            // whose newest cases reach back farthest is the rarest
            frequent.add(last.compareTo(reached) < 0 ? 0 : frequent.size(), part);
            reached = last.compareTo(reached) < 0 ? last : reached;
        }
        return having(frequent, ALSO.repeat(frequent.size() - 1), before, most);
    }

    private List<String> having(List<Long> parts, String also, String before, int most) {
        String sql = HAVING + also + " ORDER BY A.CASE_NUMBER DESC FETCH FIRST ? ROWS ONLY";
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            int place = 0;
            statement.setString(++place, tenant());
            statement.setLong(++place, parts.get(0));
            statement.setString(++place, before);
            for (long part : parts.subList(1, parts.size())) {
                statement.setString(++place, tenant());
                statement.setLong(++place, part);
            }
            statement.setInt(++place, most);
            return numbers(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("What the cases are found by cannot be read", e);
        }
    }

    private static List<String> numbers(PreparedStatement statement) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
        }
        return numbers;
    }

    /** The codes of items whose name holds the words; empty when there are too many of them. */
    public Optional<List<String>> items(String pattern) {
        try (PreparedStatement statement = unit.connection().prepareStatement(ITEMS)) {
            statement.setString(1, tenant());
            statement.setString(2, pattern);
            List<String> items = numbers(statement);
            return items.size() > MOST_ITEMS ? Optional.empty() : Optional.of(items);
        } catch (SQLException e) {
            throw new IllegalStateException("The names of items cannot be read", e);
        }
    }

    private List<Long> keys(Set<String> grams) {
        return texts.grams(grams).stream().map(SearchRows::key).distinct().toList();
    }

    /** As much of a digest as rows keep. */
    public static long key(String digest) {
        return Long.parseLong(digest.substring(0, DIGITS), HEX);
    }

    private String tenant() {
        return unit.context().tenant().value();
    }
}
