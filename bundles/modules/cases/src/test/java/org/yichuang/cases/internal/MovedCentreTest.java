package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** A county that comes under another city while its cases are under way; on a real database. */
public class MovedCentreTest {
    private static final TenantId QINGDAO = new TenantId("qingdao");
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private static ModuleTransactions transactions;
    private Centres centres;
    private CaseService service;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
        service = centres.service;
        centres.province.place(QINGDAO, SHANDONG);
    }

    private String submitted() {
        return centres.submit(Items.TREES, "county-city", HAIYANG).number();
    }

    private void forward(String county) {
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
    }

    @Test
    public void whatTheOldCityHasHandedBackGoesUpToTheNewOne() {
        String county = submitted();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        forward(county);
        centres.post();
        String old = centres.numberAt(YANTAI, county);
        service.notifyCorrection(old, ask("m2"), centres.clerk(YANTAI));
        centres.post();
        service.correct(county, new CaseRequests.Correct("说明", null, null), centres.clerk(HAIYANG));
        centres.post();
        service.notAccept(old, BACK, centres.clerk(YANTAI));
        centres.post();
        assertEquals(old, centres.above(county, HAIYANG));

        centres.province.place(HAIYANG, QINGDAO);
        forward(county);
        CaseView sent = centres.find(county, HAIYANG);
        assertEquals("qingdao", sent.upper().centre());
        assertNull("the number was the old city's", sent.upper().number());
        assertEquals("qingdao", sent.route().stages().get(2).centre());

        String city = centres.acceptedAt(QINGDAO, county);
        assertNotEquals(old, city);
        assertEquals(CaseState.RETURNED, centres.find(old, YANTAI).state());
        assertEquals(city, centres.above(county, HAIYANG));
        toItsEnd(county, city);
    }

    @Test
    public void whatIsStillAtTheCountyGoesUpToTheNewCity() {
        String county = submitted();
        centres.province.place(HAIYANG, QINGDAO);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        forward(county);
        toItsEnd(county, centres.acceptedAt(QINGDAO, county));
    }

    private void toItsEnd(String county, String city) {
        service.notifyCorrection(city, ask("m2"), centres.reviewer(QINGDAO));
        centres.post();
        assertEquals(CaseState.QUESTIONED, centres.find(county, HAIYANG).state());
        service.correct(county, new CaseRequests.Correct("说明", null, null), centres.clerk(HAIYANG));
        centres.post();
        service.decide(city, GRANT, centres.chief(QINGDAO));
        centres.post();
        service.issue(county, ISSUE, centres.clerk(HAIYANG));
        assertEquals(
                CaseState.DELIVERED,
                service.deliver(county, DELIVER, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void whereNoCityIsAboveAnyMoreTheClerkIsToldSo() {
        String county = submitted();
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.province.place(HAIYANG, SHANDONG);

        ProblemException refused = assertThrows(ProblemException.class, () -> forward(county));

        assertEquals(CaseError.ROUTE_UNREACHABLE, refused.code());
        assertEquals(CaseState.ACCEPTED, centres.find(county, HAIYANG).state());
        assertEquals(0, transactions.messages().size());
        centres.province.place(HAIYANG, YANTAI);
        forward(county);
        assertEquals("yantai", centres.find(county, HAIYANG).upper().centre());
    }
}
