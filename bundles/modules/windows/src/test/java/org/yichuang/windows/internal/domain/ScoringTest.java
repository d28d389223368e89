package org.yichuang.windows.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.windows.api.AssessmentCategory;
import org.yichuang.windows.api.MarkKind;

/** The formula of the assessment: a hundred points, seven categories of six. */
public class ScoringTest {
    private static final Scheme SCHEME =
            Scheme.of(Stream.of("70", "10", "10", "10").map(BigDecimal::new).toList(), Map.of());

    private static Measured of(String value) {
        return new Measured(new BigDecimal(value), 1, 1);
    }

    private static Score score(Map<Assessed, Measured> counted, Map<MarkKind, BigDecimal> marks) {
        return Scoring.of("3", "3号窗口", counted, marks, SCHEME, false);
    }

    private static BigDecimal points(Score score, Assessed of) {
        return score.lines().stream()
                .filter(line -> line.key().equals(of.key()))
                .findFirst()
                .orElseThrow()
                .points();
    }

    @Test
    public void sevenCategoriesOfSixIndicatorsHaveAHundredPoints() {
        Map<AssessmentCategory, Long> all =
                Stream.of(Assessed.values()).collect(Collectors.groupingBy(Assessed::category, Collectors.counting()));
        assertEquals(AssessmentCategory.values().length, all.size());
        assertTrue(all.toString(), all.values().stream().allMatch(many -> many == 6));
        BigDecimal sum = Stream.of(Assessed.values()).map(Assessed::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(BigDecimal.valueOf(100), sum);
    }

    @Test
    public void whoReachesAllTargetsHasAllPoints() {
        Map<Assessed, Measured> counted = new EnumMap<>(Assessed.class);
        for (Assessed each : Assessed.values()) {
            counted.put(
                    each,
                    each.rule().isCount() ? of("0") : new Measured(each.rule().target(), 1, 1));
        }
        assertEquals(new BigDecimal("100.00"), score(counted, Map.of()).system());
        counted.put(Assessed.ON_TIME, of("95"));
        assertEquals(
                "half of five points",
                new BigDecimal("97.50"),
                score(counted, Map.of()).system());
        counted.put(Assessed.ON_TIME, of("89.99"));
        assertEquals(
                "nothing below the floor",
                new BigDecimal("95.00"),
                score(counted, Map.of()).system());
        counted.put(Assessed.WAIT, of("1200"));
        assertEquals(
                "less is better",
                new BigDecimal("94.00"),
                score(counted, Map.of()).system());
        counted.put(Assessed.OUTSIDE, of("3"));
        assertEquals(
                "each costs a step",
                new BigDecimal("92.50"),
                score(counted, Map.of()).system());
        counted.put(Assessed.OUTSIDE, of("300"));
        assertEquals(
                "and no more than there is",
                new BigDecimal("92.00"),
                score(counted, Map.of()).system());
    }

    @Test
    public void aWeightWithoutABaseIsSpreadOverItsCategory() {
        Map<Assessed, Measured> counted = new HashMap<>();
        assertNull("nothing at all", score(counted, Map.of()).system());
        assertNull(score(counted, Map.of()).total());
        counted.put(Assessed.ON_TIME, of("95"));
        assertEquals(
                "one alone has all",
                new BigDecimal("50.00"),
                score(counted, Map.of()).system());
        counted.put(Assessed.EARLY, of("80"));
        Score two = score(counted, Map.of());
        assertEquals("5 : 3", new BigDecimal("31.25"), points(two, Assessed.ON_TIME));
        assertEquals(new BigDecimal("37.50"), points(two, Assessed.EARLY));
        counted.put(Assessed.ENTRY, of("100"));
        Score three = score(counted, Map.of());
        assertEquals("20 of 35", new BigDecimal("17.86"), points(three, Assessed.ON_TIME));
        assertEquals("15 of 35", new BigDecimal("42.86"), points(three, Assessed.ENTRY));
        assertNull("no base is neither nothing nor all", points(three, Assessed.CARDS));
    }

    /** However many have no base, the weights of the others are a hundred. */
    @Test
    public void theWeightsAlwaysAddUpToAHundred() {
        Random random = new Random(20261130);
        for (int i = 0; i < 500; i++) {
            Map<Assessed, Measured> counted = new EnumMap<>(Assessed.class);
            for (Assessed each : Assessed.values()) {
                if (random.nextInt(3) == 0) {
                    counted.put(each, of("50"));
                }
            }
            BigDecimal sum = score(counted, Map.of()).lines().stream()
                    .map(Score.Line::weight)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal off = sum.subtract(BigDecimal.valueOf(100)).abs();
            assertTrue(sum + " of " + counted, counted.isEmpty() || off.compareTo(new BigDecimal("0.21")) < 0);
        }
    }

    @Test
    public void whatIsCountedAndTheMarksAreMixed() {
        Map<Assessed, Measured> counted = Map.of(Assessed.ON_TIME, of("98"));
        Map<MarkKind, BigDecimal> marks = new EnumMap<>(MarkKind.class);
        assertEquals(
                "nobody has marked",
                new BigDecimal("80.00"),
                score(counted, marks).total());
        marks.put(MarkKind.CENTRE, new BigDecimal("90"));
        assertEquals("70 : 10", new BigDecimal("81.25"), score(counted, marks).total());
        marks.put(MarkKind.PEER, new BigDecimal("70"));
        marks.put(MarkKind.DAILY, new BigDecimal("100"));
        assertEquals(new BigDecimal("82.00"), score(counted, marks).total());
        assertEquals(new BigDecimal("86.67"), score(Map.of(), marks).total());
    }

    @Test
    public void whoIsBarredKeepsTheScoreAndHasNoRank() {
        List<Score> all = new ArrayList<>();
        all.add(Scoring.of("1", "一", Map.of(Assessed.ON_TIME, of("95")), Map.of(), SCHEME, false));
        all.add(Scoring.of("2", "二", Map.of(Assessed.ON_TIME, of("100")), Map.of(), SCHEME, true));
        all.add(Scoring.of("3", "三", Map.of(Assessed.ON_TIME, of("95")), Map.of(), SCHEME, false));
        all.add(Scoring.of("4", "四", Map.of(Assessed.ON_TIME, of("91")), Map.of(), SCHEME, false));
        all.add(Scoring.of("5", "五", Map.of(), Map.of(), SCHEME, false));
        List<Score> ranked = Scoring.ranked(all);
        assertEquals(
                List.of("2", "1", "3", "4", "5"),
                ranked.stream().map(Score::subject).toList());
        assertEquals(new BigDecimal("100.00"), ranked.get(0).total());
        assertNull(ranked.get(0).rank());
        assertEquals(
                "as much as another has the same rank",
                List.of(1, 1, 3),
                ranked.subList(1, 4).stream().map(Score::rank).toList());
        assertNull(ranked.get(4).rank());
    }

    @Test
    public void whereNothingWasDoneThatNothingWasFoundIsNoMerit() {
        Score idle = Scoring.of("1", "一", Map.of(Assessed.PATROL, of("0")), Map.of(), SCHEME, false);
        Score works = Scoring.of("2", "二", Map.of(Assessed.ON_TIME, of("95")), Map.of(), SCHEME, false);
        assertEquals(new BigDecimal("100.00"), idle.total());
        List<Score> ranked = Scoring.ranked(List.of(idle, works));
        assertNull(ranked.get(0).rank());
        assertEquals(1, (int) ranked.get(1).rank());
    }

    @Test
    public void aCentreSetsTargetsOfItsOwn() {
        List<BigDecimal> mix = SCHEME.mix();
        Scheme low = Scheme.of(mix, Map.of("windows.authorised-approval", BigDecimal.valueOf(50)));
        Map<Assessed, Measured> counted = Map.of(Assessed.APPROVAL, of("50"));
        assertEquals(
                new BigDecimal("62.50"),
                Scoring.of("1", "一", counted, Map.of(), SCHEME, false).total());
        assertEquals(
                new BigDecimal("100.00"),
                Scoring.of("1", "一", counted, Map.of(), low, false).total());
        Scheme none = Scheme.of(mix, Map.of("windows.authorised-approval", BigDecimal.ZERO));
        assertEquals(
                "a target of nothing is reached",
                new BigDecimal("100.00"),
                Scoring.of("1", "一", counted, Map.of(), none, false).total());
    }

    @Test
    public void aPeriodIsAMonthAQuarterAHalfYearOrAYear() {
        assertEquals("2026-02-01 2026-02-28", days("2026-02"));
        assertEquals("2026-10-01 2026-12-31", days("2026-Q4"));
        assertEquals("2026-07-01 2026-12-31", days("2026-H2"));
        assertEquals("2026-01-01 2026-12-31", days("2026"));
        List.of("", "2026-13", "2026-Q5", "2026-H3", "1999", "2026-02-01", "next")
                .forEach(word -> assertTrue(word, AssessmentPeriod.of(word).isEmpty()));
    }

    private static String days(String word) {
        AssessmentPeriod period = AssessmentPeriod.of(word).orElseThrow();
        return period.from() + " " + period.to();
    }
}
