package org.yichuang.year;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.yichuang.cases.internal.domain.SearchGrams;
import org.yichuang.cases.internal.persistence.EncryptedTexts;
import org.yichuang.cases.internal.persistence.SearchRows;
import org.yichuang.cases.internal.persistence.SumRows;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.centres.TestCentres;

/**
 * Copies the cases of a centre inside of the database, over three years, until there are many. On PostgreSQL that is
 * done without the indexes, which are made anew afterwards. The texts of copies are left out: they lie beside the rows,
 * and nobody reads them.
 */
final class ManyCases {
    static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    static final String NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗建国志强秀英桂兰玉珍海燕晓东丽华春梅文博子涵浩然雨桐";
    static final int DAYS = 1_000;

    private static final int OPEN_DAYS = 30;
    private static final int PART = 1_000;
    private static final String NEVER = "9999-12-31";
    private static final String MADE = "CREATE TABLE SCALE_COPY (TENANT VARCHAR(40), NUMBER VARCHAR(40),"
            + " TEMPLATE VARCHAR(40), HAPPENED_ON DATE, DUE DATE, NAME VARCHAR(200), SEARCH_TEXT VARCHAR(2000))";
    private static final String WRITTEN =
            """
            INSERT INTO SCALE_COPY
            SELECT CASE WHEN C=0 THEN 'haiyang' ELSE 'centre-' || C END, NUMBER,
              CASE WHEN D > DATE '%1$s' - %2$d THEN (?::text[])[(1 + floor(random() * ?))::int]
                ELSE (?::text[])[(1 + floor(random() * ?))::int] END,
              D, D + floor(random() * 60)::int, NAME, lower(NUMBER) || chr(10) || NAME || chr(10) || '办理事项'
            FROM (SELECT C, D, '370687-' || to_char(D, 'YYYYMMDD') || '-' || REST AS NUMBER, NAME
              FROM (SELECT I, I %% ? AS C, DATE '%1$s' - floor(random() * %3$d)::int AS D,
                (SELECT string_agg(substr('%4$s', 1 + floor(random() * %5$d)::int, 1), '')
                  FROM generate_series(1, 10) WHERE I = I) AS REST,
                (SELECT string_agg(substr('%6$s', 1 + floor(random() * %7$d)::int, 1), '')
                  FROM generate_series(1, 2 + I %% 2)) AS NAME
                FROM generate_series(?, ?) I) R) N""";
    private static final String GRAMS =
            """
            INSERT INTO CASES_GRAM (TENANT, GRAM, CASE_NUMBER)
            SELECT N.TENANT, G.GRAM, N.NUMBER FROM SCALE_COPY N
              CROSS JOIN LATERAL (SELECT 'n' || substr(N.NAME, I, 2) AS T FROM generate_series(1, length(N.NAME) - 1) I
                UNION SELECT 's' || substr(N.NAME, I, 1) FROM generate_series(1, length(N.NAME)) I
                UNION SELECT 'd' || substr(N.NUMBER, 7 + I, 4) FROM generate_series(1, 5) I
                UNION SELECT 'c' || lower(substr(N.NUMBER, 16 + I, 3)) FROM generate_series(1, 8) I) P
              JOIN SCALE_GRAM G ON G.T = P.T
            WHERE N.TENANT='haiyang'""";
    private static final String REMAKE =
            """
            SELECT 'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || conname || ' '
                || pg_get_constraintdef(oid), 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || conname
              FROM pg_constraint WHERE contype='p' AND conrelid::regclass::text=?
            UNION ALL SELECT indexdef, 'DROP INDEX ' || indexname FROM pg_indexes WHERE tablename=?
              AND indexname NOT IN (SELECT conname FROM pg_constraint)""";
    private static final Map<String, String> OF_CASES = Map.of(
            "TENANT",
            "n.TENANT",
            "CASE_NUMBER",
            "n.NUMBER",
            "APPLICANT",
            "n.NAME",
            "SEARCH_TEXT",
            "n.SEARCH_TEXT",
            "DUE",
            "CASE WHEN c.DUE='" + NEVER + "' THEN c.DUE ELSE n.DUE END",
            "ACCEPTED_ON",
            day("ACCEPTED_ON"),
            "DECIDED_ON",
            day("DECIDED_ON"),
            "ENDED_ON",
            day("ENDED_ON"),
            "SUBMISSION",
            "'-'",
            "PROGRESS",
            "'-'");
    private static final Map<String, String> OF_FACTS = Map.of(
            "TENANT", "n.TENANT",
            "CASE_NUMBER", "n.NUMBER",
            "COUNTED_ON", "n.HAPPENED_ON",
            "UNTIL", "CASE WHEN c.UNTIL='" + NEVER + "' THEN c.UNTIL ELSE n.HAPPENED_ON END");
    private static final Map<String, String> OF_SPELLS = Map.of(
            "TENANT", "n.TENANT",
            "CASE_NUMBER", "n.NUMBER",
            "ENDED_ON", "n.HAPPENED_ON");

