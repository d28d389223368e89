package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.fees.internal.SettlementViews.DifferenceView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** A day is settled where three books agree, and closed when somebody has explained where they do not. */
public class ReconciliationTest extends FeeContract {
    private static final long FEN = 20_000_000L;
    private static final Day FIRST = new Day(TODAY);

    private void bring(StatementSource source, LocalDate day, StatedLine... lines) {
        String bank = source == StatementSource.BANK ? "农商银行" : null;
        world.stated(new Bring(source, bank, day, List.of(lines)));
    }

    private static StatedLine line(BillView bill) {
        return line("S", bill);
    }

    private static StatedLine line(String serial, BillView bill) {
        return new StatedLine(serial, bill.code(), FEN);
    }

    private ReconciliationView reconcile() {
        return world.reconciliation.reconcile(FIRST, world.treasury());
    }

    private List<String> kept() {
        return reconcile().differences().stream()
                .filter(DifferenceView::kept)
                .map(each -> each.kind().word())
                .toList();
    }

    private static List<String> kinds(ReconciliationView view) {
        return view.differences().stream()
                .map(each -> each.kind().word())
                .sorted()
                .toList();
    }

    private BillState state(BillView bill) {
        return world.bills
                .find(bill.summary().number(), world.cashier())
                .summary()
                .state();
    }

