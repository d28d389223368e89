package org.yichuang.year;

import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseView;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
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
    private static final int CENTRES = 2_000;
    private static final double PROMISED = LONG ? 50 : 5_000;
    /** How much longer the same may take where there are most cases than where there are fewest. */
    private static final double RATIO = LONG ? 1.5 : 4;
    /** Milliseconds below which such a difference is that of the machine. */
    private static final double FLOOR = LONG ? 10 : 200;
    /** In no name and in no item: whoever looks for it finds nothing, wherever there is most to look at. */
    private static final String RARE = "龘";

    private static final List<String> FIGURES = List.of(
            "cases.done",
            "cases.end-rate",
            "cases.on-time",
            "cases.time",
            "cases.carried-out",
            "cases.open",
            "cases.overdue");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Random chance = new Random(20261129);
    private final Map<String, Map<Integer, long[]>> took = new LinkedHashMap<>();
    private World world;

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
            ManyCases many = new ManyCases(world, centres, chance);
            for (int size : SIZES) {
                long began = System.nanoTime();
                many.grow(size);
                System.out.printf(Locale.ROOT, "%s, %,d cases copied in %d s%n", where, size, seconds(began));
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
            double few = at(bySize.get(SIZES.get(0)), 95);
            double many = at(bySize.get(SIZES.get(SIZES.size() - 1)), 95);
            line.append(String.format(Locale.ROOT, "  x %.2f", many / few));
            if (many > FLOOR && many > RATIO * few) {
                slow.add(String.format(Locale.ROOT, "%s takes x %.2f", what, many / few));
            }
            System.out.println(line); // who plays it reads what it took
        });
        assertTrue("over " + PROMISED + " ms or x " + RATIO + ": " + slow, slow.isEmpty());
    }

    private static double at(long[] sorted, int percent) {
        return sorted[(sorted.length * percent + 99) / 100 - 1] / 1e6;
    }

    private static long seconds(long began) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }

    /** A case that was played, and is whole: what was copied is nobody's to read. */
    private String known() throws SQLException {
        try (Connection connection = world.database.source().getConnection()) {
            return ManyCases.numbers(connection, "ENDED_ON IS NOT NULL").get(0);
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
        measure("search: one character", size, () -> list(ManyCases.some(ManyCases.NAMES, 1, chance), clerk));
        measure("search: a rare character", size, () -> list(RARE, clerk));
        measure("search: name", size, () -> list(ManyCases.some(ManyCases.NAMES, 2, chance), clerk));
        measure(
                "search: part of a number",
                size,
                () -> list(ManyCases.some(ManyCases.LETTERS, 4, chance).toLowerCase(Locale.ROOT), clerk));
        measure("search: number", size, () -> list(someNumber(), clerk));
        measure("search: day", size, () -> list("202606" + (10 + chance.nextInt(20)), clerk));
        measure("search: item", size, () -> list("办理", clerk));
        LocalDate first = Year.LAST.withDayOfMonth(1);
        Scope month = Scope.all(new Period(first, Year.LAST));
        Scope year = Scope.all(new Period(Year.FIRST, Year.LAST));
        for (Indicator indicator : world.indicators()) {
            String id = indicator.definition().id();
            if (FIGURES.contains(id)) {
                measure(id + ", month", size, () -> read(manager, () -> indicator, month));
                measure(id + ", year", size, () -> read(manager, () -> indicator, year));
                measure(id + ", by item", size, () -> world.node
                        .transactions()
                        .read(manager, unit -> indicator.groups(Dimension.ITEM, month, 100, unit)));
                for (Dimension by : List.of(Dimension.DEPARTMENT, Dimension.WINDOW, Dimension.PERSON)) {
                    measure(id + ", by " + by.word(), size, () -> world.node
                            .transactions()
                            .read(manager, unit -> indicator.groups(by, month, 100, unit)));
                }
                measure(id + ", rows", size, () -> world.node
                        .transactions()
                        .read(manager, unit -> indicator.rows(month, "", 50, unit)));
            }
        }
    }

    private String someNumber() {
        return ManyCases.number(Year.LAST.minusDays(chance.nextInt(ManyCases.DAYS)), chance);
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
