package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.HearingTest.NOT_WANTED;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.HearingWishView;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** Everybody who is concerned has their say, and what was said stays; who presides has no say in the case. */
public class HearingRightsTest extends DocumentsOfCases {
    static final HearingRequest OFF =
            new HearingRequest(HearingStep.CALLED_OFF, "误通知", null, null, null, null, null, null, null, null);

    private CaseView take(String number, HearingRequest request) {
        return service.hearing(number, request, centres.reviewer(HAIYANG));
    }

    private CaseView wish(String number, HearingWish wish) {
        return service.requestHearing(number, wish, centres.clerk(HAIYANG));
    }

    private String told() {
        String number = accepted(Items.HEARD, PERSON);
        take(number, RIGHT);
        return number;
    }

    private HearingView hearing(String number) {
        return centres.find(number, HAIYANG).hearing();
    }

    private static void assertRefused(CaseError code, ThrowingRunnable command) {
        assertEquals(code, assertThrows(ProblemException.class, command).code());
    }

    @Test
    public void whatHasBeenHeardIsNotUnasked() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        centres.province.at("2026-09-26T10:00");
        assertRefused(CaseError.CASE_STATE, () -> wish(number, NOT_WANTED));
        assertEquals(HearingState.HELD, take(number, RECORD).hearing().state());
    }

    @Test
    public void whatTheOrganConvenesByItselfNobodyCancels() {
        String number = told();
        take(number, session("2026-09-25T09:00", "王主持"));
        wish(number, WANTED);
        wish(number, NOT_WANTED);
        assertEquals(HearingState.CONVENED, hearing(number).state());
        assertTrue(centres.find(number, HAIYANG).standing().isPresent());
    }

    @Test
    public void whoAsksLaterIsSeenAndWhatIsDeclaredIsKept() {
        String number = told();
        wish(number, WANTED);
        wish(number, new HearingWish(true, "周邻", "采光"));
        wish(number, new HearingWish(false, "周邻", "已经和解"));
        HearingView view = hearing(number);
        assertEquals(
                List.of("", "周邻"),
                view.requests().stream().map(HearingWishView::by).toList());
        assertEquals(LocalDate.of(2026, 9, 14), view.requests().get(1).until());
        assertNull(view.requests().get(0).until());
        assertEquals("已经和解", view.declarations().get(0).statement());
        CallContext applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
        String own = service.submit(
                        centres.whole(
                                new CaseRequests.Submit(Items.HEARD, PERSON, Map.of(), List.of(), null), applicant),
                        applicant)
                .number();
        service.accept(own, ACCEPT, centres.clerk(HAIYANG));
        take(own, RIGHT);
        wish(own, new HearingWish(true, "周邻", "采光"));
        HearingView seen = service.find(own, applicant).hearing();
        assertNull("theirs", seen.requests().get(0).statement());
        assertTrue("the applicant may still join", seen.requestable());
    }

    @Test
    public void whatIsOffIsToldAndItsNoticeIsInForceNoMore() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        CaseView off = wish(number, NOT_WANTED);
        assertEquals(HearingState.NOTIFIED, off.hearing().state());
        assertTrue(off.standing().isEmpty());
        assertTrue(kinds(number, centres.clerk(HAIYANG)).contains("hearing-cancellation"));
        assertTrue(told(number).contains("周邻"));
        assertSaid("要求听证的人不再要求听证");
        assertSaid("恢复计算");
        assertEquals(List.of("hearing-notice", "hearing-party-notice"), revoked());
    }

    private static List<String> revoked() {
        return transactions.texts("SELECT KIND FROM DOCUMENTS_DOCUMENT WHERE REVOKED_MICROS IS NOT NULL").stream()
                .filter(kind -> kind.startsWith("hearing-"))
                .sorted()
                .toList();
    }

    @Test
    public void whereACaseEndsNobodyIsSummonedAnyLonger() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        assertEquals(List.of(), revoked());
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(List.of("hearing-notice", "hearing-party-notice"), revoked());
        assertTrue(told(number).contains("不再举行听证"));
        assertSaid("已经通知的听证不再举行");
    }

    /** What is written to others who were summoned to a hearing that is off. */
    private String told(String number) {
        return centres.made.last("hearing-party-cancellation");
    }

    @Test
    public void theOrganCallsOffWhatNobodyHasAskedForAndNothingDemands() {
        String number = accepted(Items.SIMPLE, PERSON);
        take(number, session("2026-09-25T09:00", "王主持"));
        CaseView off = take(number, OFF);
        assertNull(off.hearing());
        assertTrue(off.standing().isEmpty());
        assertSaid("误通知");
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());

        String demanded = accepted(Items.ALWAYS_HEARD, PERSON);
        take(demanded, session("2026-09-25T09:00", "王主持"));
        assertRefused(CaseError.CASE_STATE, () -> take(demanded, OFF));
        String asked = told();
        wish(asked, WANTED);
        take(asked, session("2026-09-25T09:00", "王主持"));
        assertRefused(CaseError.CASE_STATE, () -> take(asked, OFF));
    }

    @Test
    public void nobodyPresidesAfterwardsOverWhatAnotherHasHeard() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        centres.province.at("2026-09-29T10:00");
        assertRefused(CaseError.CASE_STATE, () -> take(number, session("2026-09-25T09:00", "赵主持")));
    }

    @Test
    public void whoeverReplacesAPresiderNeedNotSayAgainWhatWasTold() {
        String number = told();
        wish(number, WANTED);
        take(
                number,
                new HearingRequest(
                        HearingStep.CONVENED,
                        null,
                        null,
                        LocalDateTime.parse("2026-09-25T09:00"),
                        "三楼听证室",
                        "王主持",
                        "涉及商业秘密",
                        null,
                        null,
                        null));
        centres.province.at("2026-09-24T10:00");
        take(number, new HearingRequest(HearingStep.CONVENED, "申请回避", null, null, null, "赵主持", null, null, null, null));
        assertEquals("赵主持", hearing(number).presider());
        assertEquals("涉及商业秘密", hearing(number).closedReason());
        assertEquals("三楼听证室", hearing(number).place());
    }

    @Test
    public void whoPresidesIsKnownByTheirAccountUnderAnyName() {
        String number = told();
        service.examine(
                number,
                ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "符合"),
                centres.as("zhang", "reviewer", Set.of(), HAIYANG));
        wish(number, WANTED);
        assertThrows(ProblemException.class, () -> take(number, presidedBy("张某", "zhang")));
        take(number, presidedBy("王主持", "wang"));
        assertRefused(
                CaseError.DUTIES_SEPARATE,
                () -> service.examine(
                        number,
                        ExaminationRequest.of(ExaminationKind.VERIFICATION, Recommendation.GRANT, "符合"),
                        centres.as("wang", "reviewer", Set.of(), HAIYANG)));
    }

    private static HearingRequest presidedBy(String name, String account) {
        return new HearingRequest(
                HearingStep.CONVENED,
                null,
                null,
                LocalDateTime.parse("2026-09-25T09:00"),
                "三楼听证室",
                name,
                account,
                null,
                null,
                null,
                null);
    }

    @Test
    public void whoHasPresidedGivesNoPreReviewAfterwards() {
        String number = centres.submit(Items.TREES, "to-government", HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(number, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, number);
        service.hearing(city, session("2026-09-25T09:00", "王主持"), presider());
        centres.post();
        centres.province.at("2026-09-25T12:00");
        service.hearing(city, RECORD, presider());
        assertRefused(CaseError.DUTIES_SEPARATE, () -> service.preReview(city, AGREE, presider()));
    }

    private CallContext presider() {
        return centres.as("王主持", "reviewer", Set.of(), YANTAI);
    }

    @Test
    public void theNoticeOfStandingOnSaysWhyAndHowLong() {
        String number = accepted(Items.ALWAYS_HEARD, PERSON);
        service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.APPRAISAL, 5, "鉴定"), centres.reviewer(HAIYANG));
        take(number, session("2026-09-25T09:00", "王主持"));
        centres.province.at("2026-09-18T10:00");
        service.resume(number, new CaseRequests.Resume(null), centres.reviewer(HAIYANG));
        assertSaid("本机关依法举行听证");
        assertNotSaid("要求听证");
    }

    @Test
    public void aHearingInTimeMakesNoCaseLateHoweverLateItsRecordIsWritten() {
        String number = told();
        centres.province.at("2026-09-16T10:00");
        wish(number, WANTED);
        take(number, session("2026-10-20T09:30", "王主持"));
        centres.province.at("2026-10-21T10:00");
        service.examine(
                number,
                ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "符合"),
                centres.reviewer(HAIYANG));
        take(number, RECORD);
        assertEquals(
                "MET", centres.deadline("hearing", HAIYANG, number, HAIYANG).state());
        assertEquals(
                List.of("0"),
                transactions.texts("SELECT LATE FROM CASES_CASE WHERE CASE_NUMBER='" + number + "'").stream()
                        .map(late -> late.replace("false", "0"))
                        .toList());
    }

    @Test
    public void theOthersAreToldInPapersOfTheirOwnThatTheApplicantDoesNotRead() {
        CallContext applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
        String number = service.submit(
                        centres.whole(
                                new CaseRequests.Submit(Items.HEARD, PERSON, Map.of(), List.of(), null), applicant),
                        applicant)
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        take(number, RIGHT);
        assertSaid("周邻：李明");
        assertSaid("直接关系您的重大利益");
        assertTrue(kinds(number, centres.clerk(HAIYANG)).contains("hearing-party-right-notice"));
        assertFalse(kinds(number, applicant).contains("hearing-party-right-notice"));
        String paper = documents.list(number, centres.clerk(HAIYANG)).stream()
                .filter(each -> each.kind().equals("hearing-party-right-notice"))
                .findFirst()
                .orElseThrow()
                .id();
        assertEquals("document-unknown", refusalOf(number, paper, applicant));
        wish(number, new HearingWish(true, "周邻", "采光"));
        take(number, session("2026-09-25T09:00", "王主持"));
        assertSaid("周邻：李明");
        assertSaid("2026年9月25日9时00分");
    }
}
