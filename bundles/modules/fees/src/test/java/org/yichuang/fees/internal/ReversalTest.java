package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.FOREST;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.kernel.api.PageRequest;

/** What a cashier has mistyped is reversed by two people (冲正), and by nobody once others have the money. */
public class ReversalTest extends FeeContract {
    private static final long FEN = 20_000_000L;
    private static final Reason SEEN = new Reason("核对回单，确系误录");

    private PaymentView newest() {
        return world.payments
                .list(PageRequest.of(null, null), world.treasury())
                .items()
                .get(0);
    }

    private PaymentView ask(PaymentView of) {
        return world.reversals.ask(of.id(), new AskReversal(ReversalGround.CODE, "缴款码录错"), world.cashier());
    }

    private BillView now(BillView bill) {
        return world.bills.find(bill.summary().number(), world.cashier());
    }

    private BillState state(BillView bill) {
        return now(bill).summary().state();
    }

    private void state(StatementSource source, StatedLine... lines) {
        String bank = source == StatementSource.BANK ? "农商银行" : null;
        world.stated(new Bring(source, bank, TODAY, List.of(lines)));
    }

    @Test
    public void whatWasMistypedIsDueAgainAndTheBooksAgree() {
        world.forest();
        BillView wrong = world.paid("A", "S1");
        PaymentView typed = newest();
        world.stands("B", Map.of("area", of("20000")));
        BillView right = world.demand("B");
        String receipt = now(wrong).receipt().number();

        PaymentView asked = ask(typed);
        assertEquals("cashier", asked.reversal().askedBy());
        assertEquals("nothing is posted yet", FEN, world.balance(LedgerAccount.BANK));
        assertEquals("reversal-open", codeOf(() -> ask(typed)));
        assertEquals("not-allowed", codeOf(() -> world.reversals.approve(typed.id(), SEEN, world.cashier())));
        assertEquals(
                "reversal-self",
                codeOf(() -> world.reversals.approve(typed.id(), SEEN, world.as("cashier", FeeDescriptor.TREASURY))));
        Claim claim = new Claim(typed.id(), FEN, RefundGround.ERROR, "w", FeeWorld.ACCOUNT);
        assertEquals("reversal-open", codeOf(() -> world.refunds.apply(claim, world.clerk())));
        PaymentView reversed = world.reversals.approve(typed.id(), SEEN, world.treasury());
        assertEquals(TODAY, reversed.reversedOn());
        assertEquals("payment-reversed", codeOf(() -> world.reversals.approve(typed.id(), SEEN, world.manager())));
        assertEquals("payment-reversed", codeOf(() -> ask(typed)));
        assertEquals("payment-reversed", codeOf(() -> world.refunds.apply(claim, world.clerk())));

        assertEquals(BillState.DUE, state(wrong));
        assertNull(now(wrong).receipt());
        assertEquals("0000000002", now(wrong).reversal().number());
        assertTrue(world.issued.values().stream()
                .anyMatch(paper -> paper.kind().equals("fee-correction")
                        && paper.facts().get("reversed").equals(receipt)
                        && paper.facts().get("receiptNumber").equals("0000000002")));
        assertEquals(1, world.revoked.size());
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(2 * FEN, world.balance(LedgerAccount.RECEIVABLE));
        assertEquals(
                "nothing is issued before it is paid",
                1,
                node.transactions()
                        .read(world.clerk(), unit -> world.wiring.completion().missing(FeeWorld.snapshot("A"), unit))
                        .size());

        world.payments.record(world.pay("S1", right.code(), FEN), world.cashier());
        state(StatementSource.BANK, new StatedLine("S1", right.code(), FEN));
        state(StatementSource.TREASURY, new StatedLine("T1", right.code(), FEN));
        assertEquals(
                List.of(),
                world.reconciliation.reconcile(new Day(TODAY), world.treasury()).differences());
        assertEquals(BillState.SETTLED, state(right));
        world.province.pass(Duration.ofDays(1));
        DayView day = world.reconciliation.close(new Day(TODAY), world.treasury());
        assertEquals(FEN, day.paid());
        sound();
    }

    @Test
    public void theSameIsTypedAgainRightUnderItsName() {
        world.forest();
        world.stands(CASE, Map.of("area", of("20000")));
        BillView bill = world.demand(CASE);
        codeOf(() -> world.payments.record(world.pay("S1", bill.code(), FEN - 1), world.cashier()));
        PaymentView typed = newest();
        assertEquals(PaymentOutcome.AMOUNT, typed.outcome());
        ask(typed);
        world.reversals.approve(typed.id(), SEEN, world.manager());
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        PaymentView again = world.payments.record(world.pay("S1", bill.code(), FEN), world.cashier());
        assertEquals(
                again.id(),
                world.payments
                        .record(world.pay("S1", bill.code(), FEN), world.cashier())
                        .id());
        assertFalse(again.id().equals(typed.id()));
        assertEquals(BillState.PAID, state(bill));
        assertEquals("0000000001", now(bill).receipt().number());
        assertEquals(FEN, world.balance(LedgerAccount.BANK));
        sound();
    }

