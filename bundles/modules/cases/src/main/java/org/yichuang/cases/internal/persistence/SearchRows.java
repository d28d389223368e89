package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.cases.internal.domain.PersonalTexts;
import org.yichuang.cases.internal.domain.SearchGrams;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TextRules;

/**
 * Keyed digests of the small parts of names and numbers ({@link SearchGrams}), by which the cases of a centre are found
 * without looking at all of them, and the names under which its items have been asked for.
 */
public class SearchRows {
    /** So many cases are looked at one by one; where more have what is looked for, some are found soon in any order. */
    static final int MOST = 1000;

    private static final int MOST_ITEMS = 10;
    private static final int HEX = 16;
    private static final int DIGITS = 15;
    private static final String OF_GRAM =
            "SELECT CASE_NUMBER FROM CASES_GRAM WHERE TENANT=? AND GRAM=? FETCH FIRST ? ROWS ONLY";
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
        try {
            Set<Long> keys = keys(SearchGrams.of(entry.number(), entry.applicant()));
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

    /** Whether all cases of the centre are found so. */
    public boolean isComplete() {
        return new UpkeepRows().doneFor(unit, TASK).filter(ALL::equals).isPresent();
    }

    /** A case as it is found: number, applicant's name, code of the item, and the item's name folded. */
    public record Entry(String number, String applicant, String item, String itemText) {}

    /** Whether a case can be found already. */
    private boolean isFound(Entry entry) throws SQLException {
        long key = keys(SearchGrams.of(entry.number(), entry.applicant()))
                .iterator()
                .next();
        return is(HAS, key, entry.number());
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
                if (!isFound(entry)) {
                    add(entry);
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
     * Returns numbers among which are all cases whose name or number holds the words; empty when the words are too
     * short for that, or too many cases may hold them.
     */
    public Optional<Set<String>> candidates(String words) {
        Optional<List<Set<String>>> wanted = SearchGrams.wanted(words);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        try {
            Set<String> found = new TreeSet<>();
            for (Set<String> all : wanted.get()) {
                List<String> some = having(keys(all));
                if (some.size() > MOST) {
                    return Optional.empty();
                }
                found.addAll(some);
            }
            return Optional.of(found);
        } catch (SQLException e) {
            throw new IllegalStateException("What the cases are found by cannot be read", e);
        }
    }

    /** The cases that have one of the grams that few have; more than {@link #MOST} when all are frequent. */
    private List<String> having(Collection<Long> keys) throws SQLException {
        List<String> fewest = Collections.nCopies(MOST + 1, "");
        for (long key : keys) {
            List<String> found = having(key);
            if (found.size() < fewest.size()) {
                fewest = found;
            }
            if (fewest.size() <= MOST / HEX) {
                return fewest;
            }
        }
        return fewest.size() > MOST ? havingAll(List.copyOf(keys)) : fewest;
    }

    private List<String> having(long key) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(OF_GRAM)) {
            statement.setString(1, tenant());
            statement.setLong(2, key);
            statement.setInt(3, MOST + 1);
            return numbers(statement);
        }
    }

    /** Those that have all of some grams, first, last and between. */
    private List<String> havingAll(List<Long> keys) throws SQLException {
        Set<Long> few = new TreeSet<>(List.of(keys.get(0), keys.get(keys.size() / 2), keys.get(keys.size() - 1)));
        StringBuilder sql = new StringBuilder("SELECT A.CASE_NUMBER FROM CASES_GRAM A WHERE A.TENANT=? AND A.GRAM=?");
        for (int i = 1; i < few.size(); i++) {
            sql.append(" AND EXISTS (SELECT 1 FROM CASES_GRAM B WHERE B.TENANT=? AND B.GRAM=?"
                    + " AND B.CASE_NUMBER=A.CASE_NUMBER)");
        }
        try (PreparedStatement statement = unit.connection()
                .prepareStatement(sql.append(" FETCH FIRST ? ROWS ONLY").toString())) {
            int place = 0;
            for (long key : few) {
                statement.setString(++place, tenant());
                statement.setLong(++place, key);
            }
            statement.setInt(++place, MOST + 1);
            return numbers(statement);
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

    private Set<Long> keys(Set<String> grams) {
        Set<Long> keys = new TreeSet<>();
        texts.grams(grams).forEach(digest -> keys.add(key(digest)));
        return keys;
    }

    /** As much of a digest as rows keep. */
    public static long key(String digest) {
        return Long.parseLong(digest.substring(0, DIGITS), HEX);
    }

    private String tenant() {
        return unit.context().tenant().value();
    }
}
