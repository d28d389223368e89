package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Province.HAIYANG;
import static org.yichuang.cases.internal.Province.YANTAI;

import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.TenantId;

/** The events of a case that passes two centres: each step is one, and none names a person. */
public class CaseEventsTest {
    private DerbyTransactions transactions;
    private Centres centres;

    @Before
    public void begin() {
        transactions = new DerbyTransactions("events");
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
        transactions.entries.forEach(entry -> {
            String data = entry.entry().event().data();
            assertFalse(data, data.contains("海阳建设") || data.contains("91350100M000100Y43") || data.contains("李明"));
        });
    }

    private List<String> types(TenantId centre) {
        return transactions.entries.stream()
                .filter(entry -> entry.tenant().equals(centre))
                .map(entry -> entry.entry().event().type())
                .toList();
    }

    private String data(String type) {
        return transactions.entries.stream()
                .map(entry -> entry.entry().event())
                .filter(event -> event.type().equals(type))
                .findFirst()
                .orElseThrow()
                .data();
    }
}