    @Test
    public void whatWasDeferredIsDeferredAgainAndWhatIsRefusedStays() {
        world.forest();
        world.stands(CASE, Map.of("area", of("20000")));
        BillView bill = world.demand(CASE);
        String number = bill.summary().number();
        AskRelief later = new AskRelief(ReliefKind.DEFERRAL, "〔2026〕3号", TODAY, "缓缴", null, TODAY.plusMonths(6));
        world.bills.askRelief(number, later, world.clerk());
        world.bills.relieve(number, world.manager());
        world.payments.record(world.pay("S1", bill.code(), FEN), world.cashier());
        PaymentView typed = newest();
        assertEquals("reversal-none", codeOf(() -> world.reversals.approve(typed.id(), SEEN, world.treasury())));
        ask(typed);
        assertNull(world.reversals
                .refuse(typed.id(), new Reason("款项属实"), world.treasury())
                .reversal());
        assertEquals(BillState.PAID, state(bill));
        ask(typed);
        world.reversals.approve(typed.id(), SEEN, world.treasury());
        assertEquals(BillState.DEFERRED, state(bill));
        sound();
    }

    @Test
    public void whatWasEnteredTwiceIsPaidByWhatHasReallyCome() {
        world.forest();
        BillView bill = world.paid(CASE, "S1x");
        PaymentView typed = newest();
        codeOf(() -> world.payments.record(world.pay("S1", bill.code(), FEN), world.cashier()));
        state(StatementSource.BANK, new StatedLine("S1", bill.code(), FEN));
        state(StatementSource.TREASURY, new StatedLine("T1", bill.code(), FEN));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals("the bank has another one", BillState.PAID, state(bill));
        ask(typed);
        world.reversals.approve(typed.id(), SEEN, world.treasury());
        assertEquals(BillState.PAID, state(bill));
        assertEquals("0000000002", now(bill).reversal().number());
        assertEquals("0000000003", now(bill).receipt().number());
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        assertEquals(FEN, world.balance(LedgerAccount.BANK));
        world.province.pass(Duration.ofDays(1));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals(BillState.SETTLED, state(bill));
        assertEquals(FEN, world.balance(LedgerAccount.TREASURY));
        world.reconciliation.close(new Day(TODAY), world.treasury());
        sound();
    }

    @Test
    public void whatOthersHaveIsRefundedInstead() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        PaymentView stated = newest();
        state(StatementSource.BANK, new StatedLine("", bill.code(), FEN));
        assertEquals("reversal-final", codeOf(() -> ask(stated)));
        state(StatementSource.TREASURY, new StatedLine("", bill.code(), FEN));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals("reversal-final", codeOf(() -> ask(stated)));

        BillView other = world.paid("B", "S2");
        PaymentView claimed = newest();
        Claim claim = new Claim(claimed.id(), 5L, RefundGround.ERROR, "w", FeeWorld.ACCOUNT);
        world.refunds.apply(claim, world.clerk());
        assertEquals("refund-state", codeOf(() -> ask(claimed)));

        world.paid("C", "S3");
        PaymentView asked = newest();
        ask(asked);
        state(StatementSource.BANK, new StatedLine("S3", asked.code(), FEN));
        assertEquals(
                "came in between",
                "reversal-final",
                codeOf(() -> world.reversals.approve(asked.id(), SEEN, world.treasury())));
        assertEquals(
                "payment-not-found",
                codeOf(() -> world.reversals.ask("X", new AskReversal(ReversalGround.TWICE, "w"), world.cashier())));
        assertEquals(BillState.PAID, state(other));
        sound();
    }

    @Test
    public void whatLiesInAClosedDayStays() {
        world.forest();
        world.paid("A", "S1");
        PaymentView typed = newest();
        ask(typed);
        state(StatementSource.BANK);
        state(StatementSource.TREASURY);
        world.province.pass(Duration.ofDays(1));
        world.reconciliation
                .reconcile(new Day(TODAY), world.treasury())
                .differences()
                .forEach(each -> world.reconciliation.explain(each.id(), new Reason("待查"), world.treasury()));
        world.reconciliation.close(new Day(TODAY), world.treasury());
        assertEquals("period-closed", codeOf(() -> world.reversals.approve(typed.id(), SEEN, world.treasury())));
    }

    @Test
    public void ofACaseThatHasEndedNothingIsDueAgain() {
        world.forest();
        BillView bill = world.paid(CASE, "S1");
        ask(newest());
        world.stands(CASE, CaseState.WITHDRAWN, Map.of("area", of("20000")), "enterprise", FOREST);
        world.reversals.approve(newest().id(), SEEN, world.treasury());
        assertEquals(BillState.VOID, state(bill));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        assertEquals(0L, world.balance(LedgerAccount.INCOME));

        BillView out = world.paid("B", "S2");
        ask(newest());
        world.stands("B", CaseState.ISSUED, Map.of("area", of("20000")), "enterprise", FOREST);
        world.reversals.approve(newest().id(), SEEN, world.treasury());
        assertEquals(BillState.DUE, state(out));
        assertEquals(
                List.of("B"),
                world.bypasses.list(true, PageRequest.of(null, null), world.treasury()).items().stream()
                        .map(SettlementViews.BypassView::caseNumber)
                        .toList());
        sound();
    }

    @Test
    public void twoWhoApproveAtOnceReverseOnce() throws InterruptedException {
        world.forest();
        world.paid(CASE, "S1");
        PaymentView typed = newest();
        ask(typed);
        FeeWorld elsewhere = new FeeWorld(other.transactions(), other.entities("fees"), world.province);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> pressed = new ArrayList<>();
        pressed.add(threads.submit(() -> world.reversals.approve(typed.id(), SEEN, world.treasury())));
        pressed.add(threads.submit(() -> elsewhere.reversals.approve(typed.id(), SEEN, elsewhere.manager())));
        int refused = 0;
        for (Future<?> each : pressed) {
            try {
                each.get();
            } catch (ExecutionException e) {
                refused++;
            }
        }
        threads.shutdown();
        assertEquals(1, refused);
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(FEN, world.balance(LedgerAccount.RECEIVABLE));
        sound();
    }
}
