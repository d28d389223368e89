package org.yichuang.indicators.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Indicator.Group;
import org.yichuang.indicators.api.Indicator.Row;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What the figures of every {@link IndicatorProvider} keep: each is what its rows add up to, whole, in parts and
 * narrowed; a module that has figures extends this class with some rows behind each of them.
 */
public abstract class IndicatorContract {
    private static final int ALL = 10_000;

    /** The figures. */
    protected abstract IndicatorProvider provider();

    /** Reads at the centre that has rows: at least three behind each figure, of two days if it has days. */
    protected abstract <T> T read(Function<UnitOfWork, T> question);

    /** Reads at a centre that has none. */
    protected abstract <T> T readElsewhere(Function<UnitOfWork, T> question);

    /** The days of the rows, the last of which is today. */
    protected abstract Period period();

    private Scope all() {
        return Scope.all(period());
    }

    private Fraction count(Indicator indicator, Scope scope) {
        return read(unit -> indicator.count(scope, unit));
    }

    private List<Group> groups(Indicator indicator, Dimension by, int most) {
        return read(unit -> indicator.groups(by, all(), most, unit));
    }

    private List<Row> rows(Indicator indicator, Scope scope) {
        return read(unit -> indicator.rows(scope, "", ALL, unit));
    }

    @Test
    public void everyFigureIsNamedOnceAndExplainedInBothLanguages() {
        Set<String> ids = new HashSet<>();
        for (Indicator indicator : provider().indicators()) {
            IndicatorDefinition definition = indicator.definition();
            assertTrue(definition.id(), definition.id().matches("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*"));
            assertTrue(definition.id() + " twice", ids.add(definition.id()));
            Stream.concat(
                            Stream.of(definition.name(), definition.formula(), definition.unit()),
                            Stream.concat(
                                    definition.columns().stream(),
                                    definition.dimensions().stream().map(Dimension::name)))
                    .forEach(words -> assertWords(definition.id(), words));
        }
    }

