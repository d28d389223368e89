package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.kernel.api.PageRequest;

/** Money that comes is written down once, and none of it is lost. */
public class PaymentTest extends FeeContract {
    private static final PageRequest FIRST = PageRequest.of(null, null);

    private BillView billed(String number) {
        world.stands(number, Map.of("area", of("20000")));
        return world.demand(number);
    }

    private BillView bill(BillView of) {
        return world.bills.find(of.summary().number(), world.cashier());
    }

    @Test
    public void whatIsPaidHasItsReceiptAndTheSameAgainChangesNothing() {
        world.forest();
        BillView bill = billed(CASE);
        PaymentView paid = world.payments.record(world.pay("S1", bill.code(), 20_000_000L), world.cashier());
        assertEquals(PaymentOutcome.MATCHED, paid.outcome());
        assertTrue(paid.account(), paid.account().startsWith("*"));
        BillView now = bill(bill);
        assertEquals(BillState.PAID, now.summary().state());
        assertEquals("370687000010126", now.receipt().code());
        assertEquals("0000000001", now.receipt().number());
        assertTrue(now.receipt().check().matches("[0-9A-Z]{6}"));
        assertEquals(20_000_000L, world.balance(LedgerAccount.BANK));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));

        PaymentView again = world.payments.record(world.pay("S1", bill.code(), 20_000_000L), world.cashier());
        assertEquals(paid.id(), again.id());
        assertEquals(1, world.payments.list(FIRST, world.cashier()).items().size());
        assertEquals(20_000_000L, world.balance(LedgerAccount.BANK));
        Pay other = world.pay("S1", bill.code(), 1L);
        assertEquals("payment-serial", codeOf(() -> world.payments.record(other, world.cashier())));
        assertEquals(
                "void-paid",
                codeOf(() -> world.bills.cancel(bill.summary().number(), new Reason("w"), world.cashier())));
        sound();
    }

    @Test
    public void whatPaysNothingIsRefusedAndKept() {
        world.forest();
        BillView bill = billed(CASE);
        String code = bill.code();
        assertEquals("payment-unknown", codeOf(() -> record("S1", "00000000000000000000", 5L)));
        assertEquals("payment-amount", codeOf(() -> record("S2", code, 19_999_999L)));
        assertEquals("again, the same", "payment-amount", codeOf(() -> record("S2", code, 19_999_999L)));
        record("S3", code, 20_000_000L);
        assertEquals("payment-double", codeOf(() -> record("S4", code, 20_000_000L)));
        BillView other = billed("B");
        world.bills.cancel(other.summary().number(), new Reason("撤回"), world.cashier());
        assertEquals("payment-not-due", codeOf(() -> record("S5", other.code(), 20_000_000L)));
        assertEquals(5L + 19_999_999L + 40_000_000L, -world.balance(LedgerAccount.SUSPENSE));
        assertEquals(5, world.payments.list(FIRST, world.treasury()).items().size());
        sound();
    }

    @Test
    public void twoBanksMayNameAPaymentAlike() {
        world.forest();
        BillView first = billed("A");
        BillView second = billed("B");
        record("S1", first.code(), 20_000_000L);
        Pay given = world.pay("S1", second.code(), 20_000_000L);
        world.payments.record(
                new Pay(
                        "工商银行",
                        "S1",
                        given.code(),
                        given.fen(),
                        given.at(),
                        given.branch(),
                        given.channel(),
                        given.account(),
                        given.payer()),
                world.cashier());
        assertEquals(BillState.PAID, bill(second).summary().state());
        assertEquals("0000000002", bill(second).receipt().number());
    }

    @Test
    public void oneSerialMayPaySeveralCodes() {
        world.forest();
        BillView first = billed("A");
        BillView second = billed("B");
        record("S1", first.code(), 20_000_000L);
        record("S1", second.code(), 20_000_000L);
        record("S1", second.code(), 20_000_000L);
        assertEquals(BillState.PAID, bill(first).summary().state());
        assertEquals(BillState.PAID, bill(second).summary().state());
        assertEquals(40_000_000L, world.balance(LedgerAccount.BANK));
        sound();
    }

    @Test
    public void whatIsSaidManyTimesAtOnceIsPaidOnceAndReceiptsHaveNoGaps() throws Exception {
        world.forest();
        List<BillView> bills = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            bills.add(billed("C" + i));
        }
        FeeWorld elsewhere = new FeeWorld(other.transactions(), other.entities("fees"), world.province);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> told = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            BillView of = bills.get(i % bills.size());
            FeeWorld at = i % 2 == 0 ? world : elsewhere;
            Pay pay = world.pay("S-" + of.code(), of.code(), 20_000_000L);
            told.add(threads.submit(() -> at.payments.record(pay, at.cashier())));
        }
        for (Future<?> each : told) {
            each.get();
        }
        threads.shutdown();
        Set<String> receipts = new HashSet<>();
        for (BillView each : bills) {
            receipts.add(bill(each).receipt().number());
        }
        assertEquals(
                Set.of("0000000001", "0000000002", "0000000003", "0000000004", "0000000005", "0000000006"), receipts);
        assertEquals(120_000_000L, world.balance(LedgerAccount.BANK));
        assertEquals(6, world.payments.list(FIRST, world.treasury()).items().size());
        sound();
    }

    @Test
    public void twoClerksDemandTheSameOnce() throws InterruptedException {
        world.forest();
        world.stands(CASE, Map.of("area", of("20000")));
        FeeWorld elsewhere = new FeeWorld(other.transactions(), other.entities("fees"), world.province);
        elsewhere.stands(CASE, Map.of("area", of("20000")));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> asked =
                List.of(threads.submit(() -> world.demand(CASE)), threads.submit(() -> elsewhere.demand(CASE)));
        int refused = 0;
        for (Future<?> each : asked) {
            try {
                each.get();
            } catch (ExecutionException e) {
                refused++;
            }
        }
        threads.shutdown();
        assertEquals(1, refused);
        assertEquals(1, world.bills.ofCase(CASE, world.clerk()).size());
    }

    @Test
    public void onlyTheCashierWritesDownAndWhatCannotBeIsRefused() {
        assertEquals("not-allowed", codeOf(() -> world.payments.record(world.pay("S", "1", 1), world.clerk())));
        assertEquals("fen", field(() -> record("S", "1", 0)));
    }

    private PaymentView record(String serial, String code, long fen) {
        return world.payments.record(world.pay(serial, code, fen), world.cashier());
    }
}
