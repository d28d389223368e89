package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** The events of a case that passes two centres: each step is one, and none names a person. */
public class CaseEventsTest {
    private ModuleTransactions transactions;
    private Centres centres;

    @Before
    public void begin() {
        transactions = ModuleTransactions.open("cases", "documents");
        centres = new Centres(transactions);
    }

    @After
    public void end() {
        transactions.close();
    }

    @Test
    public void everyStepOfALinkedCaseIsAnEventAtItsCentre() {
        String number = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(number, AGREE, centres.reviewer(HAIYANG));
        String above = centres.acceptedAt(YANTAI, number);
        centres.service.decide(above, GRANT, centres.chief(YANTAI));
        centres.post();
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));

        assertEquals(
                List.of("submitted", "accepted", "forwarded", "upper-accepted", "granted", "issued", "delivered"),
                types(HAIYANG));
        assertEquals(List.of("transferred", "accepted", "granted"), types(YANTAI));
        assertTrue(data("forwarded").contains("\"forwardedTo\":\"yantai\""));
        assertTrue(data("upper-accepted").contains(above));
        centres.entries().forEach(entry -> {
            String data = entry.entry().event().data();
            assertFalse(data, data.contains("海阳建设") || data.contains("91350100M000100Y43") || data.contains("李明"));
        });
    }

    @Test
    public void whoeverIsDeemedAcceptedIsToldFromWhichReceiptTheDaysCount() {
        String plain = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        String corrected = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.notifyCorrection(corrected, Centres.ask("m1"), centres.clerk(HAIYANG));
        centres.service.correct(corrected, new CaseRequests.Correct("补上", null, null), centres.clerk(HAIYANG));
        centres.province.at("2026-09-28T09:00");
        centres.run(centres.timer);

        assertEquals(List.of(CaseNotice.DEEMED_ACCEPTED), told("deemed-accepted", plain));
        assertEquals(List.of(CaseNotice.DEEMED_ACCEPTED_CORRECTED), told("deemed-accepted", corrected));
    }

    private List<CaseNotice> told(String type, String number) {
        return centres.entries().stream()
                .map(entry -> entry.entry())
                .filter(entry -> entry.aggregateId().equals(number)
                        && entry.event().type().equals(type))
                .map(entry -> CaseNotice.of(entry.event()).orElseThrow())
                .toList();
    }

    /** Listeners get what a type declares; what people write for people stays in the journal, without numbers. */
    @Test
    public void whatIsWrittenFreelyIsInNoEvent() {
        String written = "请致电 13905351234 王会计";
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.notifyCorrection(number, Centres.ask(written), centres.clerk(HAIYANG));
        centres.service.correct(
                number, new CaseRequests.Correct(written, Map.of("note", written), null), centres.clerk(HAIYANG));
        centres.service.accept(number, new CaseRequests.Accept(written), centres.clerk(HAIYANG));
        centres.service.withdraw(
                number, new CaseRequests.Withdraw(written, CaseProof.onPaper("档案室")), centres.clerk(HAIYANG));

        centres.entries().forEach(entry -> {
            String event = entry.entry().event().toString();
            assertFalse(event, event.contains("王会计"));
            String details = entry.entry().details().toString();
            assertFalse(details, details.contains("13905351234"));
        });
        assertEquals(
                "请致电 139****1234 王会计",
                centres.entries().get(3).entry().details().get("remark"));
    }

    /** What is entered without being a step, as that a letter has arrived, is no event. */
    private List<String> types(TenantId centre) {
        return centres.entries().stream()
                .filter(entry -> entry.tenant().equals(centre))
                .map(entry -> entry.entry().event().type())
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private String data(String type) {
        return centres.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow()
                .data();
    }
}
