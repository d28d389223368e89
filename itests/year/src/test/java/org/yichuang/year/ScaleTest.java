package org.yichuang.year;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.internal.persistence.EncryptedTexts;
import org.yichuang.cases.internal.persistence.SearchRows;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.centres.TestCentres;

/**
 * How long lists, pages, search and figures take where there are few cases and where there are many: a year of a county
 * is played with few applications, and its rows are copied inside the database over three years, at one centre or at
 * 2,000. {@code bench/scale} plays the long form and keeps what is promised of it; the short one tries that it can.
 */
public class ScaleTest {
    private static final boolean LONG = "long".equals(System.getProperty("yichuang.test.drill"));
    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("yichuang.scale.sizes", LONG ? "10000,100000" : "400,800")
                            .split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = LONG ? 60 : 3;
    private static final int DAYS = 1_000;
    private static final int OPEN_DAYS = 30;
    private static final int CENTRES = 2_000;
    private static final int PART = 1_000;
    private static final double PROMISED = LONG ? 50 : 5_000;
    private static final String NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗建国志强秀英桂兰玉珍海燕晓东丽华春梅文博子涵浩然雨桐";
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String NEVER = "9999-12-31";
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
            day("ENDED_ON"));
    private static final Map<String, String> OF_FACTS = Map.of(
            "TENANT", "n.TENANT",
            "CASE_NUMBER", "n.NUMBER",
            "COUNTED_ON", "n.HAPPENED_ON",
            "UNTIL", "CASE WHEN c.UNTIL='" + NEVER + "' THEN c.UNTIL ELSE n.HAPPENED_ON END");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Random chance = new Random(20261129);
    private final Map<String, Map<Integer, long[]>> took = new LinkedHashMap<>();
    private World world;
    private int made;

    private static String day(String column) {
        return "CASE WHEN c." + column + " IS NULL THEN c." + column + " ELSE n.HAPPENED_ON END";
    }

    @Test
    public void aCentreWithManyCasesIsAsQuickAsOneWithFew() throws SQLException {
        play("one centre", 1);
    }

    @Test
    public void aCentreOfManyIsAsQuickAsOneOfFew() throws SQLException {
        play(CENTRES + " centres", CENTRES);
    }

    private void play(String where, int centres) throws SQLException {
        YearItems items = new YearItems();
        try (World opened = new World(folder.getRoot(), items)) {
            world = opened;
            new Year(world, items, 2026).play(LONG ? 300 : 80);
            String known = known();
            for (int size : SIZES) {
                grow(size, centres);
                measure(size, known);
            }
        }
        List<String> slow = new ArrayList<>();
        took.forEach((what, bySize) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%s, %-24s", where, what));
            bySize.forEach((size, times) -> {
                line.append(String.format(
                        Locale.ROOT, " %,9d: p50 %6.1f p95 %6.1f ms", size, at(times, 50), at(times, 95)));
                if (at(times, 95) > PROMISED) {
                    slow.add(what + " of " + size);
                }
            });
            double few = at(bySize.get(SIZES.get(0)), 50);
            double many = at(bySize.get(SIZES.get(SIZES.size() - 1)), 50);
            line.append(String.format(Locale.ROOT, "  x %.2f", many / few));
            System.out.println(line); // who plays it reads what it took
        });
        assertTrue("over " + PROMISED + " ms: " + slow, slow.isEmpty());
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1] / 1e6;
    }

    /** Copies played cases until there are so many; what is older than some weeks is over. */
    private void grow(int size, int centres) throws SQLException {
        try (Connection connection = world.database.source().getConnection()) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "CREATE TABLE SCALE_COPY (TENANT VARCHAR(40), NUMBER VARCHAR(40), TEMPLATE VARCHAR(40),"
                            + " HAPPENED_ON DATE, DUE DATE, NAME VARCHAR(200), SEARCH_TEXT VARCHAR(2000))");
            write(connection, size, centres);
            copy(connection, "CASES_CASE", OF_CASES);
            copy(connection, "CASES_FACT", OF_FACTS);
            run(connection, "DROP TABLE SCALE_COPY");
            connection.commit();
        }
        makeFindable();
        if (world.database.kind() == TestDatabase.Kind.POSTGRESQL) {
            try (Connection connection = world.database.source().getConnection()) {
                connection.setAutoCommit(true);
                run(connection, "VACUUM ANALYZE");
            }
        }
    }

    private void write(Connection connection, int size, int centres) throws SQLException {
        List<String> over = numbers(connection, "ENDED_ON IS NOT NULL");
        List<String> open = numbers(connection, "ENDED_ON IS NULL");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO SCALE_COPY VALUES (?,?,?,?,?,?,?)")) {
            for (; made < size; made++) {
                LocalDate day = Year.LAST.minusDays(chance.nextInt(DAYS));
                boolean isOpen = day.isAfter(Year.LAST.minusDays(OPEN_DAYS));
                String number = number(day);
                String name = some(NAMES, 2 + chance.nextInt(2));
                int centre = made % centres;
                insert.setString(1, centre == 0 ? TestCentres.HAIYANG.value() : "centre-" + centre);
                insert.setString(2, number);
                insert.setString(3, of(isOpen ? open : over));
                insert.setDate(4, Date.valueOf(day));
                insert.setDate(5, Date.valueOf(day.plusDays(chance.nextInt(60))));
                insert.setString(6, name);
                insert.setString(7, TextRules.folded(number + "\n" + name + "\n办理事项"));
                insert.addBatch();
                if (made % PART == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private String of(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private String number(LocalDate day) {
        return "370687-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + some(LETTERS, 10);
    }

    private String some(String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(chance.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** The played cases that were handed in at the centre. */
    private static List<String> numbers(Connection connection, String which) throws SQLException {
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
        run(
                connection,
                "INSERT INTO " + table + " (" + String.join(",", columns) + ") SELECT " + String.join(",", values)
                        + " FROM SCALE_COPY n JOIN " + table
                        + " c ON c.TENANT='haiyang' AND c.CASE_NUMBER=n.TEMPLATE");
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

    /** A case that was played, and is whole: what was copied is nobody's to read. */
    private String known() throws SQLException {
        try (Connection connection = world.database.source().getConnection()) {
            return numbers(connection, "ENDED_ON IS NOT NULL").get(0);
        }
    }

    private void measure(int size, String known) {
        CallContext clerk = world.as("clerk", TestCentres.HAIYANG);
        CallContext manager = world.as("centre-manager", TestCentres.HAIYANG);
        CaseView view = world.service.find(known, clerk);
        measure("work list", size, () -> list("", clerk));
        measure("case page", size, () -> world.service.find(known, clerk));
        measure("limits of a case", size, () -> world.service.deadlines(known, clerk));
        measure("progress", size, () -> world.service.progress(known, view.queryCode(), "10.0.0.1", clerk));
        measure("workbench", size, () -> world.cases.statistics().today(clerk));
        measure("search: name", size, () -> list(some(NAMES, 2), clerk));
        measure("search: part of a number", size, () -> list(some(LETTERS, 4).toLowerCase(Locale.ROOT), clerk));
        measure("search: number", size, () -> list(number(Year.LAST.minusDays(chance.nextInt(DAYS))), clerk));
        measure("search: day", size, () -> list("202606" + (10 + chance.nextInt(20)), clerk));
        measure("search: item", size, () -> list("办理", clerk));
        LocalDate first = Year.LAST.withDayOfMonth(1);
        Scope month = Scope.all(new Period(first, Year.LAST));
        Scope year = Scope.all(new Period(Year.FIRST, Year.LAST));
        for (Indicator indicator : world.indicators()) {
            String id = indicator.definition().id();
            if (List.of("cases.done", "cases.on-time", "cases.carried-out", "cases.open", "cases.overdue")
                    .contains(id)) {
                measure(id + ", month", size, () -> read(manager, () -> indicator, month));
                measure(id + ", year", size, () -> read(manager, () -> indicator, year));
                measure(id + ", by item", size, () -> world.node
                        .transactions()
                        .read(manager, unit -> indicator.groups(Dimension.ITEM, month, 100, unit)));
                measure(id + ", rows", size, () -> world.node
                        .transactions()
                        .read(manager, unit -> indicator.rows(month, "", 50, unit)));
            }
        }
    }

    private Object read(CallContext call, java.util.function.Supplier<Indicator> indicator, Scope scope) {
        return world.node.transactions().read(call, unit -> indicator.get().count(scope, unit));
    }

    private Object list(String words, CallContext call) {
        Filter filter = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), words);
        return world.service.list(filter, PageRequest.of(50, null), call);
    }

    private void measure(String what, int size, Runnable question) {
        IntStream.range(0, ROUNDS / 3 + 1).forEach(i -> question.run());
        long[] times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            question.run();
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        took.computeIfAbsent(what, any -> new LinkedHashMap<>()).put(size, times);
    }
}
