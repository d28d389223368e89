package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.CASE;
import static org.yichuang.fees.internal.FeeWorld.FOREST;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.fees.internal.FeeWorld.of;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Demand;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate.Channel;

/** Who handed in by themselves is told what is demanded and what becomes of it; nobody else is. */
public class FeeNoticesTest extends FeeContract {
    private static final String CITIZEN = "li-ming@shandong";

    private final List<NoticeService.Request> sent = new ArrayList<>();
    private EventListener listener;

    @Override
    @Before
    public void start() {
        super.start();
        AccountDirectory accounts = FeeWorld.played(AccountDirectory.class, (method, given) -> {
            assertEquals("isApplicant", method);
            return given[0].equals(CITIZEN);
        });
        NoticeService notices = FeeWorld.played(NoticeService.class, (method, given) -> {
            sent.add((NoticeService.Request) given[0]);
            return null;
        });
        listener = world.wiring.notices(world.cases(), accounts, notices);
        world.forest();
        submitted(CASE, CITIZEN);
    }

    private void submitted(String number, String by) {
        world.stands(number, Map.of("area", of("20000")));
        world.cases.put(
                number,
                Filled.of(
                        CaseRecord.class,
                        Map.of(
                                "number",
                                number,
                                "state",
                                CaseState.ACCEPTED,
                                "owner",
                                "haiyang",
                                "item",
                                FOREST,
                                "itemName",
                                "使用林地审核",
                                "itemVersion",
                                3,
                                "department",
                                "林业局",
                                "submitter",
                                by)));
    }

    /** What is told of an event about a demand. */
    private List<String> told(String event, BillView bill) {
        sent.clear();
        String number = bill.summary().number();
        CallContext context = CallContext.system(HAIYANG, world.province.now(), "r");
        DomainEvent of = DomainEvent.of(FeeEvent.MODULE, event).about(number, FOREST);
        EventEnvelope envelope =
                new EventEnvelope(HAIYANG, of, "fee-bill", number, 1, "clerk", "王", context.at(), "r", 1, 1);
        node.transactions().write(context, Written.class, unit -> {
            listener.on(envelope, unit);
            return new Written(number);
        });
        return sent.stream().map(NoticeService.Request::kind).toList();
    }

    private String body() {
        NoticeService.Request request = sent.get(0);
        return List.of(FeeNotice.values()).stream()
                .filter(each -> each.kind().equals(request.kind()))
                .findFirst()
                .orElseThrow()
                .write(Channel.SMS, Locale.CHINESE, request.facts())
                .body();
    }

    @Test
    public void whoeverHandedInIsToldOfEachStep() {
        BillView bill = world.demand(CASE);
        assertEquals(List.of("fee-billed"), told("billed", bill));
        assertEquals(CITIZEN, sent.get(0).account());
        assertTrue(body(), body().contains("200000.00") && body().contains("3706 8700 0000 0000 0001"));
        assertTrue("without a public address it is said where", body().contains("办件页面"));
        assertEquals(List.of("fee-reminded"), told("bill-reminded", bill));

        String number = bill.summary().number();
        AskRelief asked = new AskRelief(ReliefKind.REDUCTION, "常务会议纪要1号", TODAY, "困难", 5_000_000L, null);
        world.bills.askRelief(number, asked, world.clerk());
        assertEquals("what is asked for alone is told to nobody", List.of(), told("relief-asked", bill));
        world.bills.relieve(number, world.manager());
        assertEquals(List.of("fee-relieved"), told("relieved", bill));
        assertTrue(body(), body().contains("150000.00"));
        world.payments.record(world.pay("1", bill.code(), 15_000_000L), world.cashier());
        assertEquals(List.of("fee-paid"), told("paid", bill));
        assertEquals(List.of("fee-reversed"), told("reversed", bill));
        assertEquals(List.of("fee-refunded"), told("refunded", bill));
    }

    @Test
    public void whoeverAppliedAtTheWindowHasItOnPaper() {
        submitted("HY-2", "clerk");
        assertEquals(List.of(), told("billed", world.demand("HY-2")));
        submitted("HY-3", "");
        BillView bill = world.demand("HY-3");
        world.bills.cancel(bill.summary().number(), new Reason("重复"), world.cashier());
        assertEquals(List.of(), told("voided", bill));
    }

    @Test
    public void theLinkIsTheWholeAddressWhereThereIsOne() {
        world.province.policy(HAIYANG, "policy.documents.address", "https://centre.example");
        BillView bill = world.demand(CASE);
        told("billed", bill);
        String number = bill.summary().number();
        String key = world.wiring.payers(null).key(HAIYANG, number);
        String link = "https://centre.example/haiyang/fees/pay/" + number + "/" + key;
        assertTrue(body(), body().contains(link));
        assertTrue(
                "the paper has it too",
                world.issued.get("D0").facts().get("link").equals(link));
    }

    @Test
    public void ofADemandWithoutACodeNobodyIsToldBeforeThereIsOne() {
        PlayedTreasury treasury = new PlayedTreasury();
        treasury.isSilent = true;
        world.province.policy(HAIYANG, "policy.fees.code-port", PlayedTreasury.WORD);
        Bills bills = world.bills(List.of(treasury));
        BillView bill = bills.demand(new Demand(CASE, List.of()), world.clerk());
        assertEquals(List.of(), told("billed", bill));
        treasury.isSilent = false;
        bills.askCode(bill.summary().number(), world.clerk());
        assertEquals("the event of before is heard late", List.of(), told("billed", bill));
        assertEquals(List.of("fee-billed"), told("coded", bill));
        assertTrue(body(), body().contains("9000 0000 0000 0000 0001"));
        world.bills.cancel(bill.summary().number(), new Reason("重复"), world.cashier());
        assertEquals(List.of("fee-voided"), told("voided", bill));
    }

    @Test
    public void whatIsVoidBeforeThereIsACodeIsToldToNobody() {
        PlayedTreasury treasury = new PlayedTreasury();
        treasury.isSilent = true;
        world.province.policy(HAIYANG, "policy.fees.code-port", PlayedTreasury.WORD);
        BillView bill = world.bills(List.of(treasury)).demand(new Demand(CASE, List.of()), world.clerk());
        world.bills.cancel(bill.summary().number(), new Reason("重复"), world.cashier());
        assertEquals(List.of(), told("voided", bill));
    }
}
