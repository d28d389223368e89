package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/**
 * A question that the city gives up, as it hands the file back to the county, which sends it up again: the township has
 * not answered it, and is told what comes of the case all the same.
 */
public class GivenUpQuestionTest extends DocumentsOfCases {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

    private String township;
    private String county;
    private String city;

    private void toTheCity() {
        township = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        city = centres.numberAt(YANTAI, county);
    }

    /** Carries the letters of this type without a part of what they say. */
    private void postWithout(String type, String part) {
        while (!transactions.messages().isEmpty()) {
            ModuleTransactions.Sent letter = transactions.messages().remove(0);
            String payload = centres.linked.payload(letter.sender(), letter.message());
            boolean isMeant = letter.message().type().equals(type);
            boolean isFirst = isMeant && letter.sender().equals(YANTAI);
            assertTrue(payload, !isFirst || payload.contains(part));
            centres.carry(letter, isMeant ? payload.replace(part, "") : payload, List.of());
        }
    }

    /** Asked by the city for m2, handed back, and sent up again by the county: nobody has answered. */
    private void sentUpAgain() {
        toTheCity();
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        centres.post();
        service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());
    }

    private void acceptedAgain() {
        sentUpAgain();
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.post();
    }

    private CaseView seen(TenantId centre) {
        String number = centre.equals(YANTAI) ? city : centre.equals(HAIYANG) ? county : township;
        return centres.find(number, centre);
    }

    private void answer(String material) {
        CallContext clerk = centres.clerk(LIUGEZHUANG);
        String file = service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), clerk)
                .file();
        MaterialGiven given = new MaterialGiven(material, null, file, false);
        service.correct(township, new CaseRequests.Correct("已补 " + material, null, List.of(given)), clerk);
    }

    private List<String> materials(TenantId centre) {
        return seen(centre).materials().stream().map(MaterialView::code).toList();
    }

    private static List<String> revoked() {
        return transactions.texts("SELECT KIND FROM DOCUMENTS_DOCUMENT WHERE REVOKED_MICROS IS NOT NULL");
    }

    @Test
    public void aQuestionThatWasGivenUpDoesNotKeepTheDecisionFromTheTownship() {
        acceptedAgain();
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        service.issue(county, ISSUE, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.ISSUED, seen(LIUGEZHUANG).state());
        assertEquals("what nobody need answer any more", List.of("correction-notice"), revoked());
    }

    @Test
    public void whileTheCityExaminesNobodyBelowIsCharged() {
        sentUpAgain();
        CaseView below = seen(LIUGEZHUANG);
        assertNull("nothing is due by anybody here", below.due());
        assertEquals("what nobody need answer any more", List.of("correction-notice"), revoked());
        assertTrue("but may", below.commands().contains("correction"));
        centres.province.at("2026-09-28T10:00");
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.post();
        assertEquals(
                List.of("OTHER_CENTRE"),
                transactions.texts("SELECT DISTINCT CAUSE FROM CASES_SPELL WHERE TENANT='liugezhuang'"));
    }

    @Test
    public void norTheRefusal() {
        acceptedAgain();
        service.decide(city, REFUSE, centres.chief(YANTAI));
        centres.post();
        assertEquals(CaseState.REFUSED, seen(LIUGEZHUANG).state());
        assertEquals(List.of("delivery"), seen(LIUGEZHUANG).commands());
    }

    @Test
    public void norWhatBecomesOfTheLimits() {
        acceptedAgain();
        service.suspend(
                city, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 5, "专家评审"), centres.reviewer(YANTAI));
        centres.post();
        assertTrue(seen(LIUGEZHUANG).standing().isPresent());
        service.resume(city, new CaseRequests.Resume("评审结束"), centres.reviewer(YANTAI));
        centres.post();
        assertTrue(seen(LIUGEZHUANG).standing().isEmpty());
        service.extend(city, new CaseRequests.Extend(5, ExtensionApprover.ORGAN_HEAD, "情况复杂"), centres.chief(YANTAI));
        centres.post();
        List<String> papers = kinds(township, centres.clerk(LIUGEZHUANG));
        assertTrue(papers.toString(), papers.containsAll(List.of("suspension-notice", "extension-notice")));
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());
    }

    @Test
    public void norTheRightToAHearing() {
        acceptedAgain();
        service.hearing(city, HearingTest.RIGHT, centres.reviewer(YANTAI));
        centres.post();
        assertEquals(HearingState.NOTIFIED, seen(LIUGEZHUANG).hearing().state());
        assertNotNull("told above", seen(YANTAI).hearing().notifiedOn());
        centres.province.at("2026-12-01T09:00");
        centres.run(centres.timer);
        centres.post();
        assertEquals(HearingState.NOT_REQUESTED, seen(YANTAI).hearing().state());
    }

    @Test
    public void norAWithdrawal() {
        acceptedAgain();
        service.withdraw(township, WITHDRAW, centres.clerk(LIUGEZHUANG));
        centres.post();
        for (TenantId centre : List.of(LIUGEZHUANG, HAIYANG, YANTAI)) {
            assertEquals(CaseState.WITHDRAWN, seen(centre).state());
        }
    }

    @Test
    public void anotherQuestionIsToldInItsPlace() {
        sentUpAgain();
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        centres.post();
        assertEquals(2, seen(LIUGEZHUANG).corrections().size());
        assertEquals(List.of("correction-notice"), revoked());
        answer("m2");
        centres.post();
        assertEquals(CaseState.RECEIVED, seen(YANTAI).state());
        assertEquals(List.of("m1", "m2"), materials(YANTAI));
    }

    @Test
    public void anAnswerAfterTheSecondForwardReachesTheCitysFile() {
        acceptedAgain();
        answer("m2");
        centres.post();
        assertEquals(List.of("m1", "m2"), materials(YANTAI));
        assertEquals(CaseState.ACCEPTED, seen(YANTAI).state());
        assertEquals("已补 m2", seen(YANTAI).corrections().get(0).statement());
        assertEquals("已补 m2", seen(HAIYANG).corrections().get(0).statement());
        assertEquals(CaseState.FORWARDED, seen(HAIYANG).state());
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());
    }

    /** The first question came of a release that gave no names, and so its answer has none. */
    @Test
    public void anAnswerWithoutANameIsToTheQuestionWithoutOne() {
        toTheCity();
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        postWithout("question", ",\"question\":\"yantai/1\"");
        service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        ModuleTransactions.Sent second = transactions.messages().remove(0);
        answer("m2");
        ModuleTransactions.Sent nameless = transactions.messages().remove(0);
        centres.carry(second);
        centres.carry(
                nameless,
                centres.linked.payload(LIUGEZHUANG, nameless.message()).replaceFirst(",\"question\":\"[^\"]*\"", ""),
                centres.linked.attachments(LIUGEZHUANG, centres.linked.payload(LIUGEZHUANG, nameless.message())));
        assertEquals("已补 m2", seen(HAIYANG).corrections().get(0).statement());
        assertNull("still asked", seen(HAIYANG).corrections().get(1).answeredAt());
        assertEquals(CaseState.QUESTIONED, seen(HAIYANG).state());
    }

    @Test
    public void theAnswerToTheFirstQuestionIsNoneToTheSecond() {
        sentUpAgain();
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        answer("m2");
        centres.post();
        assertEquals("asked anew", CaseState.QUESTIONED, seen(LIUGEZHUANG).state());
        assertEquals(CaseState.QUESTIONED, seen(HAIYANG).state());
        assertEquals(CaseState.CORRECTING, seen(YANTAI).state());
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            assertEquals("已补 m2", seen(centre).corrections().get(0).statement());
            assertNull(seen(centre).corrections().get(1).answeredAt());
            assertEquals(List.of("m1", "m2"), materials(centre));
        }

        answer("m2");
        centres.post();
        assertEquals(CaseState.FORWARDED, seen(LIUGEZHUANG).state());
        assertEquals(CaseState.FORWARDED, seen(HAIYANG).state());
        assertEquals(CaseState.RECEIVED, seen(YANTAI).state());
        assertEquals("已补 m2", seen(YANTAI).corrections().get(1).statement());
        assertEquals(List.of("m1", "m2", "m2"), materials(YANTAI));
    }
}
