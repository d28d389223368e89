package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** A treasury that answers some and not others, breaks, refuses for good, or has told the payer before it told us. */
public class CodeTroubleTest extends CodeContract {
    @Test
    public void oneThatGetsNoAnswerHoldsUpNoOther() {
        treasury.isSilent = true;
        BillView first = demand("HY-1");
        List<BillView> others = List.of(demand("HY-2"), demand("HY-3"), demand("HY-4"));
        treasury.isSilent = false;
        treasury.unheard.add(first.summary().number());
        List<String> said = work();
        assertTrue("though others are answered: " + said, said.get(0).contains("It hears nothing"));
        assertEquals(BillState.CODE_PENDING, state(first));
        others.forEach(each -> assertEquals(BillState.DUE, state(each)));
        assertEquals("it is told later, and not at once", 0, askedByWork());
        world.province.pass(Duration.ofMinutes(2));
        assertEquals(1, askedByWork());
        assertEquals("and later each time", 0, askedByWork());
        treasury.unheard.clear();
        world.province.pass(Duration.ofHours(1));
        work();
        assertEquals(BillState.DUE, state(first));
        sound();
    }

    @Test
    public void whenItIsToldAgainIsReckonedByTheMachine() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        clock.moveBy(Duration.ofDays(30));
        assertEquals(1, askedByWork());
        clock.moveBy(Duration.ZERO);
        treasury.isSilent = false;
        assertEquals(0, askedByWork());
        clock.moveBy(Duration.ofDays(30));
        assertEquals("a rehearsal shortens no pause", 0, askedByWork());
        clock.moveBy(Duration.ZERO);
        world.province.pass(Duration.ofMinutes(2));
        assertEquals("and lengthens none", 1, askedByWork());
        assertEquals(BillState.DUE, state(bill));
    }

    @Test
    public void whoAsksByHandPutsTheJobOffByNothing() {
        treasury.reason = "收费项目未备案";
        BillView bill = demand(CASE);
        String number = bill.summary().number();
        int version = find(bill).version();
        for (int i = 0; i < 10; i++) {
            assertEquals("code-refused", codeOf(() -> bills.askCode(number, world.clerk())));
        }
        assertEquals(version, find(bill).version());
        assertEquals("the same words are written down once", 1, audited(number, "untold-treasury"));
        assertEquals(1, askedByWork());
        assertEquals(0, askedByWork());
        treasury.reason = "收费项目已停用";
        assertEquals("code-refused", codeOf(() -> bills.askCode(number, world.clerk())));
        assertTrue(find(bill).codeWords(), find(bill).codeWords().contains("已停用"));
        world.province.pass(Duration.ofMinutes(2));
        assertEquals(1, askedByWork());
        sound();
    }

    private long audited(String number, String action) {
        PageRequest page = PageRequest.of(null, null);
        return node.journal().entries("fee-bill", number, page, world.treasury()).items().stream()
                .filter(entry -> entry.action().equals(action))
                .count();
    }

    /** The code comes on another day than the demand: the last day has changed, and is told though it was to wait. */
    @Test
    public void theNewLastDayIsToldAtOnce() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        work();
        world.province.pass(Duration.ofDays(1));
        work();
        treasury.isSilent = false;
        BillView coded = bills.askCode(bill.summary().number(), world.clerk());
        assertEquals(BillState.DUE, state(coded));
        assertEquals(1, askedByWork());
        assertEquals(coded.summary().due(), treasury.orders.get(request()).due());
        assertEquals(0, askedByWork());
    }

    @Test
    public void aTreasuryThatAnswersNobodyIsAskedAboutAFewAndTheCauseIsSaid() {
        treasury.isSilent = true;
        List<BillView> all = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            all.add(demand("HY-" + i));
        }
        assertEquals(3, askedByWork());
        assertEquals("those are told later, the others now", 2, askedByWork());
        List<String> said = work();
        assertTrue(said.toString(), said.get(0).contains("The answer is lost"));
        treasury.isSilent = false;
        world.province.pass(Duration.ofHours(1));
        assertEquals(List.of(), work());
        all.forEach(each -> assertEquals(BillState.DUE, state(each)));
    }

    @Test
    public void aPortThatBreaksIsOneThatDoesNotAnswerAndItsWordsAreKept() {
        treasury.broken = new IllegalArgumentException("invalid header value: secret-word");
        BillView bill = demand(CASE);
        assertEquals(BillState.CODE_PENDING, state(bill));
        assertEquals(
                "code-unanswered", codeOf(() -> bills.askCode(bill.summary().number(), world.clerk())));
        world.province.pass(Duration.ofHours(1));
        List<String> said = work();
        assertTrue(said.toString(), said.get(0).contains("IllegalArgumentException"));
        assertFalse(said.toString(), said.get(0).contains("secret"));
        treasury.broken = null;
        world.province.pass(Duration.ofHours(1));
        assertEquals(List.of(), work());
        assertEquals(BillState.DUE, state(bill));
    }

    @Test
    public void aDemandIsToldByThePortThatItWasDemandedBy() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        treasury.isSilent = false;
        world.province.policy(HAIYANG, "policy.fees.code-port", "");
        work();
        assertEquals(CODE, find(bill).code());
        world.bills.cancel(bill.summary().number(), new Reason("重复"), world.cashier());
        world.province.policy(HAIYANG, "policy.fees.code-port", "other");
        work();
        assertFalse(treasury.orders.values().iterator().next().open());
    }

    /** An order that was on its way while another one was told comes there behind that. */
    @Test
    public void whatComesLateIsToldAgain() {
        BillView bill = demand(CASE);
        String number = bill.summary().number();
        world.bills.askRelief(
                number,
                new FeeCommands.AskRelief(ReliefKind.REDUCTION, "海政纪要〔2026〕5号", TODAY, "困难", 5_000_000L, null),
                world.clerk());
        world.bills.relieve(number, world.manager());
        CodePort slow = new CodePort() {
            @Override
            public String word() {
                return PlayedTreasury.WORD;
            }

            @Override
            public String tell(PaymentOrder order) throws IOException {
                world.bills.cancel(number, new Reason("重复"), world.cashier());
                codes.tell(number, world.cashier());
                return treasury.tell(order);
            }
        };
        world.codes(List.of(slow)).tell(number, world.cashier());
        assertTrue("it believes the last word", treasury.orders.get(request()).open());
        work();
        assertFalse(treasury.orders.get(request()).open());
        assertEquals(0, askedByWork());
    }

    /** What is refused while it becomes another one says nothing of that one. */
    @Test
    public void whatHasChangedMeanwhileWasNotToldInVain() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        String number = bill.summary().number();
        CodePort refusing = new CodePort() {
            @Override
            public String word() {
                return PlayedTreasury.WORD;
            }

            @Override
            public String tell(PaymentOrder order) {
                world.bills.cancel(number, new Reason("重复"), world.cashier());
                throw ProblemException.of(FeeError.CODE_REFUSED, "收费项目未备案");
            }
        };
        codes = world.codes(List.of(refusing), clock);
        work();
        assertEquals("", find(bill).codeWords());
        assertFalse(find(bill).steps().contains(BillStep.TELL));
        codes = world.codes(List.of(treasury), clock);
        assertEquals(1, askedByWork());
        assertTrue(find(bill).steps().contains(BillStep.TELL));
        sound();
    }

    private String request() {
        return treasury.orders.keySet().iterator().next();
    }

    @Test
    public void whatItDoesNotTakeIsToldLessAndLessAndSettledByHand() {
        BillView bill = demand(CASE);
        String number = bill.summary().number();
        assertEquals("bill-state", codeOf(() -> world.bills.tell(number, new Reason("已函告财政"), world.cashier())));
        world.bills.cancel(number, new Reason("重复"), world.cashier());
        assertFalse("nobody has told it yet", find(bill).steps().contains(BillStep.TELL));
        assertEquals("bill-state", codeOf(() -> world.bills.tell(number, new Reason("已函告财政"), world.cashier())));
        treasury.reason = "缴款码已锁定";
        work();
        work();
        assertEquals("not every half a minute", 0, askedByWork());
        world.province.pass(Duration.ofDays(1));
        assertEquals(1, askedByWork());
        BillView untold = find(bill);
        assertTrue(untold.codeWords(), untold.codeWords().contains("缴款码已锁定"));
        assertTrue(untold.steps().contains(BillStep.TELL));
        String page = new StaticTemplates()
                .bill(PlayedUi.made(), untold, null, world.cashier())
                .render();
        assertTrue(page, page.contains("bill.untold") && page.contains("/treasury"));
        BillView told = world.bills.tell(number, new Reason("已函告财政"), world.cashier());
        assertEquals(BillState.VOID, told.summary().state());
        assertFalse(told.steps().contains(BillStep.TELL));
        assertEquals("", told.codeWords());
        world.province.pass(Duration.ofDays(1));
        assertEquals(0, askedByWork());
        sound();
    }

    /** The day was reconciled before we learned of the code: the treasury has the money already. */
    @Test
    public void moneyThatHasPassedToTheTreasuryBeforeTheCodeIsSettledWithIt() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        paidBeforeTheCode();
        StatedLine line = new StatedLine("1", CODE, FEN);
        world.stated(new Bring(StatementSource.BANK, "农商银行", TODAY, List.of(line)));
        world.stated(new Bring(StatementSource.TREASURY, null, TODAY, List.of(line)));
        world.province.pass(Duration.ofDays(1));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals(FEN, world.balance(LedgerAccount.TREASURY));
        treasury.isSilent = false;
        work();
        assertEquals(BillState.SETTLED, state(bill));
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        assertEquals(0L, world.balance(LedgerAccount.BANK));
        assertEquals(FEN, world.balance(LedgerAccount.TREASURY));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals("once", FEN, world.balance(LedgerAccount.TREASURY));
        sound();
    }

    /** It could not be used when the code came: somebody had asked that it is reversed, and was refused. */
    @Test
    public void moneyThatWasNotFreeWhenTheCodeCamePaysLater() {
        treasury.isSilent = true;
        BillView bill = demand(CASE);
        paidBeforeTheCode();
        String payment = world.payments
                .list(PageRequest.of(null, null), world.treasury())
                .items()
                .get(0)
                .id();
        world.reversals.ask(payment, new AskReversal(ReversalGround.CODE, "缴款码录错"), world.cashier());
        treasury.isSilent = false;
        work();
        assertEquals(BillState.DUE, state(bill));
        work();
        assertEquals("not while it is asked for", BillState.DUE, state(bill));
        world.reversals.refuse(payment, new Reason("没有录错"), world.treasury());
        work();
        assertEquals(BillState.PAID, state(bill));
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        work();
        assertEquals(FEN, world.balance(LedgerAccount.BANK));
        sound();
    }
}