    private static void assertWords(String id, LocalizedMessage message) {
        for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
            String words = message.in(language);
            assertFalse(id + " has no words", words.isBlank());
            assertFalse(id + " shows a key: " + words, words.matches("[a-z-]+(\\.[a-z-]+)+"));
        }
    }

    @Test
    public void theRowsOfAFigureAddUpToIt() {
        for (Indicator indicator : provider().indicators()) {
            assertTrue(indicator.definition().id(), rows(indicator, all()).size() >= 3);
            assertAddsUp(indicator, all());
        }
    }

    private void assertAddsUp(Indicator indicator, Scope scope) {
        String what = indicator.definition().id() + " of " + scope;
        Kind kind = indicator.definition().kind();
        Fraction found = count(indicator, scope);
        List<Row> rows = rows(indicator, scope);
        long counted = rows.stream().filter(Row::counted).count();
        if (kind == Kind.COUNT || kind == Kind.RATE) {
            assertEquals(what, counted, found.numerator());
        }
        assertEquals(what, kind.isQuotient() ? rows.size() : 1, found.denominator());
        if (!kind.isQuotient()) {
            assertEquals(what + ": every row counts", rows.size(), counted);
        }
    }

    @Test
    public void rowsComeInTheOrderOfTheirKeysAndAShortPageIsTheLast() {
        for (Indicator indicator : provider().indicators()) {
            assertPages(indicator, all());
            for (Dimension by : indicator.definition().dimensions()) {
                groups(indicator, by, ALL).forEach(group -> assertPages(indicator, narrowed(by, group)));
            }
        }
    }

    private void assertPages(Indicator indicator, Scope scope) {
        String what = indicator.definition().id() + " of " + scope;
        List<Row> paged = new ArrayList<>();
        List<Row> page;
        do {
            String after = paged.isEmpty() ? "" : paged.get(paged.size() - 1).key();
            page = read(unit -> indicator.rows(scope, after, 2, unit));
            for (Row row : page) {
                String before =
                        paged.isEmpty() ? "" : paged.get(paged.size() - 1).key();
                assertTrue(
                        what + ": " + row.key() + " after " + before, row.key().compareTo(before) > 0);
                assertEquals(
                        what,
                        indicator.definition().columns().size(),
                        row.cells().size());
                paged.add(row);
            }
            assertTrue(what, page.size() <= 2);
        } while (page.size() == 2);
        assertEquals(what, keys(rows(indicator, scope)), keys(paged));
    }

    private static List<String> keys(List<Row> rows) {
        return rows.stream().map(Row::key).toList();
    }

    @Test
    public void thePartsAddUpToTheWholeAndEachIsWhatTheFigureNarrowedToItIs() {
        for (Indicator indicator : provider().indicators()) {
            for (Dimension by : indicator.definition().dimensions()) {
                List<Group> groups = groups(indicator, by, ALL);
                assertPartsAddUp(indicator, by, groups);
                for (Group group : groups) {
                    assertWords(indicator.definition().id(), group.name());
                    Scope part = narrowed(by, group);
                    assertEquals(indicator.definition().id() + " of " + part, group.fraction(), count(indicator, part));
                    assertAddsUp(indicator, part);
                    assertFalse("a part without rows", rows(indicator, part).isEmpty());
                }
            }
        }
    }

    private Scope narrowed(Dimension by, Group group) {
        LocalDate day = by.equals(Dimension.DAY) ? LocalDate.parse(group.key()) : null;
        return day == null ? all().with(by, group.key()) : all().in(new Period(day, day));
    }

    private void assertPartsAddUp(Indicator indicator, Dimension by, List<Group> groups) {
        String what = indicator.definition().id() + " by " + by.word();
        assertEquals(
                what, groups.size(), groups.stream().map(Group::key).distinct().count());
        if (indicator.definition().kind() != Kind.PERCENTILE) {
            long numerators = groups.stream()
                    .mapToLong(group -> group.fraction().numerator())
                    .sum();
            assertEquals(what, count(indicator, all()).numerator(), numerators);
        }
        assertEquals(
                what,
                rows(indicator, all()).size(),
                groups.stream()
                        .mapToLong(group -> rows(indicator, narrowed(by, group)).size())
                        .sum());
    }

    @Test
    public void theFirstPartsAreTheLargest() {
        for (Indicator indicator : provider().indicators()) {
            for (Dimension by : indicator.definition().dimensions()) {
                List<Group> largest = groups(indicator, by, 1);
                if (by.equals(Dimension.DAY)) {
                    List<String> days =
                            groups(indicator, by, ALL).stream().map(Group::key).toList();
                    assertEquals(days.stream().sorted().toList(), days);
                } else {
                    assertEquals(1, largest.size());
                    groups(indicator, by, ALL).forEach(each -> assertTrue(size(each) <= size(largest.get(0))));
                }
            }
        }
    }

    private static long size(Group group) {
        return Math.max(
                group.fraction().denominator() == 1 ? group.fraction().numerator() : 0,
                group.fraction().denominator());
    }

    @Test
    public void whereThereIsNothingNothingIsCounted() {
        Period before = new Period(period().from().minusYears(10), period().to().minusYears(10));
        for (Indicator indicator : provider().indicators()) {
            String id = indicator.definition().id();
            List<Row> elsewhere = readElsewhere(unit -> indicator.rows(all(), "", ALL, unit));
            assertEquals(id + " of another centre", List.of(), elsewhere);
            assertEquals(
                    id, 0, readElsewhere(unit -> indicator.count(all(), unit)).numerator());
            if (!indicator.definition().present()) {
                assertEquals(id + " ten years ago", List.of(), rows(indicator, Scope.all(before)));
                assertAddsUp(indicator, Scope.all(before));
            }
            for (Dimension by : indicator.definition().dimensions()) {
                if (!by.equals(Dimension.DAY)) {
                    List<Group> none = readElsewhere(unit -> indicator.groups(by, all(), ALL, unit));
                    assertEquals(id, List.of(), none);
                }
            }
        }
    }
}