    private final World world;
    private final int centres;
    private final Random chance;
    private List<String> over;
    private List<String> open;
    private int made;

    ManyCases(World world, int centres, Random chance) {
        this.world = world;
        this.centres = centres;
        this.chance = chance;
    }

    private static String day(String column) {
        return "CASE WHEN c." + column + " IS NULL THEN c." + column + " ELSE n.HAPPENED_ON END";
    }

    /** Copies played cases until there are so many; what is older than some weeks is over. */
    void grow(int size) throws SQLException {
        boolean isPostgres = world.database.kind() == TestDatabase.Kind.POSTGRESQL;
        try (Connection connection = world.database.source().getConnection()) {
            connection.setAutoCommit(false);
            run(connection, MADE);
            if (made == 0) {
                over = numbers(connection, "ENDED_ON IS NOT NULL");
                open = numbers(connection, "ENDED_ON IS NULL");
            }
            List<String> indexes = new ArrayList<>();
            if (isPostgres) {
                for (String table : List.of("cases_case", "cases_fact", "cases_spell", "cases_gram")) {
                    indexes.addAll(drop(connection, table));
                }
                run(connection, "SET LOCAL work_mem='256MB'");
                run(connection, "SET LOCAL maintenance_work_mem='512MB'");
                run(connection, "SET LOCAL synchronous_commit=off");
                writeInside(connection, size);
                run(connection, "ANALYZE SCALE_COPY");
            } else {
                write(connection, size);
            }
            made = size;
            copy(connection, "CASES_CASE", OF_CASES);
            copy(connection, "CASES_FACT", OF_FACTS);
            copy(connection, "CASES_SPELL", OF_SPELLS);
            if (isPostgres) {
                makeFindableInside(connection);
            }
            for (String index : indexes) {
                run(connection, index);
            }
            run(connection, "DROP TABLE SCALE_COPY");
            connection.commit();
        }
        if (isPostgres) {
            try (Connection connection = world.database.source().getConnection()) {
                connection.setAutoCommit(true);
                run(connection, "VACUUM ANALYZE");
            }
        } else {
            makeFindable();
        }
        addUp();
    }

