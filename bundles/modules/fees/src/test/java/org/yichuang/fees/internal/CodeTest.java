package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CompletionGate.Missing;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestRun;

/**
 * A demand whose code the treasury gives: whether it answers, dies or refuses, there is one order and one code of it,
 * and nobody pays before.
 */
public class CodeTest extends FeeContract {
    private final PlayedTreasury treasury = new PlayedTreasury();
    private Bills bills;

    @Override
    @Before
    public void start() {
        super.start();
        world.province.policy(HAIYANG, "policy.fees.code-port", PlayedTreasury.WORD);
        bills = world.bills(List.of(treasury));
        world.forest();
        world.stands(CASE, Map.of("area", of("20000")));
    }

    private BillView demand() {
        return bills.demand(new FeeCommands.Demand(CASE, List.of()), world.clerk());
    }

    private BillView find(BillView bill) {
        return world.bills.find(bill.summary().number(), world.clerk());
    }

    private static BillState state(BillView bill) {
        return bill.summary().state();
    }

    private void work() {
        LeasedJob job = world.wiring.codeJob(world.codes(List.of(treasury)));
        job.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "codes"),
                node.leases().acquire(job.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }

    private PaymentOrder order() {
        assertEquals("one order of it", 1, treasury.orders.size());
        return treasury.orders.values().iterator().next();
    }

    private List<Missing> missing() {
        return node.transactions()
                .read(world.clerk(), unit -> world.wiring.completion().missing(FeeWorld.snapshot(CASE), unit));
    }

    @Test
    public void theTreasuryGivesTheCode() {
        BillView bill = demand();
        assertEquals(BillState.DUE, state(bill));
        assertEquals("90000000000000000001", bill.code());
        assertEquals(20_000_000L, order().fen());
        assertEquals(Set.of("fee-notice"), papers());
        assertEquals(20_000_000L, world.balance(LedgerAccount.RECEIVABLE));
        world.payments.record(world.pay("1", bill.code(), 20_000_000L), world.cashier());
        assertEquals(BillState.PAID, state(find(bill)));
        work();
        assertEquals("nothing is left to be told", 1, treasury.asked);
        sound();
    }

    private Set<String> papers() {
        return world.issued.values().stream().map(each -> each.kind()).collect(Collectors.toSet());
    }

    @Test
    public void whereItsAnswerIsLostThereIsOneCodeAllTheSame() {
        treasury.isSilent = true;
        BillView bill = demand();
        assertEquals(BillState.CODE_PENDING, state(bill));
        assertEquals("", bill.code());
        assertEquals("no paper without a code", Set.of(), papers());
        assertEquals("the case waits for it", 1, missing().size());
        assertEquals(
                "code-unanswered", codeOf(() -> bills.askCode(bill.summary().number(), world.clerk())));
        work();
        assertEquals(BillState.CODE_PENDING, state(find(bill)));

        world.province.pass(Duration.ofDays(7));
        treasury.isSilent = false;
        work();
        BillView coded = find(bill);
        assertEquals(BillState.DUE, state(coded));
        assertEquals("the one that it gave at first", "90000000000000000001", coded.code());
        assertEquals(1, treasury.codes.size());
        assertTrue(
                "the time begins when there is a code",
                coded.summary().due().isAfter(bill.summary().due()));
        assertEquals(Set.of("fee-notice"), papers());
        work();
        assertEquals("and the treasury knows the last day", coded.summary().due(), order().due());
        sound();
    }

