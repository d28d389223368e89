package org.yichuang.fees.internal;

import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.fees.internal.FeeViews.BillView;

/**
 * A demand, its payment and its receipt, against the same rows written by hand: what the platform has written of one is
 * written again, into the same tables, a transaction for the demand and one for the payment, without a check, a key, a
 * read or a digest. The ratio is printed; a build only plays it, since other work beside it makes it any number.
 */
public class SpeedTest extends FeeContract {
    private static final int ROUNDS = Integer.getInteger("yichuang.test.rounds", 20);
    private static final double LEAST = Double.parseDouble(System.getProperty("yichuang.test.ratio", "0"));

    private void platform(int from, int rounds) {
        for (int i = from; i < from + rounds; i++) {
            pay(i, world.demand("C" + i));
        }
    }

    private void pay(int number, BillView bill) {
        world.payments.record(
                world.pay("S" + number, bill.code(), bill.summary().net()), world.cashier());
    }

    private void stand(int from, int rounds) {
        for (int i = from; i < from + rounds; i++) {
            world.stands("C" + i, Map.of("area", of("20000")));
        }
    }

    private static List<String> tenants(int from) {
        return IntStream.range(from, from + ROUNDS).mapToObj(i -> "hand" + i).toList();
    }

    /** What one demand and its payment write. */
    private SameRows rows() throws SQLException {
        SameRows rows = new SameRows(database.source(), HAIYANG.value());
        int number = 3 * ROUNDS;
        BillView bill = world.demand("C" + number);
        rows.act();
        pay(number, bill);
        rows.act();
        rows.lay(tenants(0));
        rows.lay(tenants(ROUNDS));
        rows.lay(tenants(2 * ROUNDS));
        return rows;
    }

    @Test
    public void aPaidDemandIsComparedWithItsWrites() throws SQLException {
        world.forest();
        stand(0, 3 * ROUNDS + 1);
        platform(0, ROUNDS);
        SameRows rows = rows();
        System.out.printf("%s: a demand and its payment write %s%n", kind, rows);
        rows.write(tenants(0));
        double best = 0;
        for (int turn = 1; turn <= 2; turn++) {
            long start = System.nanoTime();
            rows.write(tenants(turn * ROUNDS));
            long hand = System.nanoTime() - start;
            start = System.nanoTime();
            platform(turn * ROUNDS, ROUNDS);
            long ours = System.nanoTime() - start;
            best = Math.max(best, (double) hand / ours);
            System.out.printf(
                    "%s: %.1f paid demands/s, by hand %.1f, ratio %.2f%n",
                    kind, ROUNDS * 1e9 / ours, ROUNDS * 1e9 / hand, (double) hand / ours);
        }
        assertTrue("of written by hand: " + best, best >= LEAST);
        sound();
    }
}
