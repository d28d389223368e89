package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.Test;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;

/**
 * A bank with books of its own that delays, doubles, reorders and drops what it says, sixteen at once, to two nodes of
 * which one dies now and then: what we have got is what its statement says, to the fen.
 */
public class BankDrillTest extends FeeContract {
    private static final int BILLS = Integer.getInteger("yichuang.test.payments", 60);
    private static final int THREADS = 16;
    private static final int DROPPED = 7;
    private static final int DEATHS = 5;
    private static final int TRIES = 500;
    private static final int STATEMENT = 20_000;
    /** Nothing that these find is right at any moment. */
    private static final List<String> WRONG = List.of(
            "SELECT b.ID FROM FEES_BILL b WHERE b.TENANT=? AND b.STATE='PAID' AND b.PAID<>"
                    + "(SELECT COALESCE(SUM(e.FEN),0) FROM FEES_ENTRY e WHERE e.TENANT=b.TENANT AND e.BILL=b.ID"
                    + " AND e.KIND='PAID')",
            "SELECT b.ID FROM FEES_BILL b WHERE b.TENANT=? AND b.STATE='PAID' AND 1<>"
                    + "(SELECT COUNT(*) FROM FEES_PAYMENT p WHERE p.TENANT=b.TENANT AND p.BILL=b.ID"
                    + " AND p.OUTCOME='MATCHED')",
            "SELECT b.ID FROM FEES_BILL b WHERE b.TENANT=? AND b.STATE='DUE' AND EXISTS"
                    + " (SELECT p.ID FROM FEES_PAYMENT p WHERE p.TENANT=b.TENANT AND p.BILL=b.ID"
                    + " AND p.OUTCOME='MATCHED')",
            "SELECT n.ID FROM FEES_NUMBERS n WHERE n.TENANT=? AND n.ID LIKE 'receipt-%' AND n.LAST_GIVEN<>"
                    + "(SELECT COUNT(*) FROM FEES_BILL b WHERE b.TENANT=n.TENANT AND b.STATE='PAID')");

    private final Random random = new Random(20260302);
    private final AtomicReference<TestNode> mortal = new AtomicReference<>();
    private final AtomicReference<FeeWorld> elsewhere = new AtomicReference<>();
    private final AtomicInteger done = new AtomicInteger();

    private String receipt(BillView of) {
        return world.bills.find(of.summary().number(), world.clerk()).receipt().number();
    }

    private void bring(StatementSource source, String bank, List<StatedLine> lines) {
        for (int from = 0; from < lines.size(); from += STATEMENT) {
            List<StatedLine> some = lines.subList(from, Math.min(from + STATEMENT, lines.size()));
            world.stated(new Bring(source, bank, TODAY, some));
        }
    }

    @Test
    public void whatABankSaysInDisorderComesToWhatItsStatementSays() throws Exception {
        world.forest();
        List<BillView> bills = new ArrayList<>();
        List<StatedLine> statement = new ArrayList<>();
        List<Pay> calls = new ArrayList<>();
        List<Pay> late = new ArrayList<>();
        for (int i = 0; i < BILLS; i++) {
            world.stands("C" + i, Map.of("area", of(Integer.toString(100 + random.nextInt(1000)))));
            BillView bill = world.demand("C" + i);
            Pay pay = world.pay("S" + i, bill.code(), bill.summary().net());
            statement.add(new StatedLine(pay.serial(), pay.code(), pay.fen()));
            if (i < DROPPED) {
                continue;
            }
            bills.add(bill);
            (random.nextInt(10) == 0 ? late : calls).add(pay);
            if (random.nextInt(5) == 0) {
                calls.add(pay);
            }
        }
        Collections.shuffle(calls, random);
        calls.addAll(late);
        told(calls);

        long told = bills.stream().mapToLong(bill -> bill.summary().net()).sum();
        assertEquals(told, world.balance(LedgerAccount.BANK));
        TreeSet<String> receipts = new TreeSet<>();
        bills.forEach(bill -> receipts.add(receipt(bill)));
        assertEquals("no gaps", BILLS - DROPPED, receipts.size());
        assertEquals(String.format("%010d", BILLS - DROPPED), receipts.last());
        assertEquals(List.of(), wrong());

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

    /** What is wrong at this moment, as one statement sees it. */
    private List<String> wrong() {
        return node.transactions().read(world.treasury(), unit -> {
            List<String> found = new ArrayList<>();
            for (String query : WRONG) {
                try (PreparedStatement statement = unit.connection().prepareStatement(query)) {
                    statement.setString(1, HAIYANG.value());
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(rows.getString(1) + " by " + query);
                        }
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            return found;
        });
    }

    private void told(List<Pay> calls) throws Exception {
        live();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        AtomicBoolean isOver = new AtomicBoolean();
        Future<List<String>> watched = threads.submit(() -> watch(isOver));
        List<Future<?>> asked = new ArrayList<>();
        for (Pay each : calls) {
            boolean isHere = random.nextBoolean();
            asked.add(threads.submit(() -> call(each, isHere)));
        }
        // as by a power cut, which only a server of its own survives
        int deaths = kind == TestDatabase.Kind.POSTGRESQL ? DEATHS : 0;
        for (int death = 1; death <= deaths; death++) {
            int until = calls.size() * death / (deaths + 1);
            await("the bank goes on", () -> done.get() >= until);
            mortal.get().abandon();
            live();
        }
        for (Future<?> each : asked) {
            each.get();
        }
        isOver.set(true);
        assertEquals(List.of(), watched.get());
        threads.shutdown();
    }

    /** Another container comes in the place of one that has died. */
    private void live() {
        TestNode born = new TestNode(database, folder.getRoot(), clock);
        mortal.set(born);
        elsewhere.set(new FeeWorld(born.transactions(), born.entities("fees"), world.province));
    }

    /** Derby's statements see what is written beside them: there it is asked at the end alone. */
    private List<String> watch(AtomicBoolean isOver) throws InterruptedException {
        List<String> found = new ArrayList<>();
        while (kind == TestDatabase.Kind.POSTGRESQL && !isOver.get()) {
            found.addAll(wrong());
            Thread.sleep(100);
        }
        return found;
    }

    /** The bank says it until somebody has heard it. */
    private void call(Pay pay, boolean isHere) {
        for (int tries = 1; ; tries++) {
            FeeWorld at = isHere ? world : elsewhere.get();
            try {
                at.payments.record(pay, at.cashier());
                done.incrementAndGet();
                return;
            } catch (RuntimeException e) {
                boolean isRefused =
                        e instanceof ProblemException refusal && refusal.code() != CommonError.CHANGED_MEANWHILE;
                if (isRefused || tries >= TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (mortal.get() != null) {
            mortal.get().close();
        }
        super.stop();
    }
}