    /** Somebody dies between the treasury's answer and the commit: the next one asks under the same name. */
    @Test
    public void whoDiesBehindTheAnswerLeavesADemandThatIsAskedForAgain() {
        Bills dying = world.bills(List.of(new DyingPort(treasury)));
        FeeCommands.Demand command = new FeeCommands.Demand(CASE, List.of());
        assertThrows(DyingPort.Death.class, () -> dying.demand(command, world.clerk()));
        assertEquals(1, treasury.codes.size());
        String number = world.bills.ofCase(CASE, world.clerk()).get(0).number();
        assertEquals(
                BillState.CODE_PENDING,
                world.bills.ofCase(CASE, world.clerk()).get(0).state());
        assertEquals(
                "fee-billed",
                codeOf(() -> bills.demand(
                        new FeeCommands.Demand(CASE, List.of(new FeeCommands.Counted(FeeWorld.LAND, null, null))),
                        world.clerk())));
        work();
        BillView bill = world.bills.find(number, world.clerk());
        assertEquals(BillState.DUE, state(bill));
        assertEquals(treasury.codes.values().iterator().next(), bill.code());
        assertEquals(1, treasury.codes.size());
        sound();
    }

    @Test
    public void twoWhoAskAtOnceGiveItOneCode() throws Exception {
        treasury.isSilent = true;
        BillView bill = demand();
        treasury.isSilent = false;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<BillView>> asked = IntStream.range(0, 4)
                .mapToObj(i -> threads.submit(() -> bills.askCode(bill.summary().number(), world.clerk())))
                .toList();
        for (Future<BillView> each : asked) {
            assertEquals("90000000000000000001", each.get().code());
        }
        threads.shutdown();
        assertEquals(
                1,
                find(bill).notes().stream()
                        .filter(note -> note.step().equals(BillStep.CODE.word()))
                        .count());
        assertEquals(Set.of("fee-notice"), papers());
        sound();
    }

    @Test
    public void whatItRefusesIsSaidAndAskedForAgain() {
        treasury.reason = "收费项目未在财政备案";
        BillView bill = demand();
        assertEquals(BillState.CODE_PENDING, state(bill));
        assertTrue(bill.codeWords(), bill.codeWords().contains("收费项目未在财政备案"));
        int version = bill.version();
        work();
        assertEquals("the same words are written down once", version, find(bill).version());
        assertEquals("code-refused", codeOf(() -> bills.askCode(bill.summary().number(), world.clerk())));
        treasury.reason = "";
        assertEquals(BillState.DUE, state(bills.askCode(bill.summary().number(), world.clerk())));
        assertEquals("", find(bill).codeWords());
        sound();
    }

    @Test
    public void aCodeThatAnotherDemandHasIsNotUsed() {
        treasury.always = "80000000000000000001";
        assertEquals(BillState.DUE, state(demand()));
        world.stands("HY-2", Map.of("area", of("1")));
        BillView second = bills.demand(new FeeCommands.Demand("HY-2", List.of()), world.clerk());
        assertEquals(BillState.CODE_PENDING, state(second));
        assertTrue(second.codeWords(), second.codeWords().contains("80000000000000000001"));
        treasury.always = "没有";
        world.stands("HY-3", Map.of("area", of("1")));
        BillView third = bills.demand(new FeeCommands.Demand("HY-3", List.of()), world.clerk());
        assertEquals(BillState.CODE_PENDING, state(third));
        world.bills.cancel(third.summary().number(), new Reason("财政赋码有误"), world.cashier());
        assertEquals(BillState.VOID, state(find(third)));
        sound();
    }

    @Test
    public void theTreasuryIsToldWhatIsRelievedAndWhatIsDemandedNoMore() {
        BillView bill = demand();
        String number = bill.summary().number();
        AskRelief asked = new AskRelief(ReliefKind.REDUCTION, "海政纪要〔2026〕5号", TODAY, "困难", 5_000_000L, null);
        world.bills.askRelief(number, asked, world.clerk());
        world.bills.relieve(number, world.manager());
        assertEquals(20_000_000L, order().fen());
        work();
        assertEquals(15_000_000L, order().fen());
        assertTrue(order().open());
        world.bills.cancel(number, new Reason("重复"), world.cashier());
        work();
        assertFalse(order().open());
        assertEquals(1, treasury.codes.size());
        sound();
    }

