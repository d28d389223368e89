package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.Proof;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** Money goes back to the account that has paid, by four people one after the other (R7-14). */
public class RefundTest extends FeeContract {
    private static final long FEN = 20_000_000L;
    private static final Reason WORDS = new Reason("属实");
    private static final Vouch VOUCHED = new Vouch("属实", null);

    private String payment() {
        List<PaymentView> all = world.payments
                .list(PageRequest.of(null, null), world.treasury())
                .items();
        return all.get(0).id();
    }

    private static Claim claim(String payment, long fen) {
        return new Claim(payment, fen, RefundGround.OVERCHARGE, "面积多计", "62220216 0500 1234567");
    }

    private CallContext chief() {
        return world.as("chief", "chief-representative");
    }

    private RefundView approved(String payment, long fen) {
        RefundView asked = world.refunds.apply(claim(payment, fen), world.clerk());
        world.refunds.check(asked.id(), VOUCHED, chief());
        return world.refunds.approve(asked.id(), VOUCHED, world.treasury());
    }

    private BillView now(BillView bill) {
        return world.bills.find(bill.summary().number(), world.clerk());
    }

    private void settled(BillView bill, long atTreasury) {
        for (StatementSource source : StatementSource.values()) {
            long fen = source == StatementSource.BANK ? FEN : atTreasury;
            StatedLine line = new StatedLine("", bill.code(), fen);
            world.stated(new Bring(source, "农商银行", TODAY, List.of(line)));
        }
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
    }

