package org.yichuang.kernel.api.fee;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.kernel.api.fee.PayerKind.ENTERPRISE;
import static org.yichuang.kernel.api.fee.PayerKind.PERSON;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** What standards come to, to the fen (R5-20, R5-21, R7-04, R7-05). */
public class FeeStandardTest {
    private static FeeStandard standard(ChargingMethod method, FeeFloor floor, StandardLine... lines) {
        FeeStandard made = new FeeStandard(method, "㎡", List.of(lines), floor);
        assertTrue(made.toString(), made.isSound());
        return made;
    }

    private static FeeStandard standard(ChargingMethod method, StandardLine... lines) {
        return standard(method, FeeFloor.NONE, lines);
    }

    private static long fen(FeeStandard standard, String quantity) {
        return standard.amount(new BigDecimal(quantity), PERSON).orElseThrow().fen();
    }

    private static String arithmetic(FeeStandard standard, String quantity) {
        return standard.amount(new BigDecimal(quantity), PERSON).orElseThrow().arithmetic();
    }

    @Test
    public void forestLandIsRestoredByTheSquareMetre() {
        FeeStandard trees = standard(ChargingMethod.PER_UNIT, StandardLine.of("1000"));
        assertEquals(20_000_000L, fen(trees, "20000"));
        assertEquals("20000 × 10.00 = 200000.00", arithmetic(trees, "20000"));
        FeeStandard shrubs = standard(ChargingMethod.PER_UNIT, StandardLine.of("600"));
        assertEquals(9_000_300L, fen(shrubs, "15000.5"));
    }

    @Test
    public void aRangeIsTakenAtItsLowerEndByWhomTheFloorIsFor() {
        FeeStandard range = standard(ChargingMethod.RANGE, FeeFloor.ENTERPRISE, StandardLine.range("50", "80", null));
        assertEquals(50L, range.amount(BigDecimal.ONE, ENTERPRISE).orElseThrow().fen());
        assertEquals(Optional.empty(), range.amount(BigDecimal.ONE, PERSON));
        FeeStandard named = standard(ChargingMethod.RANGE, FeeFloor.ENTERPRISE, StandardLine.range("50", "80", "60"));
        assertEquals(60L, fen(named, "1"));
        FeeStandard all = standard(ChargingMethod.RANGE, FeeFloor.ALL, StandardLine.range("50", "80", "60"));
        assertEquals(50L, fen(all, "1"));
    }

    @Test
    public void aRateIsAShareOfAValue() {
        FeeStandard deed = standard(ChargingMethod.RATE, StandardLine.of("0.03"));
        assertEquals(3_600_000L, fen(deed, "1200000"));
        assertEquals("1200000 × 0.03 = 36000.00", arithmetic(deed, "1200000"));
    }

    @Test
    public void informationCostsMoreTheMoreOfItIsAskedFor() {
        FeeStandard byItem = standard(
                ChargingMethod.TIERED,
                StandardLine.tier("0", "10", "0"),
                StandardLine.tier("10", "30", "10000"),
                StandardLine.growing("30", "20000", "10", "10000"));
        assertEquals(0L, fen(byItem, "10"));
        assertEquals(10_000L, fen(byItem, "11"));
        assertEquals(200_000L, fen(byItem, "30"));
        assertEquals(220_000L, fen(byItem, "31"));
        assertEquals(400_000L, fen(byItem, "40"));
        assertEquals(430_000L, fen(byItem, "41"));
        assertEquals(700_000L, fen(byItem, "50"));
        FeeStandard byPage = standard(
                ChargingMethod.TIERED,
                StandardLine.tier("0", "30", "0"),
                StandardLine.tier("30", "100", "1000"),
                StandardLine.tier("100", "200", "2000"),
                StandardLine.tier("200", null, "4000"));
        assertEquals(0L, fen(byPage, "30"));
        assertEquals(1_000L, fen(byPage, "31"));
        assertEquals(70_000L, fen(byPage, "100"));
        assertEquals(270_000L, fen(byPage, "200"));
        assertEquals(274_000L, fen(byPage, "201"));
    }

    @Test
    public void halfAFenIsRoundedUpOnceAtTheEnd() {
        FeeStandard half = standard(ChargingMethod.PER_UNIT, StandardLine.of("0.5"));
        assertEquals(1L, fen(half, "1"));
        assertEquals(1L, fen(half, "2"));
        assertEquals(2L, fen(half, "3"));
        FeeStandard tiers = standard(
                ChargingMethod.TIERED, StandardLine.tier("0", "1", "0.5"), StandardLine.tier("1", null, "0.5"));
        assertEquals("two halves are one, and not two", 1L, fen(tiers, "2"));
    }

    @Test
    public void aFixedFeeAsksForNoQuantity() {
        FeeStandard fixed = standard(ChargingMethod.FIXED, StandardLine.of("500"));
        assertFalse(fixed.needsQuantity());
        assertEquals(500L, fen(fixed, "7"));
        assertEquals("1 × 5.00 = 5.00", arithmetic(fixed, "7"));
    }

    @Test
    public void whatIsAboveTheLastTierIsNotDecided() {
        FeeStandard closed = standard(ChargingMethod.TIERED, StandardLine.tier("0", "10", "100"));
        assertEquals(Optional.empty(), closed.amount(new BigDecimal("11"), PERSON));
    }

    @Test
    public void aQuantityThatWouldCostMoreThanAnybodyHasIsKnownBeforeItIsReckoned() {
        FeeStandard unit = standard(ChargingMethod.PER_UNIT, StandardLine.of("1000"));
        assertFalse(unit.exceeds(2_000, new BigDecimal("2")));
        assertTrue(unit.exceeds(1_999, new BigDecimal("2")));
        assertTrue(unit.exceeds(Long.MAX_VALUE, new BigDecimal("1e30")));
        FeeStandard fixed = standard(ChargingMethod.FIXED, StandardLine.of("500"));
        assertFalse(fixed.exceeds(500, new BigDecimal("9")));
        FeeStandard rate = standard(ChargingMethod.RATE, StandardLine.of("0.03"));
        assertTrue(rate.exceeds(2, BigDecimal.ONE));
        assertFalse(rate.exceeds(3, BigDecimal.ONE));
        FeeStandard growing = standard(ChargingMethod.TIERED, StandardLine.growing("0", "1", "1", "1"));
        assertTrue(growing.exceeds(100, BigDecimal.TEN));
    }

    @Test
    public void whatCannotBeReckonedWithIsNoStandard() {
        StandardLine first = StandardLine.tier("0", "10", "100");
        assertFalse(of(ChargingMethod.TIERED, first, StandardLine.tier("11", null, "200"))
                .isSound());
        assertFalse(of(ChargingMethod.TIERED, StandardLine.tier("0", null, "1"), first)
                .isSound());
        assertFalse(of(ChargingMethod.PER_UNIT, first, first).isSound());
        assertFalse(of(ChargingMethod.PER_UNIT, StandardLine.of("-1")).isSound());
        assertFalse(of(ChargingMethod.PER_UNIT).isSound());
        assertFalse(
                of(ChargingMethod.RANGE, StandardLine.range("80", "50", null)).isSound());
        assertFalse(
                of(ChargingMethod.RANGE, StandardLine.range("50", "80", "90")).isSound());
        assertFalse(
                of(ChargingMethod.FIXED, StandardLine.range("50", "80", null)).isSound());
    }

    private static FeeStandard of(ChargingMethod method, StandardLine... lines) {
        return new FeeStandard(method, "", List.of(lines), null);
    }
}