    @Test
    public void whatIsExemptIsNotOpenAtTheTreasury() {
        String number = demand().summary().number();
        int first = order().version();
        world.bills.askRelief(
                number, new AskRelief(ReliefKind.EXEMPTION, "海政纪要〔2026〕6号", TODAY, "困难", null, null), world.clerk());
        world.bills.relieve(number, world.manager());
        work();
        assertFalse(order().open());
        assertTrue("the later word is known by its version", order().version() > first);
    }

    @Test
    public void whatIsVoidBeforeItHasACodeIsNotDemandedByOne() {
        treasury.isSilent = true;
        BillView bill = demand();
        world.stands(CASE, CaseState.WITHDRAWN, Map.of(), "enterprise", FeeWorld.FOREST);
        world.bills.cancel(bill.summary().number(), new Reason("申请人撤回"), world.cashier());
        treasury.isSilent = false;
        work();
        BillView over = find(bill);
        assertEquals(BillState.VOID, state(over));
        assertFalse(order().open());
        assertEquals(
                "money under it is known to be owed by nobody",
                "payment-not-due",
                codeOf(() -> world.payments.record(
                        world.pay("1", treasury.codes.values().iterator().next(), 20_000_000L), world.cashier())));
        assertEquals(Set.of(), papers());
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        String page = new StaticTemplates()
                .bill(PlayedUi.made(), over, null, world.clerk())
                .render();
        assertFalse("nobody waits for a code", page.contains("bill.code.pending"));
        sound();
    }

    /** The treasury has told the payer of a code that we do not know yet. */
    @Test
    public void whoPaysBeforeWeKnowTheCodeHasPaid() {
        treasury.isSilent = true;
        BillView bill = demand();
        String code = treasury.codes.values().iterator().next();
        assertEquals(
                "payment-unknown",
                codeOf(() -> world.payments.record(world.pay("1", code, 20_000_000L), world.cashier())));
        assertEquals(-20_000_000L, world.balance(LedgerAccount.SUSPENSE));
        treasury.isSilent = false;
        work();
        BillView paid = find(bill);
        assertEquals(BillState.PAID, state(paid));
        assertEquals("0000000001", paid.receipt().number());
        assertEquals(0L, world.balance(LedgerAccount.SUSPENSE));
        assertEquals(0L, world.balance(LedgerAccount.RECEIVABLE));
        assertEquals(20_000_000L, world.balance(LedgerAccount.BANK));
        assertEquals(Set.of("fee-notice", "fee-receipt"), papers());
        sound();
    }

    @Test
    public void clerkAndPayerSeeThatItIsAskedFor() {
        treasury.isSilent = true;
        BillView bill = demand();
        String clerks = new StaticTemplates()
                .bill(PlayedUi.made(), bill, null, world.clerk())
                .render();
        assertTrue(clerks, clerks.contains("bill.code.pending"));
        assertTrue(clerks, clerks.contains("/code"));
        LocalDate today = world.clerk().today();
        String payers = new StaticTemplates()
                .payer(PlayedUi.made(), bill, List.of(), "/fees/pay/1", today)
                .render();
        assertTrue(payers, payers.contains("payer.code-pending"));
        assertFalse(payers, payers.contains("payer.qr"));
    }

    @Test
    public void withoutSuchAPortNothingIsDemanded() {
        Bills alone = world.bills(List.of());
        FeeCommands.Demand command = new FeeCommands.Demand(CASE, List.of());
        assertEquals("code-port-missing", codeOf(() -> alone.demand(command, world.clerk())));
        assertEquals(List.of(), world.bills.ofCase(CASE, world.clerk()));
        world.province.policy(HAIYANG, "policy.fees.code-port", "");
        world.stands("HY-2", Map.of("area", of("1")));
        assertEquals(
                "37068700000000000001",
                alone.demand(new FeeCommands.Demand("HY-2", List.of()), world.clerk())
                        .code());
    }
}
