package org.yichuang.catalogue.internal.domain.round;

import static org.junit.Assert.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemType;

/** The figures of a real round (K6): statutory 5,754 days, promised 2,797; 4,041 after the round before. */
public class RoundTotalsTest {
    private static final int LICENCES = 88;
    private static final int OTHERS = 71;
    private static final int DAILY = 116;
    private static final int KEPT = LICENCES + OTHERS + DAILY;

    /** So many kept items whose days add up to these sums, and eight that were delegated, entrusted or transferred. */
    static List<RoundItem> realRound(int statutory, int promised) {
        List<RoundItem> items = new ArrayList<>();
        for (int i = 0; i < KEPT; i++) {
            ItemType type = i < LICENCES
                    ? ItemType.LICENCE
                    : i < LICENCES + OTHERS ? ItemType.NON_LICENCE : ItemType.DAILY_MANAGEMENT;
            items.add(
                    new RoundItem("K-" + i, "", type, RoundOutcome.KEPT, "", share(statutory, i), share(promised, i)));
        }
        List<RoundOutcome> gone = List.of(RoundOutcome.DELEGATED, RoundOutcome.ENTRUSTED, RoundOutcome.TRANSFERRED);
        for (int i = 0; i < 8; i++) {
            items.add(new RoundItem("G-" + i, "", ItemType.LICENCE, gone.get(i % 3), "下级能够实施", 20, 20));
        }
        return items;
    }

    private static int share(int sum, int index) {
        return sum / KEPT + (index < sum % KEPT ? 1 : 0);
    }

    @Test
    public void aRealRoundClosesExactly() {
        RoundTotals totals = RoundTotals.of(realRound(5754, 2797));

        assertEquals(5754, totals.statutoryDays());
        assertEquals(2797, totals.promisedDays());
        assertEquals(2957, totals.againstLaw().daysCut());
        assertEquals(percent("51.39"), totals.againstLaw().percent());
        SpeedUp earlier = totals.against(RoundTotals.of(realRound(5754, 4041)));
        assertEquals(1244, earlier.daysCut());
        assertEquals(percent("30.78"), earlier.percent());
        assertEquals("4,042 fails by one day", 1245, new SpeedUp(4042, 2797).daysCut());
        assertEquals(percent("30.80"), new SpeedUp(4042, 2797).percent());
    }

    @Test
    public void itemsAreCountedByTypeAndOutcome() {
        RoundTotals totals = RoundTotals.of(realRound(5754, 2797));

        assertEquals(List.of(ItemType.LICENCE, ItemType.DAILY_MANAGEMENT, ItemType.NON_LICENCE), totals.types());
        assertEquals(LICENCES, totals.of(ItemType.LICENCE).count(RoundOutcome.KEPT));
        assertEquals(OTHERS, totals.of(ItemType.NON_LICENCE).count(RoundOutcome.KEPT));
        assertEquals(DAILY, totals.of(ItemType.DAILY_MANAGEMENT).count(RoundOutcome.KEPT));
        assertEquals(
                8,
                totals.count(RoundOutcome.DELEGATED)
                        + totals.count(RoundOutcome.ENTRUSTED)
                        + totals.count(RoundOutcome.TRANSFERRED));
        assertEquals(KEPT + 8, totals.before());
        assertEquals(KEPT, totals.remaining());
    }

    /** M-CAT-1: what is kept, cancelled and delegated out of all before. */
    @Test
    public void theShareOfWhatWasCancelledOrDelegatedIsOfAllItemsBefore() {
        List<RoundItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            RoundOutcome outcome =
                    i < 119 ? RoundOutcome.KEPT : i < 160 ? RoundOutcome.CANCELLED : RoundOutcome.DELEGATED;
            items.add(item("A-" + i, outcome, null, null));
        }
        items.add(item("N-1", RoundOutcome.ADDED, 10, 5));
        RoundTotals totals = RoundTotals.of(items);

        assertEquals(percent("40.50"), Percent.of(totals.reduced(), totals.before()));
        assertEquals(120, totals.remaining());
    }

    @Test
    public void whatIsCancelledHasNotBecomeFaster() {
        RoundTotals totals = RoundTotals.of(
                List.of(item("A", RoundOutcome.KEPT, 20, 10), item("B", RoundOutcome.CANCELLED, 60, null)));

        assertEquals(20, totals.statutoryDays());
        assertEquals(percent("50.00"), totals.againstLaw().percent());
    }

    @Test
    public void withoutAPromiseTheLimitOfTheLawCounts() {
        RoundTotals totals =
                RoundTotals.of(List.of(item("A", RoundOutcome.KEPT, 20, null), item("B", RoundOutcome.KEPT, 20, 5)));

        assertEquals(25, totals.promisedDays());
        assertEquals(15, totals.againstLaw().daysCut());
    }

    @Test
    public void aPromiseWhereTheLawSetsNoLimitIsNoGain() {
        RoundTotals totals =
                RoundTotals.of(List.of(item("A", RoundOutcome.KEPT, 20, 10), item("B", RoundOutcome.KEPT, null, 3)));

        assertEquals(13, totals.promisedDays());
        assertEquals(1, totals.unlimited());
        assertEquals(3, totals.promisedUnlimited());
        assertEquals(10, totals.againstLaw().daysCut());
    }

    @Test
    public void ofNothingThereIsNoShare() {
        RoundTotals totals = RoundTotals.of(List.of(item("A", RoundOutcome.CANCELLED, 20, null)));

        assertEquals(Optional.empty(), totals.againstLaw().percent());
        assertEquals(0, totals.againstLaw().daysCut());
    }

    @Test
    public void outcomesAreReadAsPeopleAndProgramsWriteThem() {
        assertEquals(Optional.of(RoundOutcome.KEPT), RoundOutcome.parse("KEPT"));
        assertEquals(Optional.of(RoundOutcome.HANDED_OVER), RoundOutcome.parse("handed-over"));
        assertEquals(Optional.of(RoundOutcome.HANDED_OVER), RoundOutcome.parse("移交社会组织"));
        assertEquals(Optional.of(RoundOutcome.DELEGATED), RoundOutcome.parse(" 下放 "));
        assertEquals(Optional.empty(), RoundOutcome.parse("搁置"));
        assertEquals(Optional.empty(), RoundOutcome.parse(null));
    }

    private static RoundItem item(String code, RoundOutcome outcome, Integer statutory, Integer promised) {
        return new RoundItem(code, "", null, outcome, "", statutory, promised);
    }

    private static Optional<BigDecimal> percent(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
