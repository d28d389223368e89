package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.DeliveryMethod;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.RemedyView;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** How a result reaches its applicant (R1-43); on a real database. */
public class DeliveriesTest {
    private static final CaseProof PAPER = CaseProof.onPaper("档案室 3 柜");
    private static final byte[] PDF = "%PDF-1.4 receipt of the post".getBytes(StandardCharsets.UTF_8);

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
                number,
                new CaseRequests.Deliver(method, "李明", remark, consent, PAPER, Map.of()),
                centres.clerk(HAIYANG));
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

    private ProblemException refusedWith(DeliveryMethod method, CaseProof proof) {
        CaseRequests.Deliver request = new CaseRequests.Deliver(method, "李明", "公告栏；下落不明", null, proof, Map.of());
        return assertThrows(
                ProblemException.class, () -> centres.service.deliver(number, request, centres.clerk(HAIYANG)));
    }

    @Test
    public void whatNobodyHasSignedForNeedsAProof() {
        for (DeliveryMethod method : List.of(DeliveryMethod.LEFT, DeliveryMethod.POST, DeliveryMethod.ANNOUNCEMENT)) {
            for (CaseProof none : Arrays.asList(null, new CaseProof(" ", ""))) {
                ProblemException refusal = refusedWith(method, none);
                assertEquals(CommonError.FIELDS_INVALID, refusal.code());
                assertEquals("proof", refusal.fields().get(0).field());
            }
        }
        assertEquals(
                "proof.file",
                refusedWith(DeliveryMethod.POST, new CaseProof("nobody's", null))
                        .fields()
                        .get(0)
                        .field());
        assertEquals(CaseState.REFUSED, centres.find(number, HAIYANG).state());
    }

    @Test
    public void theProofIsAFileOfTheCaseAndIsNamedWhereverTheDeliveryIs() {
        CallContext clerk = centres.clerk(HAIYANG);
        CaseService.Upload file =
                centres.service.upload("回执.pdf", "application/pdf", new ByteArrayInputStream(PDF), clerk);
        CaseView view = centres.service.deliver(
                number,
                new CaseRequests.Deliver(
                        DeliveryMethod.POST, "李明", null, null, new CaseProof(file.file(), "卷内 12 页"), Map.of()),
                clerk);
        assertEquals(new CaseProof(file.file(), "卷内 12 页"), view.delivery().proof());
        assertEquals(file.sha256(), details().get("proof"));
        assertEquals("卷内 12 页", details().get("proofPaper"));
        MaterialView kept = view.materials().get(view.materials().size() - 1);
        assertEquals("送达凭证", kept.name());
        assertEquals(file.file(), kept.file());
        assertTrue(kept.paper());
        assertEquals(
                "回执.pdf", centres.service.content(number, file.file(), clerk).name());
        String paper = centres.made.last();
        assertTrue(paper, paper.contains("送达凭证") && paper.contains(file.sha256()) && paper.contains("卷内 12 页"));
    }

    @Test
    public void whatWasDeliveredBeforeProofsWereKeptIsReadAsItWas() {
        DeliveryView kept = Json.read(
                "{\"method\":\"POST\",\"receivedBy\":\"李明\",\"at\":\"2026-09-14T02:00:00Z\"}", DeliveryView.class);
        assertEquals(DeliveryMethod.POST, kept.method());
        assertNull(kept.proof());
    }

    @Test
    public void whoTakesItAtTheWindowNeedsNoneAndNothingIsSaidOfIt() {
        CaseView view = centres.service.deliver(
                number, new CaseRequests.Deliver(DeliveryMethod.DIRECT, "李明", null), centres.clerk(HAIYANG));
        assertNull(view.delivery().proof());
        assertFalse(centres.made.last(), centres.made.last().contains("送达凭证"));
    }

    @Test
    public void theClockOfDeliveryIsMetByTheAnnouncement() {
        deliver(DeliveryMethod.ANNOUNCEMENT, "政务服务网公告栏；受送达人下落不明", null);
        assertEquals(
                "MET",
                centres.deadline("refusal-delivery", HAIYANG, number, HAIYANG).state());
        assertNull(centres.find(number, HAIYANG).due());
        assertEquals(List.of(), centres.find(number, HAIYANG).commands());
    }
}
