package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.StockStep;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.fees.internal.StockViews.BuyReceipts;
import org.yichuang.fees.internal.StockViews.CountReceipts;
import org.yichuang.fees.internal.StockViews.LotSummary;
import org.yichuang.fees.internal.StockViews.LotView;
import org.yichuang.fees.internal.StockViews.MoveReceipts;
import org.yichuang.fees.internal.StockViews.StopReceipts;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** Of each paper receipt is known where it is, until the last day of its unit's own ones. */
public class StockTest extends FeeContract {
    private static final String UNIT = "海阳市林业局";
    private static final String KIND = "非税收入专用票据";

    private Stock stock() {
        return world.wiring.stock();
    }

    private LotView buy(String first, String last) {
        return stock().buy(new BuyReceipts(KIND, UNIT, first, last, null), world.cashier());
    }

    private LotView move(LotView lot, StockStep step, String first, String last, Long fen, LocalDate day) {
        String holder = step == StockStep.ISSUE ? "王" : null;
        String words = step == StockStep.ISSUE || step == StockStep.USE ? null : "处理决定1号";
        return stock().move(
                        lot.summary().id(),
                        new MoveReceipts(step, first, last, holder, fen, day, words),
                        world.cashier());
    }

    private LotView find(LotView lot) {
        return stock().find(lot.summary().id(), world.cashier());
    }

    private List<BypassView> signs() {
        return world.bypasses.list(true, PageRequest.of(null, null), world.treasury()).items().stream()
                .filter(sign -> sign.kind() == BypassKind.PAPER_RECEIPT)
                .toList();
    }

    @Test
    public void ofEachNumberIsKnownWhereItIs() {
        LotView lot = buy("00012001", "00012100");
        move(lot, StockStep.ISSUE, "00012001", "00012050", null, TODAY);
        move(lot, StockStep.USE, "00012001", "00012030", 90_000L, TODAY);
        move(lot, StockStep.VOID, "00012031", null, null, TODAY);
        move(lot, StockStep.LOSE, "00012032", "00012033", null, TODAY);
        LotSummary now =
                move(lot, StockStep.RETURN, "00012040", "00012060", null, TODAY).summary();
        assertEquals(40, now.blank());
        assertEquals(6, now.issued());
        assertEquals(30, now.used());
        assertEquals(1, now.voided());
        assertEquals(2, now.lost());
        assertEquals(21, now.returned());
        assertEquals(
                100,
                find(lot).ranges().stream()
                        .mapToLong(StockViews.RangeView::size)
                        .sum());
        assertEquals("00012034", find(lot).ranges().get(3).first());

        assertEquals("stock-state", codeOf(() -> move(lot, StockStep.USE, "00012030", "00012035", 1L, TODAY)));
        assertEquals("stock-state", codeOf(() -> move(lot, StockStep.ISSUE, "00012060", "00012070", null, TODAY)));
        assertEquals("stock-numbers", codeOf(() -> move(lot, StockStep.ISSUE, "00012100", "00012101", null, TODAY)));
        assertEquals("fen", field(() -> move(lot, StockStep.USE, "00012034", null, null, TODAY)));
        assertEquals("day", field(() -> move(lot, StockStep.USE, "00012034", null, 1L, TODAY.plusDays(1))));
        assertEquals("first", field(() -> move(lot, StockStep.USE, "一号", null, 1L, TODAY)));
        assertEquals("last", field(() -> buy("0001", "02")));
        assertEquals("stock-overlaps", codeOf(() -> buy("00012100", "00012200")));
        assertEquals("stock-unknown", codeOf(() -> stock().find("PJ-9", world.cashier())));
        String page = new StaticTemplates()
                .lot(PlayedUi.made(), find(lot), world.cashier())
                .render();
        assertTrue(page, page.contains("00012061"));
        sound();
    }

    @Test
    public void somebodyElseCountsAndTheBookIsPutAwayWhenNothingIsInHand() {
        LotView lot = buy("001", "010");
        String id = lot.summary().id();
        move(lot, StockStep.ISSUE, "001", "004", null, TODAY);
        assertEquals("stock-self", codeOf(() -> stock().count(
                        id, new CountReceipts(9L, null), world.as("cashier", "centre-manager"))));
        assertEquals(
                1L,
                stock().count(id, new CountReceipts(9L, "少一份"), world.manager())
                        .summary()
                        .missing());
        assertEquals("stock-open", codeOf(() -> stock().close(id, world.cashier())));
        move(lot, StockStep.LOSE, "004", null, null, TODAY);
        move(lot, StockStep.USE, "001", "003", 300L, TODAY);
        move(lot, StockStep.RETURN, "005", "010", null, TODAY);
        assertEquals(
                0L,
                stock().count(id, new CountReceipts(0L, null), world.manager())
                        .summary()
                        .missing());
        assertEquals(TODAY, stock().close(id, world.cashier()).summary().closedOn());
        assertEquals("stock-closed", codeOf(() -> move(lot, StockStep.VOID, "001", null, null, TODAY)));
        sound();
    }