    @Test
    public void aPartGoesBackAndTheRestStaysPaidWithAReceipt() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        RefundView approved = approved(payment(), 500L);
        assertEquals("not-allowed", codeOf(() -> world.refunds.pay(approved.id(), WORDS, world.treasury())));
        RefundView paid = world.refunds.pay(approved.id(), WORDS, world.cashier());
        assertEquals(RefundState.PAID, paid.state());
        BillView now = now(bill);
        assertEquals(BillState.PAID, now.summary().state());
        assertEquals(500L, now.refunded());
        assertEquals("0000000002", now.reversal().number());
        assertEquals("over the rest", "0000000003", now.receipt().number());
        String receipt = world.issued.entrySet().stream()
                .filter(each -> each.getValue().kind().equals("fee-receipt")
                        && each.getValue().facts().get("receiptNumber").equals("0000000003"))
                .findFirst()
                .orElseThrow()
                .getKey();
        assertEquals("199995.00", world.issued.get(receipt).facts().get("total"));
        assertFalse(world.revoked.containsKey(receipt));
        assertEquals(FEN - 500L, world.balance(LedgerAccount.BANK));
        assertEquals("fee-none", codeOf(() -> world.demand("A")));
        assertEquals("nothing is missing", List.of(), node.transactions().read(world.clerk(), unit -> world.wiring
                .completion()
                .missing(FeeWorld.snapshot("A"), unit)));
        settled(bill, FEN - 500L);
        assertEquals(BillState.SETTLED, now(bill).summary().state());
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(FEN - 500L, world.balance(LedgerAccount.TREASURY));
        sound();
    }

    @Test
    public void anotherPartGoesBackFromWhereTheRestLiesUntilNothingIsLeft() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        world.refunds.pay(approved(payment(), 500L).id(), WORDS, world.cashier());
        settled(bill, FEN - 500L);
        assertEquals("refund-exceeds", codeOf(() -> world.refunds.apply(claim(payment(), FEN - 499), world.clerk())));
        world.refunds.pay(approved(payment(), 700L).id(), WORDS, world.cashier());
        assertEquals(BillState.SETTLED, now(bill).summary().state());
        assertEquals(1200L, now(bill).refunded());
        assertEquals(FEN - 1200L, world.balance(LedgerAccount.TREASURY));
        world.refunds.pay(approved(payment(), FEN - 1200L).id(), WORDS, world.cashier());
        assertEquals(BillState.REFUNDED, now(bill).summary().state());
        assertEquals(0L, world.balance(LedgerAccount.TREASURY));
        assertEquals(0L, world.balance(LedgerAccount.INCOME));
        assertEquals("bill-state", codeOf(() -> world.refunds.apply(claim(payment(), 1), world.clerk())));
        sound();
    }

    @Test
    public void whatTheTreasuryHasItGivesBack() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        for (StatementSource source : StatementSource.values()) {
            StatedLine line = new StatedLine("", bill.code(), FEN);
            world.stated(new Bring(source, "农商银行", TODAY, List.of(line)));
        }
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        world.refunds.pay(approved(payment(), FEN).id(), WORDS, world.cashier());
        assertEquals(0L, world.balance(LedgerAccount.TREASURY));
        assertEquals(0L, world.balance(LedgerAccount.INCOME));
        sound();
    }

    @Test
    public void whatTheBankHasGivenBackBeforeTheTreasuryHasNotGot() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        world.refunds.pay(approved(payment(), 500L).id(), WORDS, world.cashier());
        assertEquals(FEN - 500L, world.balance(LedgerAccount.BANK));
        settled(bill, FEN - 500L);
        assertEquals(BillState.SETTLED, now(bill).summary().state());
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(FEN - 500L, world.balance(LedgerAccount.TREASURY));
        sound();
    }

    @Test
    public void whatTheTreasuryHasStatedComesFromItBeforeItIsSettled() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        RefundView approved = approved(payment(), 500L);
        StatedLine line = new StatedLine("T1", bill.code(), FEN);
        world.stated(new Bring(StatementSource.TREASURY, null, TODAY, List.of(line)));
        world.refunds.pay(approved.id(), WORDS, world.cashier());
        assertEquals("it has not been told of it yet", FEN, world.balance(LedgerAccount.BANK));
        assertEquals(-500L, world.balance(LedgerAccount.TREASURY));
        world.stated(new Bring(StatementSource.BANK, "农商银行", TODAY, List.of(line)));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(FEN - 500L, world.balance(LedgerAccount.TREASURY));
        sound();
    }

    @Test
    public void settlementBetweenApprovalAndPaymentChangesWhoPays() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        RefundView approved = approved(payment(), FEN);
        settled(bill, FEN);
        world.refunds.pay(approved.id(), WORDS, world.cashier());
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(0L, world.balance(LedgerAccount.TREASURY));
        assertEquals(0L, world.balance(LedgerAccount.INCOME));
        sound();
    }

    @Test
    public void whatTheBankGaveBackAndPassedOnAllTheSameIsOwedToIt() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        world.refunds.pay(approved(payment(), FEN).id(), WORDS, world.cashier());
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        settled(bill, FEN);
        assertEquals(BillState.REFUNDED, now(bill).summary().state());
        assertEquals("as the treasury says", FEN, world.balance(LedgerAccount.TREASURY));
        assertEquals("so the bank has advanced it", -FEN, world.balance(LedgerAccount.BANK));
        settled(bill, FEN);
        assertEquals("once", FEN, world.balance(LedgerAccount.TREASURY));
        sound();
    }

    @Test
    public void suspenseThatTheTreasuryHasComesFromIt() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        codeOf(() -> world.payments.record(world.pay("S2", bill.code(), FEN), world.cashier()));
        String second = payment();
        StatedLine[] lines = {new StatedLine("S1", bill.code(), FEN), new StatedLine("S2", bill.code(), FEN)};
        for (StatementSource source : StatementSource.values()) {
            world.stated(new Bring(source, "农商银行", TODAY, List.of(lines)));
        }
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals(2 * FEN, world.balance(LedgerAccount.TREASURY));
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        world.refunds.pay(approved(second, FEN).id(), WORDS, world.cashier());
        assertEquals(FEN, world.balance(LedgerAccount.TREASURY));
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        sound();
    }

    @Test
    public void cashGoesBackToAnAccountOfThePayerThatTwoOthersHaveChecked() {
        world.forest();
        world.stands("A", Map.of("area", FeeWorld.of("20000")));
        BillView bill = world.demand("A");
        Pay cash = new Pay(
                "农商银行", "S1", bill.code(), FEN, world.province.now(), "中心网点", PaymentChannel.COUNTER, null, "王小明");
        Pay online =
                new Pay("农商银行", "S2", bill.code(), FEN, world.province.now(), "网上", PaymentChannel.ONLINE, " ", "王小明");
        assertEquals("account", field(() -> world.payments.record(online, world.cashier())));
        assertEquals("", world.payments.record(cash, world.cashier()).account());
        String payment = payment();
        String own = "6222 0000 1111 2222";
        String receipt = now(bill).receipt().number();
        String check = now(bill).receipt().check();
        assertEquals("refund-unproven", codeOf(() -> cashClaim(payment, own, null)));
        assertEquals("refund-unproven", codeOf(() -> cashClaim(payment, own, new Proof("李四", receipt, check, "身份证"))));
        assertEquals(
                "refund-unproven", codeOf(() -> cashClaim(payment, own, new Proof("王小明", receipt, "000000", "身份证"))));
        RefundView asked = cashClaim(payment, own, new Proof("王小明", receipt, check, "居民身份证，窗口核验"));
        assertEquals("王小明", asked.holder());
        assertEquals("refund-unvouched", codeOf(() -> world.refunds.check(asked.id(), VOUCHED, chief())));
        Vouch slip = new Vouch("属实", "6222000011112223");
        assertEquals("refund-unvouched", codeOf(() -> world.refunds.check(asked.id(), slip, chief())));
        Vouch same = new Vouch("属实", "6222000011112222");
        world.refunds.check(asked.id(), same, chief());
        assertEquals("refund-unvouched", codeOf(() -> world.refunds.approve(asked.id(), VOUCHED, world.treasury())));
        world.refunds.approve(asked.id(), same, world.treasury());
        world.refunds.pay(asked.id(), WORDS, world.cashier());
        assertEquals(BillState.REFUNDED, now(bill).summary().state());

        Pay lost = new Pay("农商银行", "S3", "0", 7L, world.province.now(), "中心网点", PaymentChannel.COUNTER, null, "王小明");
        codeOf(() -> world.payments.record(lost, world.cashier()));
        String third = payment();
        Claim unshown = new Claim(third, 7L, RefundGround.ERROR, "w", own, new Proof("王小明", "S4", null, "身份证"));
        assertEquals("refund-unproven", codeOf(() -> world.refunds.apply(unshown, world.clerk())));
        Claim shown = new Claim(third, 7L, RefundGround.ERROR, "w", own, new Proof("王小明", "S3", null, "身份证"));
        world.refunds.apply(shown, world.clerk());
        sound();
    }

    @Test
    public void whoeverPaidForAnotherGetsItBackAndWhatComesAfterwardsPaysNothing() {
        world.forest();
        world.stands("A", Map.of("area", FeeWorld.of("20000")));
        BillView bill = world.demand("A");
        String friend = "6217 0000 0000 0000 001";
        Pay other = new Pay(
                "农商银行", "S1", bill.code(), FEN, world.province.now(), "网上", PaymentChannel.ONLINE, friend, "李四");
        world.payments.record(other, world.cashier());
        assertEquals(BillState.PAID, now(bill).summary().state());
        String payment = payment();
        assertEquals(
                "the applicant's own",
                "refund-account",
                codeOf(() -> world.refunds.apply(claim(payment, FEN), world.clerk())));
        RefundView asked =
                world.refunds.apply(new Claim(payment, FEN, RefundGround.ERROR, "误收", friend), world.clerk());
        world.refunds.check(asked.id(), VOUCHED, chief());
        world.refunds.approve(asked.id(), VOUCHED, world.treasury());
        world.refunds.pay(asked.id(), WORDS, world.cashier());
        assertEquals(BillState.REFUNDED, now(bill).summary().state());
        assertEquals(
                "payment-not-due",
                codeOf(() -> world.payments.record(world.pay("S2", bill.code(), FEN), world.cashier())));
        assertEquals(FEN, -world.balance(LedgerAccount.SUSPENSE));
        world.refunds.pay(approved(payment(), FEN).id(), WORDS, world.cashier());
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        sound();
    }

    private RefundView cashClaim(String payment, String account, Proof proof) {
        return world.refunds.apply(
                new Claim(payment, FEN, RefundGround.OVERCHARGE, "多计", account, proof), world.clerk());
    }

    @Test
    public void nobodyDoesTwoStepsAndNoMoreGoesBackThanCame() {
        world.forest();
        world.paid("A", "S1");
        String payment = payment();
        assertEquals("refund-exceeds", codeOf(() -> world.refunds.apply(claim(payment, FEN + 1), world.clerk())));
        assertEquals("refund-exceeds", codeOf(() -> world.refunds.apply(claim(payment, 0), world.clerk())));
        Claim other = new Claim(payment, 1L, RefundGround.ERROR, "w", "6222000011112222");
        assertEquals("refund-account", codeOf(() -> world.refunds.apply(other, world.clerk())));
        assertEquals("refund-unknown", codeOf(() -> world.refunds.apply(claim("X", 1), world.clerk())));
        RefundView asked = world.refunds.apply(claim(payment, 1), world.clerk());
        assertTrue(asked.account(), asked.account().startsWith("*"));
        assertEquals("refund-state", codeOf(() -> world.refunds.approve(asked.id(), VOUCHED, world.treasury())));
        CallContext self = world.as("clerk", "chief-representative");
        assertEquals("refund-self", codeOf(() -> world.refunds.check(asked.id(), VOUCHED, self)));
        CallContext elsewhere = world.as("c", "chief-representative", HAIYANG, Set.of("水利局"));
        assertEquals("refund-unknown", codeOf(() -> world.refunds.check(asked.id(), VOUCHED, elsewhere)));
        world.refunds.check(asked.id(), VOUCHED, chief());
        assertEquals(
                RefundState.REFUSED,
                world.refunds.refuse(asked.id(), WORDS, world.treasury()).state());
        world.refunds.apply(claim(payment, 1), world.clerk());
    }

    @Test
    public void eachStepHasTenWorkingDaysAndWhatWasLateStaysLate() {
        world.forest();
        world.paid("A", "S1");
        RefundView asked = world.refunds.apply(claim(payment(), 1), world.clerk());
        assertEquals(LocalDate.of(2026, 3, 16), asked.due());
        world.province.pass(Duration.ofDays(15));
        RefundView checked = world.refunds.check(asked.id(), VOUCHED, chief());
        assertTrue(checked.late());
        assertTrue(world.refunds.approve(asked.id(), VOUCHED, world.treasury()).late());
    }

    @Test
    public void whatPaysNothingGoesBackWhole() {
        world.forest();
        BillView bill = world.paid("A", "S1");
        codeOf(() -> world.payments.record(world.pay("S2", bill.code(), FEN), world.cashier()));
        String second = payment();
        assertEquals("refund-exceeds", codeOf(() -> world.refunds.apply(claim(second, 1), world.clerk())));
        RefundView paid = world.refunds.pay(approved(second, FEN).id(), WORDS, world.cashier());
        assertEquals("", paid.bill());
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        assertEquals(
                BillState.PAID,
                world.bills
                        .find(bill.summary().number(), world.clerk())
                        .summary()
                        .state());
        sound();
    }
}
