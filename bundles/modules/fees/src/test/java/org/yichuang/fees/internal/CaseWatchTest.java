package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.FOREST;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseState;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.kernel.api.CallContext;

/** Where a case ends without a result nothing is demanded any more. */
public class CaseWatchTest extends FeeContract {
    private static final Map<String, Object> AREA = Map.of("area", of("20000"));

    private void comesTo(String number, String event, CaseState state) {
        world.stands(number, state, AREA, "enterprise", FOREST);
        heard(number, event);
    }

    private void heard(String number, String event) {
        CallContext context = CallContext.system(HAIYANG, world.province.now(), "r");
        DomainEvent told = DomainEvent.of(CaseEvent.MODULE, event).about(number, FOREST);
        EventEnvelope envelope =
                new EventEnvelope(HAIYANG, told, "case", number, 1, "clerk", "王", context.at(), "r", 1, 1);
        node.transactions().write(context, Written.class, unit -> {
            world.watch.on(envelope, unit);
            return new Written(number);
        });
    }

    private BillView demanded(String number) {
        world.stands(number, AREA);
        return world.demand(number);
    }

    private BillState state(BillView bill) {
        return world.bills
                .find(bill.summary().number(), world.clerk())
                .summary()
                .state();
    }

    @Test
    public void whatIsNotPaidIsVoidAndWhatComesAfterwardsLiesInSuspense() {
        world.forest();
        BillView bill = demanded("A");
        comesTo("A", "suspended", CaseState.ACCEPTED);
        assertEquals(BillState.DUE, state(bill));
        comesTo("A", "withdrawn", CaseState.WITHDRAWN);
        assertEquals(BillState.VOID, state(bill));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        assertTrue(world.revoked.containsValue("缴款通知书已作废"));
        comesTo("A", "withdrawn", CaseState.WITHDRAWN);

        long fen = bill.summary().net();
        assertEquals(
                "payment-not-due",
                codeOf(() -> world.payments.record(world.pay("S1", bill.code(), fen), world.cashier())));
        assertEquals(-fen, world.balance(LedgerAccount.SUSPENSE));
        sound();
    }

    @Test
    public void aRefusedApplicationOwesNothingHoweverItsRefusalIsDelivered() {
        world.forest();
        BillView bill = demanded("A");
        BillView late = demanded("B");
        world.refused("A", CaseState.REFUSED);
        heard("A", "refused");
        assertEquals(BillState.VOID, state(bill));
        world.refused("B", CaseState.DELIVERED);
        heard("B", "delivered");
        assertEquals(BillState.VOID, state(late));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        sound();
    }

    @Test
    public void whatIsPaidStaysPaidAndADeliveredCaseOwesWhatItOwes() {
        world.forest();
        BillView paid = world.paid("A", "S1");
        comesTo("A", "withdrawn", CaseState.WITHDRAWN);
        assertEquals(BillState.PAID, state(paid));
        BillView owed = demanded("B");
        comesTo("B", "delivered", CaseState.DELIVERED);
        assertEquals(BillState.DUE, state(owed));
        comesTo("C", "withdrawn", CaseState.WITHDRAWN);
        sound();
    }
}
