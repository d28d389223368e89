package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;

/**
 * A bank with books of its own that delays, doubles, reorders and drops what it says, sixteen at once: what we have got
 * is what its statement says, to the fen.
 */
public class BankDrillTest extends FeeContract {
    private static final int BILLS = 60;
    private static final int THREADS = 16;
    private static final int DROPPED = 7;

    private final Random random = new Random(20260302);

    private String receipt(BillView of) {
        return world.bills.find(of.summary().number(), world.clerk()).receipt().number();
    }

    private void bring(StatementSource source, String bank, List<StatedLine> lines) {
        world.stated(new Bring(source, bank, TODAY, lines));
    }

    @Test
    public void whatABankSaysInDisorderComesToWhatItsStatementSays() throws Exception {
        world.forest();
        List<BillView> bills = new ArrayList<>();
        List<StatedLine> statement = new ArrayList<>();
        List<Pay> calls = new ArrayList<>();
        for (int i = 0; i < BILLS; i++) {
            world.stands("C" + i, Map.of("area", of(Integer.toString(100 + random.nextInt(1000)))));
            BillView bill = world.demand("C" + i);
            Pay pay = world.pay("S" + i, bill.code(), bill.summary().net());
            statement.add(new StatedLine(pay.serial(), pay.code(), pay.fen()));
            if (i < DROPPED) {
                continue;
            }
            bills.add(bill);
            calls.add(pay);
            if (random.nextInt(5) == 0) {
                calls.add(pay);
            }
        }
        Collections.shuffle(calls, random);
        told(calls);

        long told = bills.stream().mapToLong(bill -> bill.summary().net()).sum();
        assertEquals(told, world.balance(LedgerAccount.BANK));
        TreeSet<String> receipts = new TreeSet<>();
        bills.forEach(bill -> receipts.add(receipt(bill)));
        assertEquals("no gaps", BILLS - DROPPED, receipts.size());
        assertEquals(String.format("%010d", BILLS - DROPPED), receipts.last());

        bring(StatementSource.BANK, "农商银行", statement);
        bring(StatementSource.TREASURY, null, statement);
        ReconciliationView found = world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals(BILLS - DROPPED, found.matched());
        assertEquals("what was dropped", DROPPED, found.differences().size());
        assertTrue(
                found.differences().stream().allMatch(each -> each.kind().word().equals("bank-only")));
        long all = statement.stream().mapToLong(StatedLine::fen).sum();
        long differences = found.differences().stream()
                .mapToLong(SettlementViews.DifferenceView::amount)
                .sum();
        assertEquals("to the fen", all, world.balance(LedgerAccount.TREASURY) + differences);
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        sound();
    }

    private void told(List<Pay> calls) throws Exception {
        FeeWorld elsewhere = new FeeWorld(other.transactions(), other.entities("fees"), world.province);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> done = new ArrayList<>();
        for (Pay each : calls) {
            FeeWorld at = random.nextBoolean() ? world : elsewhere;
            done.add(threads.submit(() -> at.payments.record(each, at.cashier())));
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();
    }
}
