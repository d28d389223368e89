package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.fee.PayerKind;

/** What fails here while the treasury is told, and what becomes another one while it answers. */
public class CodeFailureTest extends CodeContract {
    /** What fails here on one demand is named, and the others are done, also those whose money is there. */
    @Test
    public void oneOnWhichSomethingFailsHoldsUpNoOther() {
        treasury.isSilent = true;
        List<BillView> all = List.of(demand("HY-1"), demand("HY-2"), demand("HY-3"), demand("HY-4"));
        paidBeforeTheCode();
        treasury.isSilent = false;
        String failing = all.get(1).summary().number();
        world.paperless.add(failing);
        List<String> said = work();
        assertEquals(1, said.size());
        assertEquals(failing + " java.lang.IllegalStateException", said.get(0));
        assertEquals(BillState.PAID, state(all.get(0)));
        assertEquals(BillState.CODE_PENDING, state(all.get(1)));
        assertEquals(BillState.DUE, state(all.get(3)));
        world.paperless.clear();
        assertEquals("it is told later, and not at once", 0, askedByWork());
        assertEquals(BillState.CODE_PENDING, state(all.get(1)));
        world.province.pass(Duration.ofMinutes(2));
        assertEquals(List.of(), work());
        assertEquals(BillState.DUE, state(all.get(1)));
        sound();
    }

    @Test
    public void whatFailsHereIsToldLaterEachTime() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        treasury.isSilent = false;
        world.paperless.add(bill.summary().number());
        assertEquals(1, askedByWork());
        world.province.pass(Duration.ofMinutes(1));
        assertEquals(1, askedByWork());
        world.province.pass(Duration.ofMinutes(1));
        assertEquals("twice as long as before", 0, askedByWork());
        world.province.pass(Duration.ofMinutes(1));
        assertEquals(1, askedByWork());
        world.province.pass(Duration.ofHours(1));
        assertEquals("and again", 1, askedByWork());
        sound();
    }

    /** It is none of the treasury's answers that could be used, and ends no row of those that it does not give. */
    @Test
    public void whatFailsHereDoesNotHideThatTheTreasuryIsSilent() {
        treasury.isSilent = true;
        List<BillView> all = demands(6);
        treasury.isSilent = false;
        world.paperless.add(all.get(2).summary().number());
        List.of(0, 1, 3, 4, 5)
                .forEach(each -> treasury.unheard.add(all.get(each).summary().number()));
        assertEquals("three in vain, and the one that fails here", 4, askedByWork());
    }

    @Test
    public void theTreasurysCauseIsSaidFirstHoweverMuchFailsHere() {
        treasury.isSilent = true;
        List<BillView> all = demands(23);
        treasury.isSilent = false;
        all.subList(0, 22).forEach(each -> world.paperless.add(each.summary().number()));
        treasury.unheard.add(all.get(22).summary().number());
        List<String> said = work();
        assertEquals(1, said.size());
        assertTrue(said.get(0), said.get(0).startsWith("the treasury gives no answer: It hears nothing; "));
        assertTrue(said.get(0), said.get(0).endsWith("; and 2 more"));
    }

    private List<BillView> demands(int count) {
        List<BillView> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(demand("HY-" + i));
        }
        return all;
    }

    /** A treasury before whose answer something happens. */
    private Bills asking(Runnable before, String reason) {
        CodePort port = new CodePort() {
            @Override
            public String word() {
                return PlayedTreasury.WORD;
            }

            @Override
            public String tell(PaymentOrder order) {
                before.run();
                if (!reason.isEmpty()) {
                    throw ProblemException.of(FeeError.CODE_REFUSED, reason);
                }
                return "";
            }
        };
        return world.bills(List.of(port));
    }

    /** The cashier voids it while the treasury is asked, which refuses it, and then takes that there is nothing. */
    @Test
    public void whoAsksForTheCodeOfWhatIsVoidMeanwhileIsNotToldThatItIsThere() {
        treasury.broken = new IllegalStateException("not there");
        String number = demand(CASE).summary().number();
        Bills refused = asking(() -> world.bills.cancel(number, new Reason("重复"), world.cashier()), "收费项目未备案");
        assertEquals("bill-state", codeOf(() -> refused.askCode(number, world.clerk())));
        BillView over = world.bills.find(number, world.clerk());
        assertEquals(BillState.VOID, over.summary().state());
        assertEquals("", over.codeWords());
        Bills taken = asking(() -> {}, "");
        assertEquals("bill-state", codeOf(() -> taken.askCode(number, world.clerk())));
        assertEquals("", world.bills.find(number, world.clerk()).code());
        assertEquals("the treasury knows that", 0, askedByWork());
        sound();
    }

    @Test
    public void whatHasOnlyFailedHereIsNotSettledByHand() {
        Now now = new Now(world.cashier(), world.province.get(HAIYANG), world.province.calendar(HAIYANG));
        Instant at = world.province.now();
        Bill bill = Bill.pending(
                "1",
                new Bill.Asked(PlayedTreasury.WORD, "r"),
                new Bill.Matter(CASE, "item", "事项", FeeWorld.FOREST),
                new Bill.Payer("甲", PayerKind.ENTERPRISE),
                List.of(),
                now);
        bill.voided("重复", now);
        bill.failedHere(at);
        assertFalse(bill.possible().contains(BillStep.TELL));
        bill.toldInVain(false, at);
        assertTrue(bill.possible().contains(BillStep.TELL));
        bill.failedHere(at);
        assertTrue("it was told in vain before", bill.possible().contains(BillStep.TELL));
    }
}
