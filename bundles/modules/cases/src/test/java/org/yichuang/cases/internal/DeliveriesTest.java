package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.RemedyView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** How a result reaches its applicant (R1-43); on a real database. */
public class DeliveriesTest {
    private static ModuleTransactions transactions;
    private Centres centres;
    private String number;

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
        number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        centres.service.decide(number, Centres.REFUSE, centres.chief(HAIYANG));
    }

    private CaseView deliver(DeliveryMethod method, String remark, String consent) {
        return centres.service.deliver(
                number, new CaseRequests.Deliver(method, "李明", remark, consent, Map.of()), centres.clerk(HAIYANG));
    }

    private void assertRefused(String field, DeliveryMethod method, String remark, String consent) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> deliver(method, remark, consent));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals(field, refusal.fields().get(0).field());
        assertFalse(refusal.fields().get(0).message().zh().isBlank());
        assertEquals(CaseState.REFUSED, centres.find(number, HAIYANG).state());
    }

    private Map<String, String> details() {
        return centres.entries().get(centres.entries().size() - 1).entry().details();
    }

    @Test
    public void aRefusalSaysUntilWhenItMayBeDisputedOnceItIsServed() {
        assertNull(centres.find(number, HAIYANG).remedyLimits());
        RemedyView limits = deliver(DeliveryMethod.DIRECT, null, null).remedyLimits();
        assertEquals(new RemedyView(LocalDate.of(2026, 11, 13), LocalDate.of(2027, 3, 15), true), limits);
    }

    @Test
    public void whatIsHandedOverIsServedOnThatDay() {
        DeliveryView delivery = deliver(DeliveryMethod.DIRECT, null, null).delivery();
        assertEquals(LocalDate.of(2026, 9, 14), delivery.servedOn());
        assertFalse(delivery.servedLater());
        assertEquals("2026-09-14", details().get("servedOn"));
    }

    @Test
    public void anAnnouncementCountsAfterThirtyDaysAndSaysWhereAndWhy() {
        assertRefused("remark", DeliveryMethod.ANNOUNCEMENT, " ", null);
        DeliveryView delivery =
                deliver(DeliveryMethod.ANNOUNCEMENT, "政务服务网公告栏；受送达人下落不明", null).delivery();
        assertEquals(LocalDate.of(2026, 10, 14), delivery.servedOn());
        assertTrue(delivery.servedLater());
        assertEquals("2026-10-14", details().get("servedOn"));
        String paper = centres.made.last();
        assertTrue(paper, paper.contains("2026年10月14日"));
        assertTrue(paper, paper.contains("受送达人下落不明"));
        assertFalse(paper, paper.contains("签名或者盖章"));
    }

    @Test
    public void nothingIsDeliveredElectronicallyToWhoHasNotAgreed() {
        assertRefused("consent", DeliveryMethod.ELECTRONIC, null, null);
        assertRefused("consent", DeliveryMethod.POST, null, "送达地址确认书");
        DeliveryView delivery = deliver(DeliveryMethod.ELECTRONIC, null, "送达地址确认书，2026年9月1日，13800001234")
                .delivery();
        assertFalse(delivery.consent(), delivery.consent().contains("13800001234"));
        assertTrue(centres.made.last().contains("送达地址确认书"));
        assertFalse(details().get("consent").contains("13800001234"));
    }

    @Test
    public void theClockOfDeliveryIsMetByTheAnnouncement() {
        deliver(DeliveryMethod.ANNOUNCEMENT, "政务服务网公告栏；受送达人下落不明", null);
        assertEquals(
                "MET", centres.deadline("delivery", HAIYANG, number, HAIYANG).state());
        assertNull(centres.find(number, HAIYANG).due());
        assertEquals(List.of(), centres.find(number, HAIYANG).commands());
    }
}
