package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.LAND;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.internal.FeeCommands.Ask;
import org.yichuang.fees.internal.FeeCommands.Inputs;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.rest.BillResource;
import org.yichuang.fees.internal.rest.BillResource.DemandBody;
import org.yichuang.fees.internal.rest.FeeItemResource;
import org.yichuang.fees.internal.rest.LedgerResource;
import org.yichuang.fees.internal.rest.PaymentResource;
import org.yichuang.fees.internal.rest.QuoteResource;
import org.yichuang.fees.internal.rest.ReconciliationResource;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.fee.PayerKind;

/** Fees as callers of the interface meet them. */
public class FeeRestTest extends FeeContract {
    private static BillView bill(Response answer) {
        BillView view = (BillView) answer.getEntity();
        assertTrue(answer.getHeaderString("ETag").contains(Integer.toString(view.version())));
        return view;
    }

    @Test
    public void aDayFromTheDraftOfAFeeToItsLedger() {
        FeeItemResource items = new FeeItemResource(world.items);
        Response drafted = items.draft(FeeWorld.draft(LAND, BasisRank.LAW, FeeWorld.perUnit("1000")), world.editor());
        assertEquals(201, drafted.getStatus());
        assertTrue(drafted.getLocation().toString().endsWith("/fees/items/" + LAND));
        items.publish(LAND, world.as("editor-2", FeeDescriptor.EDITOR));
        items.link(LAND, new FeeCommands.Link(FeeWorld.FOREST, DuePoint.ACCEPTANCE, "area"), world.editor());
        items.publishLink(LAND, new FeeCommands.Unlink(FeeWorld.FOREST), world.manager());
        CallContext anybody = world.clerk().by(Actor.ANONYMOUS);
        assertEquals(1, items.published(null, null, anybody).items().size());
        Ask asked = new Ask(LAND, new Inputs(of("2")), PayerKind.PERSON);
        assertEquals(2000L, new QuoteResource(world.items).quote(asked, anybody).gross());

        world.stands(CASE, Map.of("area", of("20000")));
        BillResource bills = new BillResource(world.bills);
        Response made = bills.demand(new DemandBody(CASE, null), world.clerk());
        assertEquals(201, made.getStatus());
        BillView bill = bill(made);
        String number = bill.summary().number();
        assertTrue(made.getLocation().toString().endsWith("/fees/bills/" + number));
        assertEquals(1, bills.ofCase(CASE, world.clerk()).items().size());
        new PaymentResource(world.payments, world.reversals, world.banks)
                .record(world.pay("S1", bill.code(), bill.summary().net()), world.cashier());
        assertEquals(
                BillState.PAID,
                bill(bills.find(number, world.cashier())).summary().state());
        LedgerResource ledger = new LedgerResource(world.ledger);
        assertEquals(0L, ledger.balance(null, world.treasury()).sum());
        assertEquals(2, ledger.entries(null, null, world.treasury()).items().size());
        assertEquals(
                List.of("bill-only"),
                new ReconciliationResource(world.reconciliation, world.statements)
                        .compare(TODAY, world.treasury()).differences().stream()
                                .map(each -> each.kind().word())
                                .toList());
    }

    @Test
    public void whoHasSeenAnOlderDemandIsRefusedAndTheSameCommandAgainIsDoneOnce() {
        world.forest();
        world.stands(CASE, Map.of("area", of("20000")));
        BillResource bills = new BillResource(world.bills);
        CallContext clerk = world.clerk();
        CallContext keyed = new CallContext(
                clerk.tenant(),
                clerk.actor(),
                clerk.at(),
                "r",
                Optional.of(new IdempotencyKey("k1", "fingerprint")),
                Optional.empty());
        BillView first = bill(bills.demand(new DemandBody(CASE, null), keyed));
        BillView again = bill(bills.demand(new DemandBody(CASE, null), keyed));
        assertEquals(first.summary().number(), again.summary().number());
        CallContext cashier = world.cashier();
        CallContext old = new CallContext(
                cashier.tenant(), cashier.actor(), cashier.at(), "r", Optional.empty(), Optional.of(0L));
        String number = first.summary().number();
        assertEquals("precondition-failed", codeOf(() -> bills.cancel(number, new Reason("w"), old)));
        assertEquals(
                BillState.VOID,
                bill(bills.cancel(number, new Reason("面积有误"), cashier))
                        .summary()
                        .state());
    }
}
