package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.internal.FeeCommands.Demand;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestRun;

/** A centre whose treasury gives the codes, and the job that tells it again. */
abstract class CodeContract extends FeeContract {
    static final long FEN = 20_000_000L;
    static final String CODE = "90000000000000000001";

    final PlayedTreasury treasury = new PlayedTreasury();
    Bills bills;
    Codes codes;

    @Override
    @Before
    public void start() {
        super.start();
        world.province.policy(HAIYANG, "policy.fees.code-port", PlayedTreasury.WORD);
        bills = world.bills(List.of(treasury));
        codes = world.codes(List.of(treasury), clock);
        world.forest();
    }

    BillView demand(String number) {
        world.stands(number, Map.of("area", of("20000")));
        return bills.demand(new Demand(number, List.of()), world.clerk());
    }

    BillView find(BillView bill) {
        return world.bills.find(bill.summary().number(), world.clerk());
    }

    BillState state(BillView bill) {
        return find(bill).summary().state();
    }

    /** What the job says that it could not do. */
    List<String> work() {
        LeasedJob job = world.wiring.codeJob(codes);
        TestRun run = new TestRun(
                CallContext.system(HAIYANG, clock.clock().instant(), "codes"),
                node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                true);
        job.run(run);
        return run.failures();
    }

    int askedByWork() {
        int before = treasury.asked;
        work();
        return treasury.asked - before;
    }

    void paidBeforeTheCode() {
        assertEquals(
                "payment-unknown", codeOf(() -> world.payments.record(world.pay("1", CODE, FEN), world.cashier())));
    }
}