    @Test
    public void whatAllThreeHaveIsSettledAndTheDayIsClosedToTheFen() {
        world.forest();
        BillView one = world.paid("A", "S1");
        BillView two = world.paid("B", "S2");
        bring(StatementSource.BANK, TODAY, line(one), line(two));
        bring(StatementSource.TREASURY, TODAY, line(one), line(two));
        assertEquals("only compared", BillState.PAID, state(one));
        assertEquals(2, world.reconciliation.compare(TODAY, world.cashier()).matched());
        assertEquals("day-not-over", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        world.province.pass(Duration.ofDays(1));
        assertEquals("day-differs", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        assertEquals(List.of(), reconcile().differences());
        assertEquals(BillState.SETTLED, state(two));
        assertEquals(2 * FEN, world.balance(LedgerAccount.TREASURY));
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        reconcile();
        assertEquals("again, nothing changes", 2 * FEN, world.balance(LedgerAccount.TREASURY));

        DayView day = world.reconciliation.close(FIRST, world.treasury());
        assertEquals(2 * FEN, day.billed());
        assertEquals(2 * FEN, day.paid());
        assertEquals("posted on the day after", 0L, day.settled());
        assertEquals("period-closed", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        assertTrue(world.reconciliation.compare(TODAY, world.treasury()).closed());
        assertEquals(
                1,
                world.reconciliation
                        .days(PageRequest.of(null, null), world.manager())
                        .items()
                        .size());
        sound();
    }

    @Test
    public void eachDifferenceHasItsNameAndAPersonWhoClosesIt() {
        world.forest();
        BillView none = world.paid("A", "S1");
        BillView late = world.paid("B", "S2");
        BillView less = world.paid("C", "S3");
        BillView twice = world.paid("D", "S4");
        BillView good = world.paid("E", "S5");
        String nobody = "11111111111111111111";
        codeOf(() -> world.payments.record(world.pay("S6", nobody, 7), world.cashier()));
        bring(
                StatementSource.BANK,
                TODAY,
                line(late),
                new StatedLine("", less.code(), FEN - 1),
                line(twice),
                line("S-again", twice),
                line(good),
                new StatedLine("", nobody, 7L),
                new StatedLine("", "22222222222222222222", 8L));
        bring(
                StatementSource.TREASURY,
                TODAY,
                new StatedLine("", less.code(), FEN - 1),
                line(twice),
                line(good),
                new StatedLine("", "33333333333333333333", 9L));
        assertFalse("may still come", kept().contains("late"));
        world.province.pass(Duration.ofDays(1));
        ReconciliationView found = reconcile();
        assertEquals(
                Stream.of("bill-only", "late", "amount", "double", "bank-only", "bank-only", "treasury-only")
                        .sorted()
                        .toList(),
                kinds(found));
        assertEquals(BillState.SETTLED, state(good));
        for (BillView each : List.of(none, late, less, twice)) {
            assertEquals("nothing is forced", BillState.PAID, state(each));
        }
        assertEquals(kinds(found), kinds(reconcile()));
        assertEquals("day-differs", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        assertEquals(
                "not-allowed",
                codeOf(() -> world.reconciliation.explain(
                        found.differences().get(0).id(), new Reason("w"), world.cashier())));
        for (DifferenceView each : found.differences()) {
            world.reconciliation.explain(each.id(), new Reason("已查明"), world.treasury());
        }
        DifferenceView first = found.differences().get(0);
        assertEquals(
                "difference-unknown",
                codeOf(() -> world.reconciliation.explain(first.id(), new Reason("w"), world.treasury())));
        world.reconciliation.close(FIRST, world.treasury());
        sound();
    }

    @Test
    public void aLateFileSettlesWhatWasLateAndTheSameFileAgainChangesNothing() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        bring(StatementSource.BANK, TODAY, line(bill));
        assertEquals("may still come", List.of(), kept());
        world.province.pass(Duration.ofDays(1));
        assertEquals(List.of("late"), kept());
        bring(StatementSource.TREASURY, TODAY.plusDays(1), line(bill));
        bring(StatementSource.TREASURY, TODAY.plusDays(1), line(bill));
        ReconciliationView now = reconcile();
        assertEquals(1, now.matched());
        assertEquals(
                "closed by what has come",
                TODAY.plusDays(1),
                now.differences().get(0).closedOn());
        assertEquals(BillState.SETTLED, state(bill));
        assertEquals(
                "and is nothing of the next day",
                List.of(),
                world.reconciliation
                        .reconcile(new Day(TODAY.plusDays(1)), world.treasury())
                        .differences());
    }

    @Test
    public void aSecondRealPaymentIsADifferenceAndTheFirstIsSettled() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        codeOf(() -> world.payments.record(world.pay("S2", bill.code(), FEN), world.cashier()));
        bring(StatementSource.BANK, TODAY, line(bill), line("S2", bill));
        bring(StatementSource.TREASURY, TODAY, line("T1", bill), line("T2", bill));
        ReconciliationView view = reconcile();
        assertEquals(List.of("double"), kinds(view));
        assertEquals(FEN, view.differences().get(0).amount());
        assertEquals(BillState.SETTLED, state(bill));
    }

    @Test
    public void whatOverlappingFilesTellTwiceHasComeOnce() {
        world.forest();
        BillView one = world.paid("A", "S1");
        BillView two = world.paid("B", "S2");
        bring(StatementSource.BANK, TODAY, line("S1", one));
        bring(StatementSource.BANK, TODAY, line("S1", one), line("S2", two));
        bring(StatementSource.TREASURY, TODAY, line("T1", one), line("T2", two));
        bring(StatementSource.TREASURY, TODAY, line("T2", two));
        ReconciliationView view = reconcile();
        assertEquals(List.of(), view.differences());
        assertEquals(2, view.matched());
        assertEquals(BillState.SETTLED, state(one));
        sound();
    }

    @Test
    public void anotherAmountThanWhatWasExplainedIsAnotherDifference() {
        StatedLine first = new StatedLine("1", "22222222222222222222", 100L);
        bring(StatementSource.BANK, TODAY, first);
        String id = reconcile().differences().get(0).id();
        world.reconciliation.explain(id, new Reason("已查明"), world.treasury());
        bring(StatementSource.BANK, TODAY, first, new StatedLine("2", "22222222222222222222", 500_000L));
        bring(StatementSource.TREASURY, TODAY);
        world.province.pass(Duration.ofDays(1));
        assertEquals("day-differs", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        List<DifferenceView> both = reconcile().differences();
        assertEquals(
                List.of(id, id + ".2"), both.stream().map(DifferenceView::id).toList());
        assertEquals(500_100L, both.get(1).amount());
        assertEquals(both, reconcile().differences());
        world.reconciliation.explain(id + ".2", new Reason("已查明"), world.treasury());
        world.reconciliation.close(FIRST, world.treasury());
        sound();
    }

    @Test
    public void aDayIsClosedOnlyWhenAllHaveStatedAndALateFileCountsWhenItComes() {
        world.province.pass(Duration.ofDays(1));
        assertEquals("day-unstated", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        bring(StatementSource.BANK, TODAY);
        assertEquals("day-unstated", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        bring(StatementSource.TREASURY, TODAY);
        world.reconciliation.close(FIRST, world.treasury());
        bring(StatementSource.BANK, TODAY, new StatedLine("1", "22222222222222222222", 7L));
        assertEquals("closed is closed", List.of(), reconcile().differences());
        Day second = new Day(TODAY.plusDays(1));
        ReconciliationView late = world.reconciliation.reconcile(second, world.treasury());
        assertEquals(List.of("bank-only"), kinds(late));
        sound();
    }

    @Test
    public void noAmountIsLargerThanBooksCanCount() {
        StatedLine most = new StatedLine("1", "22222222222222222222", Long.MAX_VALUE);
        assertEquals("lines.fen", field(() -> bring(StatementSource.BANK, TODAY, most, most)));
        assertEquals("fen", field(() -> world.payments.record(world.pay("S", "2", Long.MAX_VALUE), world.cashier())));
    }

    @Test
    public void whatATreasuryHasAfterAHolidayIsSettledOnThatDayThoughItWasExplained() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        bring(StatementSource.BANK, TODAY, line(bill));
        bring(StatementSource.TREASURY, TODAY);
        world.province.pass(Duration.ofDays(8));
        world.reconciliation.explain(reconcile().differences().get(0).id(), new Reason("假期"), world.treasury());
        world.reconciliation.close(FIRST, world.treasury());
        Day later = new Day(TODAY.plusDays(8));
        bring(StatementSource.TREASURY, later.day(), line(bill));
        assertEquals(List.of(), kinds(world.reconciliation.reconcile(later, world.treasury())));
        assertEquals(BillState.SETTLED, state(bill));
        sound();
    }

    @Test
    public void aCallBackThatComesLateIsSettled() {
        world.forest();
        world.stands("A", Map.of("area", FeeWorld.of("20000")));
        BillView bill = world.demand("A");
        bring(StatementSource.BANK, TODAY, line(bill));
        bring(StatementSource.TREASURY, TODAY, line(bill));
        assertEquals(List.of("bank-only"), kept());
        world.province.pass(Duration.ofDays(5));
        world.payments.record(world.pay("S1", bill.code(), FEN), world.cashier());
        Day fifth = new Day(TODAY.plusDays(5));
        assertEquals(List.of(), kinds(world.reconciliation.reconcile(fifth, world.treasury())));
        assertEquals(BillState.SETTLED, state(bill));
        assertEquals(fifth.day(), reconcile().differences().get(0).closedOn());
        sound();
    }

    @Test
    public void theBanksBusinessDayMayBeTheNextOne() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        world.province.pass(Duration.ofDays(1));
        bring(StatementSource.BANK, TODAY);
        bring(StatementSource.BANK, TODAY.plusDays(1), line("S1", bill));
        bring(StatementSource.TREASURY, TODAY, line("T1", bill));
        assertEquals(List.of(), reconcile().differences());
        assertEquals(BillState.SETTLED, state(bill));
        world.reconciliation.close(FIRST, world.treasury());
        sound();
    }

    @Test
    public void whatIsPaidForNothingThatIsOwedIsADifferenceAndGoesBack() {
        world.forest();
        world.stands("A", Map.of("area", FeeWorld.of("20000")));
        BillView less = world.demand("A");
        relieved(less, ReliefKind.REDUCTION, 5_000_000L);
        world.stands("B", Map.of("area", FeeWorld.of("20000")));
        BillView free = world.demand("B");
        relieved(free, ReliefKind.EXEMPTION, null);
        assertEquals(
                "payment-amount",
                codeOf(() -> world.payments.record(world.pay("S1", less.code(), FEN), world.cashier())));
        assertEquals(
                "payment-not-due",
                codeOf(() -> world.payments.record(world.pay("S2", free.code(), FEN), world.cashier())));
        assertEquals(2 * FEN, -world.balance(LedgerAccount.SUSPENSE));
        world.payments.record(world.pay("S3", less.code(), FEN - 5_000_000L), world.cashier());
        StatedLine rest = new StatedLine("S3", less.code(), FEN - 5_000_000L);
        bring(StatementSource.BANK, TODAY, line("S1", less), line("S2", free), rest);
        bring(StatementSource.TREASURY, TODAY, rest);
        assertEquals(List.of("amount", "bank-only"), kinds(reconcile()));
        assertEquals(BillState.SETTLED, state(less));
        assertEquals(BillState.EXEMPT, state(free));
        assertEquals(FEN - 5_000_000L, world.balance(LedgerAccount.TREASURY));
        sound();
    }

    private void relieved(BillView bill, ReliefKind kind, Long fen) {
        String number = bill.summary().number();
        world.bills.askRelief(number, new AskRelief(kind, "〔2026〕3号", TODAY, "减免", fen, null), world.clerk());
        world.bills.relieve(number, world.manager());
    }

    @Test
    public void whatOnePersonTypesCountsWhenAnotherHasConfirmedIt() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        Bring bank = new Bring(StatementSource.BANK, "农商银行", TODAY, List.of(line("S1", bill)));
        StatementView typed = world.statements.bring(bank, world.treasury());
        assertEquals(StatementState.WAITING, typed.state());
        assertEquals(typed.id(), world.statements.bring(bank, world.treasury()).id());
        bring(StatementSource.TREASURY, TODAY, line("T1", bill));
        world.province.pass(Duration.ofDays(1));
        assertEquals(0, reconcile().matched());
        assertEquals(BillState.PAID, state(bill));
        assertEquals("day-unconfirmed", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        assertEquals("not-allowed", codeOf(() -> world.statements.confirm(typed.id(), world.cashier())));
        assertEquals("statement-self", codeOf(() -> world.statements.confirm(typed.id(), world.treasury())));
        CallContext recorder = world.as("cashier", "centre-manager");
        assertEquals("statement-self", codeOf(() -> world.statements.confirm(typed.id(), recorder)));
        StatementView refused = world.statements.refuse(typed.id(), new Reason("与回单不符"), world.manager());
        assertEquals(StatementState.REFUSED, refused.state());
        assertEquals("statement-state", codeOf(() -> world.statements.confirm(typed.id(), world.manager())));
        assertEquals("day-unstated", codeOf(() -> world.reconciliation.close(FIRST, world.treasury())));
        List<StatementView> refusals = world.statements
                .list(StatementState.REFUSED, PageRequest.of(null, null), world.manager())
                .items();
        assertEquals(
                List.of(typed.id()), refusals.stream().map(StatementView::id).toList());
        assertEquals(
                StatementState.WAITING,
                world.statements.bring(bank, world.treasury()).state());
        StatementView counted = world.statements.confirm(typed.id(), world.manager());
        assertEquals("manager", counted.decidedBy());
        assertEquals(1, reconcile().matched());
        assertEquals(BillState.SETTLED, state(bill));
        world.reconciliation.close(FIRST, world.treasury());
        assertEquals("statement-unknown", codeOf(() -> world.statements.confirm("X", world.manager())));
        sound();
    }

    @Test
    public void whoeverWritesPaymentsDownStatesNothing() {
        world.forest();
        world.paid("A", "S1");
        Bring none = new Bring(StatementSource.TREASURY, null, TODAY, List.of());
        CallContext recorder = world.as("cashier", FeeDescriptor.TREASURY);
        assertEquals("statement-self", codeOf(() -> world.statements.bring(none, recorder)));
        StatementView late = world.statements.bring(none, world.treasury());
        assertEquals("that it was nothing is a word as well", StatementState.WAITING, late.state());
    }

    @Test
    public void statementsAreOfDaysThatHaveComeAndOfABank() {
        assertEquals("day", field(() -> bring(StatementSource.BANK, TODAY.plusDays(1))));
        Bring nameless = new Bring(StatementSource.BANK, null, TODAY, List.of());
        assertEquals("bank", field(() -> world.statements.bring(nameless, world.treasury())));
        assertEquals("not-allowed", codeOf(() -> world.statements.bring(nameless, world.cashier())));
    }
}