    @Test
    public void whatAUnitUsesBehindItsLastDayIsASign() {
        LotView lot = buy("001", "050");
        move(lot, StockStep.ISSUE, "001", "020", null, TODAY);
        move(lot, StockStep.USE, "001", null, 100L, TODAY);
        world.province.pass(Duration.ofDays(10));
        move(lot, StockStep.USE, "002", "003", 200L, TODAY.plusDays(5));
        assertEquals(List.of(), signs());
        stock().stop(new StopReceipts(UNIT, TODAY.plusDays(2), "海政办〔2026〕3号"), world.treasury());
        assertEquals("what was used behind it already", 1, signs().size());
        assertEquals(200L, signs().get(0).fen());
        assertEquals(UNIT, signs().get(0).place());
        move(lot, StockStep.USE, "004", null, 700L, TODAY.plusDays(10));
        assertEquals(2, signs().size());
        move(lot, StockStep.USE, "005", null, 700L, TODAY.plusDays(2));
        assertEquals("what is written down behind it is one, whatever day is typed", 3, signs().size());
        assertEquals("stock-stopped", codeOf(() -> buy("101", "150")));
        assertEquals("stock-stopped", codeOf(() -> move(lot, StockStep.ISSUE, "021", "030", null, TODAY.plusDays(10))));
        assertEquals(
                "whatever day is typed",
                "stock-stopped",
                codeOf(() -> move(lot, StockStep.ISSUE, "021", "030", null, TODAY.plusDays(1))));
        move(lot, StockStep.RETURN, "021", "050", null, TODAY.plusDays(10));
        String page = new StaticTemplates()
                .stock(
                        PlayedUi.made(),
                        stock().list(PageRequest.of(null, null), world.treasury()),
                        stock().stops(PageRequest.of(null, null), world.treasury())
                                .items(),
                        world.treasury())
                .render();
        assertTrue(page, page.contains("海政办〔2026〕3号"));
        sound();
    }

    /** A book leaves out what was done long ago: the audit trail has all of it. */
    @Test
    public void theAuditTrailHasAllOfEachStep() {
        LotView lot = stock().buy(new BuyReceipts(KIND, UNIT, "001", "010", "领用单7号"), world.cashier());
        move(lot, StockStep.ISSUE, "001", "004", null, TODAY);
        move(lot, StockStep.USE, "001", "002", 300L, TODAY);
        String words = "遗失，电话13812345678";
        String id = lot.summary().id();
        stock().move(id, new MoveReceipts(StockStep.LOSE, "003", null, null, null, TODAY, words), world.cashier());
        stock().count(id, new CountReceipts(6L, "少一份"), world.manager());
        stock().stop(new StopReceipts(UNIT, TODAY, "海政办〔2026〕3号"), world.treasury());
        assertEquals(
                List.of(Map.of("lastDay", TODAY.toString(), "decision", "海政办〔2026〕3号")), audited("fee-stop", UNIT));
        List<Map<String, String>> steps = audited("fee-lot", id);
        String day = TODAY.toString();
        assertEquals(Map.of("unit", UNIT, "numbers", "001-010", "words", "领用单7号"), steps.get(0));
        assertEquals(Map.of("unit", UNIT, "numbers", "001-004", "fen", "0", "day", day, "holder", "王"), steps.get(1));
        assertEquals(Map.of("unit", UNIT, "numbers", "001-002", "fen", "300", "day", day), steps.get(2));
        assertEquals("遗失，电话138****5678", steps.get(3).get("words"));
        assertEquals(Map.of("unit", UNIT, "found", "6", "inHand", "7", "words", "少一份"), steps.get(4));
        sound();
    }

    private List<Map<String, String>> audited(String type, String id) {
        return node.journal().entries(type, id, PageRequest.of(null, null), world.treasury()).items().stream()
                .map(JournalEntry::details)
                .toList();
    }

    @Test
    public void ofTwoWhoBuyTheSameNumbersAtOnceOneDoes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<String>> bought = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> {
                    try {
                        return buy("001", "050").summary().id();
                    } catch (ProblemException e) {
                        return e.code().code();
                    }
                }))
                .toList();
        int made = 0;
        for (Future<String> each : bought) {
            made += each.get().startsWith("PJ-") ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(1, made);
        Page<LotSummary> lots = stock().list(PageRequest.of(null, null), world.cashier());
        assertEquals(1, lots.items().size());
        assertEquals(
                "another centre sees none",
                0,
                stock().list(PageRequest.of(null, null), world.as("c", FeeDescriptor.CASHIER, LAISHAN, Set.of()))
                        .items()
                        .size());
        sound();
    }
}
