package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.fees.internal.FeeWorld.FOREST;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseState;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Register;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.FeeCommands.Tell;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** What goes round the counter leaves signs, each of them once, and a person finds out. */
public class BypassTest extends FeeContract {
    private static final PageRequest ALL = PageRequest.of(200, null);

    private List<BypassView> signs(boolean open) {
        return world.bypasses.list(open, ALL, world.manager()).items();
    }

    private List<BypassKind> openKinds() {
        return signs(true).stream().map(BypassView::kind).toList();
    }

    private void issued(String number) {
        issued(number, world.province.now());
    }

    private void issued(String number, Instant at) {
        world.stands(number, CaseState.ISSUED, Map.of("area", of("20000")), "enterprise", FOREST);
        CallContext context = CallContext.system(HAIYANG, world.province.now(), "r");
        DomainEvent told = DomainEvent.of(CaseEvent.MODULE, "issued").about(number, FOREST);
        EventEnvelope envelope = new EventEnvelope(HAIYANG, told, "case", number, 1, "clerk", "王", at, "r", 1, 1);
        node.transactions().write(context, Written.class, unit -> {
            world.watch.on(envelope, unit);
            return new Written(number);
        });
    }

    private Pay at(String branch, PaymentChannel channel, String serial, BillView bill) {
        Pay pay = world.pay(serial, bill.code(), bill.summary().net());
        return new Pay(
                pay.bank(), serial, pay.code(), pay.fen(), pay.at(), branch, channel, pay.account(), pay.payer());
    }

    private BillView demanded(String number) {
        world.stands(number, Map.of("area", of("20000")));
        return world.demand(number);
    }

    @Test
    public void aResultThatIsMadeOutUnpaidIsASign() {
        issued("free");
        assertEquals("nothing is linked, nothing is owed", List.of(), openKinds());
        world.forest();
        world.paid("paid", "S1");
        issued("paid");
        assertEquals(List.of(), openKinds());
        demanded("unpaid");
        issued("unpaid");
        issued("unpaid");
        issued("unbilled");
        assertEquals(List.of(BypassKind.UNPAID_RESULT, BypassKind.UNPAID_RESULT), openKinds());
        assertEquals(
                20_000_000L, signs(true).stream().mapToLong(BypassView::fen).sum());
        assertEquals("unpaid-result.unbilled", signs(true).get(0).id());
        sound();
    }

    @Test
    public void whatWasIssuedWhileNothingWasChargedIsNotJudgedAfterwards() {
        world.forest();
        world.province.switchModule(HAIYANG, "fees", false);
        issued("off");
        world.province.switchModule(HAIYANG, "fees", true);
        assertEquals(List.of(), openKinds());
        issued("before", world.province.now().minus(Duration.ofDays(1)));
        assertEquals("its fee was not charged yet on that day", List.of(), openKinds());
        issued("on");
        assertEquals(List.of(BypassKind.UNPAID_RESULT), openKinds());
        sound();
    }

    @Test
    public void moneyAtABranchElsewhereIsASignWhereTheCentresAreKnown() {
        world.forest();
        BillView first = demanded("A");
        world.payments.record(at("城关支行", PaymentChannel.BANK, "S1", first), world.cashier());
        assertEquals("nobody has said which are the centre's", List.of(), openKinds());
        Register known = new Register("农商银行", StatementSource.BANK, List.of("中心网点"), null, null);
        world.known(known);
        world.payments.record(at("中心网点", PaymentChannel.COUNTER, "S2", demanded("B")), world.cashier());
        world.payments.record(at("手机银行", PaymentChannel.ONLINE, "S3", demanded("C")), world.cashier());
        assertEquals(List.of(), openKinds());
        world.payments.record(at("城关支行", PaymentChannel.BANK, "S4", demanded("D")), world.cashier());
        assertEquals(List.of(BypassKind.OTHER_BRANCH), openKinds());
        assertEquals("城关支行", signs(true).get(0).place());
        assertEquals("D", signs(true).get(0).caseNumber());
        sound();
    }

    @Test
    public void aCodeOfTheCentreInNoDemandIsASignOnce() {
        List<StatedLine> lines = List.of(
                new StatedLine("1", "37068700099999999999", 7L), new StatedLine("2", "11111111999999999999", 8L));
        world.stated(new Bring(StatementSource.BANK, "农商银行", TODAY, lines));
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        world.reconciliation.reconcile(new Day(TODAY), world.treasury());
        assertEquals(List.of(BypassKind.NO_DEMAND), openKinds());
        assertEquals(7L, signs(true).get(0).fen());
        sound();
    }

    @Test
    public void whatSomebodySaysIsClosedByAPersonWhoHasFoundOut() {
        Tell told = new Tell(null, "某所", null, "在所里缴过费");
        BypassView sign = world.bypasses.tell(told, world.treasury());
        assertEquals(BypassKind.TOLD, sign.kind());
        assertEquals("not-allowed", codeOf(() -> world.bypasses.tell(told, world.clerk())));
        Tell slip = new Tell(null, "某所", 0L, "w");
        assertEquals("fen", field(() -> world.bypasses.tell(slip, world.treasury())));
        Tell huge = new Tell(null, "某所", Long.MAX_VALUE, "w");
        assertEquals("fen", field(() -> world.bypasses.tell(huge, world.treasury())));
        Reason found = new Reason("已退还");
        assertEquals("not-allowed", codeOf(() -> world.bypasses.close(sign.id(), found, world.cashier())));
        assertEquals(
                "已退还", world.bypasses.close(sign.id(), found, world.treasury()).finding());
        assertEquals("bypass-unknown", codeOf(() -> world.bypasses.close(sign.id(), found, world.treasury())));
        assertEquals(List.of(), openKinds());
        assertEquals(1, signs(false).size());
        sound();
    }
}
