package org.yichuang.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.api.Target;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is told apart by days is told apart by months as well. */
public class MonthlyIndicatorTest {
    private static final Period AUTUMN = new Period(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 12, 5));

    /** Counts days, but none of November. */
    private record Days(Set<Dimension> dimensions, boolean rate) implements Indicator {
        @Override
        public IndicatorDefinition definition() {
            LocalizedMessage words = LocalizedMessage.verbatim("x");
            return rate
                    ? IndicatorDefinition.rate("toys.days", words, words, dimensions, List.of(words), Target.NONE)
                    : IndicatorDefinition.count("toys.days", words, words, words, dimensions, List.of(words));
        }

        @Override
        public Fraction count(Scope scope, UnitOfWork unit) {
            Period period = scope.period();
            long days = period.from()
                    .datesUntil(period.to().plusDays(1))
                    .filter(day -> day.getMonthValue() != 11)
                    .count();
            return rate ? new Fraction(0, days) : Fraction.of(days);
        }

        @Override
        public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
            return List.of(new Group(by.word(), LocalizedMessage.verbatim(by.word()), Fraction.of(1)));
        }

        @Override
        public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
            return List.of();
        }
    }

    private static List<String> months(Indicator indicator) {
        return indicator.groups(Dimension.MONTH, Scope.all(AUTUMN), 99, null).stream()
                .map(group -> group.key() + " " + group.fraction().numerator() + "/"
                        + group.fraction().denominator())
                .toList();
    }

    @Test
    public void monthsAreCountedFromTheFirstDayToTheLastAndThoseWithoutRowsAreLeftOut() {
        Indicator counted = MonthlyIndicator.of(new Days(Set.of(Dimension.DAY, Dimension.ITEM), false));
        assertEquals(List.of("2026-09 11/1", "2026-10 31/1", "2026-12 5/1"), months(counted));
        Indicator rated = MonthlyIndicator.of(new Days(Set.of(Dimension.DAY), true));
        assertEquals(List.of("2026-09 0/11", "2026-10 0/31", "2026-12 0/5"), months(rated));
    }

    @Test
    public void whatHasNoDaysHasNoMonthsAndOtherPartsStayAsTheyAre() {
        Indicator plain = new Days(Set.of(Dimension.ITEM), false);
        assertSame(plain, MonthlyIndicator.of(plain));
        Indicator daily = MonthlyIndicator.of(new Days(Set.of(Dimension.DAY), false));
        assertTrue(daily.definition().dimensions().contains(Dimension.MONTH));
        assertEquals(
                "day",
                daily.groups(Dimension.DAY, Scope.all(AUTUMN), 9, null).get(0).key());
        assertEquals(daily.count(Scope.all(AUTUMN), null), Fraction.of(47));
    }
}
