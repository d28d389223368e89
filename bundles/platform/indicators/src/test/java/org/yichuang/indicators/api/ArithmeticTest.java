package org.yichuang.indicators.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.kernel.api.BilingualText;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.SettingDefinition;

/** How values, changes and periods are reckoned. */
public class ArithmeticTest {
    @Test
    public void aRateIsRoundedHalfUpOnce() {
        assertEquals(value("66.67"), Kind.RATE.value(new Fraction(2, 3), 2));
        assertEquals(value("0.13"), Kind.RATE.value(new Fraction(1, 800), 2)); // 0.125
        assertEquals(value("100.00"), Kind.RATE.value(new Fraction(3, 3), 2));
        assertEquals(value("2.5"), Kind.MEAN.value(new Fraction(5, 2), 1));
    }

    @Test
    public void aQuotientOfNothingHasNoValue() {
        assertEquals(Optional.empty(), Kind.RATE.value(new Fraction(0, 0), 2));
        assertEquals(Optional.empty(), Kind.MEAN.value(new Fraction(0, 0), 2));
        assertEquals(value("0"), Kind.COUNT.value(Fraction.of(0), 0));
    }

    @Test
    public void moneyStaysInFen() {
        assertEquals(value("123456789012345"), Kind.MONEY.value(Fraction.of(123456789012345L), 0));
    }

    @Test
    public void lastYearsDaysAreTheSameDays() {
        assertEquals(
                new Period(day("2025-01-01"), day("2025-03-31")),
                new Period(day("2026-01-01"), day("2026-03-31")).lastYear());
        assertEquals(
                day("2023-02-28"),
                new Period(day("2024-02-01"), day("2024-02-29")).lastYear().to());
        assertEquals(1, new Period(day("2026-01-01"), day("2026-01-01")).days());
    }

