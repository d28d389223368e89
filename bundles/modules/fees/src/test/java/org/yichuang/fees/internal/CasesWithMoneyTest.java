package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.kernel.api.PageRequest;

/** Which cases money keeps from being removed. */
public class CasesWithMoneyTest extends FeeContract {
    private static final long FEN = 20_000_000L;

    private String payment() {
        return world.payments
                .list(PageRequest.of(null, null), world.treasury())
                .items()
                .get(0)
                .id();
    }

    private List<String> held(String... cases) {
        return node
                .transactions()
                .read(world.clerk(), unit -> world.wiring.retention().holds(java.util.Set.of(cases), unit))
                .keySet()
                .stream()
                .sorted()
                .toList();
    }

    @Test
    public void aCaseWhoseMoneyIsNotAtRestIsNotRemoved() {
        world.forest();
        world.stands("DUE", Map.of("area", of("20000")));
        world.demand("DUE");
        BillView settled = world.paid("SETTLED", "S1");
        String first = payment();
        settle(settled);
        world.paid("PAID", "S2");
        BillView twice = world.paid("TWICE", "S3");
        settle(twice);
        codeOf(() -> world.payments.record(world.pay("S4", twice.code(), FEN), world.cashier()));
        assertEquals(List.of("DUE", "PAID", "TWICE"), held("DUE", "SETTLED", "PAID", "TWICE", "NONE"));
        assertEquals(List.of(), held());
        world.refunds.apply(new Claim(first, 5L, RefundGround.ERROR, "误收", FeeWorld.ACCOUNT), world.clerk());
        assertEquals(List.of("SETTLED"), held("SETTLED"));
    }

    private void settle(BillView bill) {
        for (org.yichuang.fees.api.StatementSource source : org.yichuang.fees.api.StatementSource.values()) {
            world.stated(new FeeCommands.Bring(
                    source, "农商银行", TODAY, List.of(new FeeCommands.StatedLine("", bill.code(), FEN))));
        }
        world.reconciliation.reconcile(new FeeCommands.Day(TODAY), world.treasury());
    }
}