    /** Drops the indexes of a table; returns how they are made anew. */
    private static List<String> drop(Connection connection, String table) throws SQLException {
        List<String> made = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(REMAKE)) {
            statement.setString(1, table);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    made.add(rows.getString(1));
                    dropped.add(rows.getString(2));
                }
            }
        }
        for (String drop : dropped) {
            run(connection, drop);
        }
        return made;
    }

    private void writeInside(Connection connection, int size) throws SQLException {
        String sql = String.format(
                Locale.ROOT, WRITTEN, Year.LAST, OPEN_DAYS, DAYS, LETTERS, LETTERS.length(), NAMES, NAMES.length());
        run(connection, String.format(Locale.ROOT, "SELECT setseed(%.9f)", 1.0 / (made + 2)));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, connection.createArrayOf("text", open.toArray()));
            insert.setInt(2, open.size());
            insert.setArray(3, connection.createArrayOf("text", over.toArray()));
            insert.setInt(4, over.size());
            insert.setInt(5, centres);
            insert.setInt(6, made);
            insert.setInt(7, size - 1);
            insert.executeUpdate();
        }
    }

    private void write(Connection connection, int size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO SCALE_COPY VALUES (?,?,?,?,?,?,?)")) {
            for (int i = made; i < size; i++) {
                LocalDate day = Year.LAST.minusDays(chance.nextInt(DAYS));
                boolean isOpen = day.isAfter(Year.LAST.minusDays(OPEN_DAYS));
                String number = number(day, chance);
                String name = some(NAMES, 2 + chance.nextInt(2), chance);
                int centre = i % centres;
                insert.setString(1, centre == 0 ? TestCentres.HAIYANG.value() : "centre-" + centre);
                insert.setString(2, number);
                insert.setString(3, of(isOpen ? open : over));
                insert.setDate(4, Date.valueOf(day));
                insert.setDate(5, Date.valueOf(day.plusDays(chance.nextInt(60))));
                insert.setString(6, name);
                insert.setString(7, number.toLowerCase(Locale.ROOT) + "\n" + name + "\n办理事项");
                insert.addBatch();
                if (i % PART == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private String of(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    static String number(LocalDate day, Random chance) {
        return "370687-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + some(LETTERS, 10, chance);
    }

    static String some(String letters, int length, Random chance) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(chance.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** The played cases that were handed in at the centre. */
    static List<String> numbers(Connection connection, String which) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CASE_NUMBER FROM CASES_CASE WHERE TENANT='haiyang'"
                        + " AND LOWER_CENTRE IS NULL AND PROMISED_UNTIL IS NULL AND KEY_NAME<>'' AND " + which
                        + " ORDER BY CASE_NUMBER FETCH FIRST 60 ROWS ONLY")) {
            List<String> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers;
        }
    }

    private static void copy(Connection connection, String table, Map<String, String> changed) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " WHERE 1=0")) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT));
            }
        }
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, "c." + column))
                .toList();
        run(connection, "CREATE TABLE SCALE_TEMPLATE AS SELECT * FROM " + table + " WITH NO DATA");
        run(
                connection,
                "INSERT INTO SCALE_TEMPLATE SELECT * FROM " + table + " WHERE TENANT='haiyang' AND CASE_NUMBER IN"
                        + " (SELECT DISTINCT TEMPLATE FROM SCALE_COPY)");
        run(
                connection,
                "INSERT INTO " + table + " (" + String.join(",", columns) + ") SELECT " + String.join(",", values)
                        + " FROM SCALE_COPY n JOIN SCALE_TEMPLATE c ON c.CASE_NUMBER=n.TEMPLATE");
        run(connection, "DROP TABLE SCALE_TEMPLATE");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As the upkeep makes cases from before findable. */
    private void makeFindable() {
        CallContext call = world.as("clerk", TestCentres.HAIYANG);
        EncryptedTexts texts = new EncryptedTexts(World.cipher(), TestCentres.HAIYANG);
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String last = after.get();
            after = Optional.ofNullable(
                    world.node.transactions().write(call, String.class, unit -> new SearchRows(unit, texts)
                            .complete(last, PART)
                            .orElse(null)));
        }
    }

    /** The same inside of the database, from the digests of all parts that there can be. */
    private void makeFindableInside(Connection connection) throws SQLException {
        EncryptedTexts texts = new EncryptedTexts(World.cipher(), TestCentres.HAIYANG);
        run(connection, "CREATE TABLE SCALE_GRAM (T VARCHAR(10), GRAM BIGINT)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO SCALE_GRAM VALUES (?,?)")) {
            for (String gram : grams()) {
                String digest = texts.grams(Set.of(gram)).iterator().next();
                insert.setString(1, gram);
                insert.setLong(2, SearchRows.key(digest));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        // else the server, which knows nothing of tables that have just been made, compares each with each
        run(connection, "ANALYZE SCALE_GRAM");
        run(connection, GRAMS);
        run(connection, "DROP TABLE SCALE_GRAM");
    }

    private static Set<String> grams() {
        Set<String> grams = new LinkedHashSet<>();
        Set<Integer> names = new LinkedHashSet<>();
        NAMES.codePoints().forEach(names::add);
        for (int one : names) {
            for (int other : names) {
                grams.addAll(SearchGrams.of("370687-20260101-2222222222", new String(new int[] {one, other}, 0, 2)));
            }
        }
        String letters = LETTERS + LETTERS;
        for (int i = 0; i < LETTERS.length(); i++) {
            for (int j = 0; j < LETTERS.length(); j++) {
                String pair = "" + LETTERS.charAt(i) + LETTERS.charAt(j);
                StringBuilder number = new StringBuilder("370687-20260101-").append(pair);
                letters.chars().limit(LETTERS.length()).forEach(third -> number.append((char) third)
                        .append(pair));
                grams.addAll(SearchGrams.of(number.toString(), "王"));
            }
        }
        for (int i = 0; i < DAYS; i++) {
            grams.addAll(SearchGrams.of(
                    "370687-" + DateTimeFormatter.BASIC_ISO_DATE.format(Year.LAST.minusDays(i)) + "-2222222222", "王"));
        }
        return grams;
    }

    /** As the upkeep adds up what has happened on past days. */
    private void addUp() {
        CallContext call = world.as("clerk", TestCentres.HAIYANG);
        LocalDate last = Year.LAST.minusDays(2);
        LocalDate from = Year.LAST.minusDays(DAYS).withDayOfMonth(1);
        while (!from.isAfter(last)) {
            LocalDate first = from;
            LocalDate month = from.with(TemporalAdjusters.lastDayOfMonth());
            LocalDate to = month.isBefore(last) ? month : last;
            world.node.transactions().write(call, Boolean.class, unit -> {
                new SumRows(unit).fold(first, to, to);
                new UpkeepRows().done(unit, SumRows.TASK, to.toString());
                return true;
            });
            from = to.plusDays(1);
        }
    }
}
