package org.yichuang.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.Indicators.Summary;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.indicators.internal.Summaries.Asked;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.centres.TestCentres;

/** Figures that are counted for one page, by a clock that is moved by hand. */
public class SummariesTest {
    private static final BilingualText NONE = new BilingualText("", "");
    private static final Scope DAY = Scope.all(new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 1)));

    private long now;

    @Test
    public void aFigureThatTakesLongIsLeftAloneForAHundredTimesAsLong() {
        Summaries counting = new Summaries(new Reading(), () -> now);
        List<Asked> both = Stream.of(new Toy("toys.slow", Duration.ofSeconds(3)), new Toy("toys.made", Duration.ZERO))
                .map(toy -> new Asked(toy, toy.definition(), DAY))
                .toList();
        CallContext context = TestCentres.calling(TestCentres.HAIYANG);

        assertTrue(counting.of(both, context).stream().noneMatch(Summary::slow));
        List<Summary> next = counting.of(both, context);
        assertTrue(next.get(0).slow());
        assertNull(next.get(0).report());
        assertEquals("others are counted", Fraction.of(7), next.get(1).report().fraction());
        assertTrue(
                "and so is it at other centres",
                counting.of(both, TestCentres.calling(TestCentres.YANTAI)).stream()
                        .noneMatch(Summary::slow));
        Scope year = Scope.all(new Period(LocalDate.of(2025, 9, 2), LocalDate.of(2026, 9, 1)));
        Asked ofYear = new Asked(both.get(0).indicator(), both.get(0).definition(), year);
        assertTrue(
                "and over another span",
                counting.of(List.of(ofYear), context).stream().noneMatch(Summary::slow));
        now += Duration.ofSeconds(300).toNanos();
        assertTrue(counting.of(both, context).stream().noneMatch(Summary::slow));
    }

    @Test
    public void aFigureOfABundleThatIsBeingUpdatedTakesNoOtherAway() {
        Toy gone = new Toy("toys.gone", Duration.ZERO) {
            @Override
            public Fraction count(Scope scope, UnitOfWork unit) {
                throw new NoClassDefFoundError("its bundle is being updated");
            }
        };
        Toy made = new Toy("toys.made", Duration.ZERO);
        List<Summary> both = new Summaries(new Reading(), () -> now)
                .of(
                        Stream.of(gone, made)
                                .map(toy -> new Asked(toy, toy.definition(), DAY))
                                .toList(),
                        TestCentres.calling(TestCentres.HAIYANG));
        assertNull(both.get(0).report());
        assertEquals(Fraction.of(7), both.get(1).report().fraction());
    }

    /** Nothing is read from anywhere. */
    private static final class Reading implements Transactions {
        @Override
        public <T> T write(CallContext context, Class<T> answer, Work<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T read(CallContext context, Work<T> work) {
            return work.run(null);
        }

        @Override
        public <T> T readAcrossTenants(CallContext context, String reason, Work<T> work) {
            return work.run(null);
        }

        @Override
        public int databaseChanges() {
            return 0;
        }
    }

    /** Counts to seven, and takes its time. */
    private class Toy implements Indicator {
        private final String id;
        private final Duration takes;

        Toy(String id, Duration takes) {
            this.id = id;
            this.takes = takes;
        }

        @Override
        public IndicatorDefinition definition() {
            return IndicatorDefinition.count(id, NONE, NONE, NONE, Set.of(), List.of());
        }

        @Override
        public Fraction count(Scope scope, UnitOfWork unit) {
            now += takes.toNanos();
            return Fraction.of(7);
        }

        @Override
        public List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit) {
            return List.of();
        }

        @Override
        public List<Row> rows(Scope scope, String after, int most, UnitOfWork unit) {
            return List.of();
        }
    }
}