    @Test
    public void aPeriodThatIsNoneIsRefused() {
        for (String to : new String[] {"2025-12-31", "2036-01-01"}) {
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> new Period(day("2026-01-01"), day(to)).requireLength());
            assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        }
    }

    @Test
    public void aSumIsWhatItsRowsAddUpToAndAMeanOfRatesThatOfItsRows() {
        assertEquals(value("15"), Kind.SUM.value(Fraction.of(15), 0));
        assertEquals(1, Kind.SUM.compare(Fraction.of(15), 0, BigDecimal.valueOf(14)));
        Fraction third = new Fraction(1_333_333, 2);
        assertEquals(value("66.67"), Kind.MEAN_OF_RATES.value(third, 2));
        assertEquals(-1, Kind.MEAN_OF_RATES.compare(third, 2, new BigDecimal("66.67")));
        assertEquals(Optional.empty(), Kind.MEAN_OF_RATES.value(new Fraction(0, 0), 2));
    }

    @Test
    public void aReportSaysChangeAndShareOfTheTarget() {
        IndicatorReport report = report(new Fraction(3, 4), new Fraction(1, 2), Target.atLeast("90"));

        assertEquals(value("75.00"), report.value());
        assertEquals(value("50.00"), report.valueLastYear());
        assertEquals(value("25.00"), report.change());
        assertEquals(value("50.00"), report.changePercent());
        assertEquals(value("83.33"), report.shareOfTarget());
        assertEquals(Optional.of(false), report.isTargetReached());
    }

    @Test
    public void whereLastYearIsUnknownNoChangeIsClaimed() {
        IndicatorReport nothing = report(new Fraction(3, 4), new Fraction(0, 0), Target.NONE);

        assertEquals(Optional.empty(), nothing.change());
        assertEquals(Optional.empty(), nothing.changePercent());
        assertEquals(Optional.empty(), nothing.shareOfTarget());
        assertEquals(
                Optional.empty(),
                report(new Fraction(3, 4), new Fraction(0, 5), Target.NONE).changePercent());
    }

    @Test
    public void aTargetIsReachedFromItsOwnSide() {
        assertEquals(Optional.of(true), reached(new Fraction(2, 100), Target.atMost("3")));
        assertEquals(Optional.of(false), reached(new Fraction(31, 1000), Target.atMost("3")));
        assertEquals(Optional.of(true), reached(new Fraction(3, 100), Target.atLeast("3.00")));
        assertEquals(Optional.empty(), reached(new Fraction(0, 0), Target.atLeast("3")));
        assertEquals(Optional.empty(), reached(new Fraction(3, 100), Target.NONE));
    }

    @Test
    public void nothingIsRoundedOntoATargetThatIsMissed() {
        IndicatorReport nearly = report(new Fraction(99_995, 100_000), new Fraction(99_995, 100_000), ALL);
        assertEquals(value("99.99"), nearly.value());
        assertEquals(value("99.99"), nearly.valueLastYear());
        assertEquals(Optional.of(false), nearly.isTargetReached());
        assertEquals(value("99.99"), nearly.shareOfTarget());
        assertEquals(value("99.99"), nearly.value(new Fraction(29_999, 30_000)));

        IndicatorReport all = report(new Fraction(3, 3), null, ALL);
        assertEquals(value("100.00"), all.value());
        assertEquals(value("100.00"), all.shareOfTarget());
        assertEquals(Optional.of(true), all.isTargetReached());

        IndicatorReport hardlyTooMany = report(new Fraction(3_001, 100_000), null, Target.atMost("3"));
        assertEquals(value("3.01"), hardlyTooMany.value());
        assertEquals(Optional.of(false), hardlyTooMany.isTargetReached());
    }

    @Test
    public void theSettingOfATargetIsANumberOrNumbersByYear() {
        SettingDefinition setting = Target.setting("policy.toys.target");

        for (String right : List.of("95", "-1.5", "2026=97,2027=98.25")) {
            assertTrue(right, setting.fault(right).isEmpty());
        }
        for (String wrong : List.of("", "much", "2026=", "26=97", "95,96", "2026=97;2027=98")) {
            assertTrue(wrong, setting.fault(wrong).isPresent());
        }
    }

    @Test
    public void aPercentileIsTheValueOfARowThatSoManyDoNotExceed() {
        List<Long> minutes = List.of(2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L, 144L);

        assertEquals(new Fraction(89, 10), Fraction.percentile(90, minutes));
        assertEquals(new Fraction(13, 10), Fraction.percentile(50, minutes));
        assertEquals(new Fraction(2, 10), Fraction.percentile(1, minutes));
        assertEquals(new Fraction(144, 10), Fraction.percentile(100, minutes));
        assertEquals(new Fraction(7, 1), Fraction.percentile(90, List.of(7L)));
        IndicatorDefinition waits = IndicatorDefinition.percentile(
                "toys.wait",
                new IndicatorDefinition.Texts(new BilingualText("等候", "Wait"), new BilingualText("九成", "Nine of ten")),
                new BilingualText("分钟", "minutes"),
                1,
                Set.of(),
                List.of());
        assertEquals(value("8.9"), waits.kind().value(Fraction.percentile(90, minutes), waits.decimals()));
        assertEquals("of no rows", Optional.empty(), waits.kind().value(Fraction.percentile(90, List.of()), 1));
        assertEquals(Optional.of(false), reached(waits.with(Target.atMost("8.8")), Fraction.percentile(90, minutes)));
        assertEquals(Optional.of(true), reached(waits.with(Target.atMost("8.9")), Fraction.percentile(90, minutes)));
    }

    private static Optional<Boolean> reached(IndicatorDefinition definition, Fraction fraction) {
        Scope scope = Scope.all(new Period(day("2026-01-01"), day("2026-01-31")));
        return new IndicatorReport(definition, scope, Instant.EPOCH, fraction, null, List.of(), false)
                .isTargetReached();
    }

    private static final Target ALL = Target.atLeast("100");

    private static Optional<Boolean> reached(Fraction fraction, Target target) {
        return report(fraction, null, target).isTargetReached();
    }

    private static IndicatorReport report(Fraction now, Fraction lastYear, Target target) {
        IndicatorDefinition definition = IndicatorDefinition.rate(
                "toys.whole",
                new BilingualText("完好率", "Whole"),
                new BilingualText("完好的", "Those whole"),
                Set.of(),
                List.of(),
                target);
        Scope scope = Scope.all(new Period(day("2026-01-01"), day("2026-01-31")));
        return new IndicatorReport(definition, scope, Instant.EPOCH, now, lastYear, List.of(), false);
    }

    private static Optional<BigDecimal> value(String number) {
        return Optional.of(new BigDecimal(number));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
