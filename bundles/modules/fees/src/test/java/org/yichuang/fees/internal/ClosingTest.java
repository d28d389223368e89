package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.Test;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.persistence.EntryRows;
import org.yichuang.fees.internal.persistence.NumberRows;
import org.yichuang.kernel.api.CallContext;

/** What is posted in the last second of a day is in the day when it is closed, or not in it at all. */
public class ClosingTest extends FeeContract {
    private static final Day FIRST = new Day(TODAY);
    private static final int PATIENCE = 30;

    private void stated() {
        for (StatementSource source : StatementSource.values()) {
            String bank = source == StatementSource.BANK ? "农商银行" : null;
            world.stated(new Bring(source, bank, TODAY, List.of()));
        }
    }

    private static CallContext at(CallContext context, Instant moment) {
        return new CallContext(context.tenant(), context.actor(), moment, "r", Optional.empty(), Optional.empty());
    }

    @Test
    public void whoeverClosesADayWaitsForWhatIsPostedOnItElsewhere() throws Exception {
        FeeWorld elsewhere = new FeeWorld(other.transactions(), other.entities("fees"), world.province);
        NumberRows numbers = new NumberRows(other.entities("fees"));
        EntryRows ledger = new EntryRows(other.entities("fees"));
        CallContext late = elsewhere.cashier();
        Now now = new Now(late, world.province.get(late.tenant()), world.province.calendar(late.tenant()));
        stated();
        world.province.pass(Duration.ofDays(1));
        CountDownLatch isPosted = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> posting = threads.submit(() -> other.transactions().write(late, Written.class, unit -> {
            numbers.open(unit);
            ledger.post(EntryKind.BILLED, 5L, now, unit);
            isPosted.countDown();
            await(mayEnd);
            return new Written("1");
        }));
        assertTrue(isPosted.await(PATIENCE, TimeUnit.SECONDS));
        Future<DayView> closing = threads.submit(() -> world.reconciliation.close(FIRST, world.treasury()));
        assertFalse(isDone(closing));
        mayEnd.countDown();
        posting.get(PATIENCE, TimeUnit.SECONDS);
        assertEquals(5L, closing.get(PATIENCE, TimeUnit.SECONDS).billed());
        threads.shutdown();
        sound();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(PATIENCE, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDone(Future<?> work) throws Exception {
        try {
            work.get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Test
    public void whatBeganOnADayThatIsClosedMeanwhileIsNotPostedOnIt() {
        world.forest();
        Instant lastSecond = world.province.now();
        stated();
        world.province.pass(Duration.ofDays(1));
        world.reconciliation.close(FIRST, world.treasury());
        Pay pay = new Pay(
                "农商银行", "S1", "0", 7L, lastSecond, "中心网点", org.yichuang.fees.api.PaymentChannel.COUNTER, null, "甲");
        assertEquals("period-closed", codeOf(() -> world.payments.record(pay, at(world.cashier(), lastSecond))));
        assertEquals(
                "once more, on the day that it is",
                "payment-unknown",
                codeOf(() -> world.payments.record(pay, world.cashier())));
        world.stands(CASE, Map.of("area", of("20000")));
        FeeCommands.Demand demand = new FeeCommands.Demand(CASE, null);
        assertEquals("period-closed", codeOf(() -> world.bills.demand(demand, at(world.clerk(), lastSecond))));
        BillView bill = world.demand(CASE);
        assertEquals(TODAY.plusDays(1), bill.summary().billedOn());
        sound();
    }

    @Test
    public void manyPostAtOnceWhileNobodyCloses() throws Exception {
        world.forest();
        FeeWorld elsewhere = new FeeWorld(other.transactions(), other.entities("fees"), world.province);
        CountDownLatch isOpen = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        world.stands(CASE, Map.of("area", of("20000")));
        BillView bill = world.demand(CASE);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        NumberRows numbers = new NumberRows(other.entities("fees"));
        Future<?> slow = threads.submit(() -> other.transactions().write(elsewhere.cashier(), Written.class, unit -> {
            numbers.open(unit);
            isOpen.countDown();
            await(mayEnd);
            return new Written("1");
        }));
        assertTrue(isOpen.await(PATIENCE, TimeUnit.SECONDS));
        world.payments.record(world.pay("S1", bill.code(), bill.summary().net()), world.cashier());
        mayEnd.countDown();
        slow.get(PATIENCE, TimeUnit.SECONDS);
        threads.shutdown();
        sound();
    }
}
