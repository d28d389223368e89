package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

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
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** Who is concerned is told, asks in time, is heard in time, and the decision rests on the record (R1-25 to R1-28). */
public class HearingTest extends DocumentsOfCases {
    static final InterestedParty NEIGHBOUR = new InterestedParty("周邻", "13912345678", "采光");
    static final HearingWish WANTED = new HearingWish(true, null, "影响我的采光");
    static final HearingWish NOT_WANTED = new HearingWish(false, null, null);
    static final HearingRequest RIGHT = new HearingRequest(
            HearingStep.RIGHT_NOTIFIED, "拟建房屋影响相邻住户采光", List.of(NEIGHBOUR), null, null, null, null, null, null, null);
    static final HearingRequest RECORD = new HearingRequest(
            HearingStep.HELD, null, null, null, null, null, null, List.of("李明", "周邻"), "双方陈述如下", null);

    static HearingRequest session(String time, String presider) {
        return new HearingRequest(
                HearingStep.CONVENED,
                "公众利益重大",
                null,
                LocalDateTime.parse(time),
                "三楼听证室",
                presider,
                null,
                null,
                null,
                null);
    }

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

    private static ProblemException refused(ThrowingRunnable command) {
        return assertThrows(ProblemException.class, command);
    }

    private void assertUndecided(String number, String words) {
        ProblemException refusal = refused(() -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        assertEquals(CaseError.HEARING_OUTSTANDING, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains(words));
    }

    private void assertField(String field, ThrowingRunnable command) {
        ProblemException refusal = refused(command);
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals(
                List.of(field),
                refusal.fields().stream().map(FieldProblem::field).toList());
    }

    private HearingView hearing(String number) {
        return centres.find(number, HAIYANG).hearing();
    }

    private CaseState decided(String number) {
        return service.decide(number, GRANT, centres.chief(HAIYANG)).state();
    }

    @Test
    public void whoeverMayAskIsToldBeforeTheDecision() {
        String number = accepted(Items.HEARD, PERSON);
        assertUndecided(number, "应当告知");
        take(number, RIGHT);

        assertEquals(HearingState.NOTIFIED, hearing(number).state());
        assertEquals(
                "five working days, the 20th is worked",
                LocalDate.of(2026, 9, 20),
                hearing(number).requestUntil());
        assertTrue(kinds(number, centres.clerk(HAIYANG)).contains("hearing-right-notice"));
        assertSaid("影响相邻住户采光");
        assertSaid("2026年9月20日以前（含当日）");
        assertSaid("不承担听证的任何费用");
        assertFalse(centres.made.said(centres.made.issued() - 2).contains("周邻"));
        assertUndecided(number, "2026-09-20");
        assertField(
                "parties",
                () -> take(
                        accepted(Items.HEARD, PERSON),
                        new HearingRequest(
                                HearingStep.RIGHT_NOTIFIED,
                                "采光",
                                List.of(NEIGHBOUR, NEIGHBOUR),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
        assertField(
                "reason",
                () -> take(
                        accepted(Items.HEARD, PERSON),
                        new HearingRequest(
                                HearingStep.RIGHT_NOTIFIED, " ", null, null, null, null, null, null, null, null)));
    }

    @Test
    public void whenNobodyAsksInTimeTheDecisionIsMadeAndItIsTooLate() {
        String number = told();
        centres.province.at("2026-09-20T23:59");
        assertUndecided(number, "要求听证的期限");
        centres.province.at("2026-09-21T00:01");
        assertEquals(HearingState.NOT_REQUESTED, hearing(number).state());
        assertEquals(CaseError.CASE_STATE, refused(() -> wish(number, WANTED)).code());
        assertEquals(CaseState.GRANTED, decided(number));
    }

    @Test
    public void whenAllDeclareThatTheyAskForNoneNobodyWaits() {
        String number = told();
        wish(number, NOT_WANTED);
        assertUndecided(number, "要求听证的期限");
        assertField("party", () -> wish(number, new HearingWish(false, "某人", null)));
        wish(number, new HearingWish(false, "周邻", "无意见"));
        assertTrue(hearing(number).parties().get(0).declined());
        assertEquals(CaseState.GRANTED, decided(number));
        assertTrue(centres.find(number, HAIYANG).suspensions().isEmpty());
    }

    @Test
    public void theLimitsStandFromTheRequestToTheRecordAndTheDecisionCitesIt() {
        String number = told();
        centres.province.at("2026-09-16T10:00");
        CaseView asked = wish(number, new HearingWish(true, "周邻", "影响采光"));
        assertEquals(SpecialProcedure.HEARING, asked.standing().orElseThrow().procedure());
        assertNull(centres.deadline("decision", HAIYANG, number, HAIYANG).date());
        assertSaid("需要进行听证");
        assertEquals(
                "20 working days to hold it, which run",
                LocalDate.of(2026, 10, 20),
                centres.deadline("hearing", HAIYANG, number, HAIYANG).date());
        assertEquals(LocalDate.of(2026, 10, 20), asked.due());
        assertUndecided(number, "听证笔录");
        assertEquals(
                CaseError.CASE_STATE,
                refused(() -> service.resume(number, new CaseRequests.Resume(null), centres.reviewer(HAIYANG)))
                        .code());

        take(number, session("2026-09-28T09:30", "王主持"));
        assertSaid("2026年9月28日9时30分");
        assertSaid("王主持");
        assertSaid("听证公开举行");
        assertEquals(CaseError.CASE_STATE, refused(() -> take(number, RECORD)).code());
        centres.province.at("2026-09-28T11:30");
        CaseView heard = take(number, RECORD);
        assertTrue(heard.standing().isEmpty());
        assertEquals(LocalDate.of(2026, 9, 28), heard.suspensions().get(0).to());
        assertEquals(
                "MET", centres.deadline("hearing", HAIYANG, number, HAIYANG).state());
        assertSaid("双方陈述如下");
        String record = heard.hearing().recordNumber();
        assertFalse(record.isBlank());

        service.decide(number, REFUSE, centres.chief(HAIYANG));
        assertSaid("本决定根据听证笔录（" + record);
    }

    @Test
    public void timeAndPlaceAreToldSevenWorkingDaysBeforeAndItIsHeldWithinTwenty() {
        String number = told();
        wish(number, WANTED);
        assertField("time", () -> take(number, session("2026-09-21T09:00", "王主持")));
        assertField("time", () -> take(number, session("2026-11-22T09:00", "王主持")));
        take(number, session("2026-09-22T09:00", "王主持"));
        centres.province.policy(HAIYANG, "policy.cases.hearing.full-days", "true");
        assertField("time", () -> take(number, session("2026-09-22T10:00", "王主持")));
        take(number, session("2026-09-23T10:00", "王主持"));
    }

    @Test
    public void whoeverHasExaminedDoesNotPresideAndAChallengedPresiderIsReplaced() {
        String number = told();
        service.examine(
                number,
                ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "符合"),
                centres.as("张审查", "reviewer", Set.of(), HAIYANG));
        wish(number, WANTED);
        assertField("presider", () -> take(number, session("2026-09-25T09:00", "张审查")));
        take(number, session("2026-09-25T09:00", "王主持"));
        centres.province.at("2026-09-24T10:00");
        take(number, session("2026-09-25T09:00", "赵主持"));
        assertEquals("the time stays", "赵主持", hearing(number).presider());
    }

    @Test
    public void theRecordSaysTheDayOfTheHearingWheneverItIsWritten() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        centres.province.at("2026-09-29T10:00");
        CaseView heard = take(number, RECORD);
        assertEquals(LocalDate.of(2026, 9, 25), heard.hearing().heldOn());
        assertEquals(LocalDate.of(2026, 9, 25), heard.suspensions().get(0).to());
        assertSaid("2026年9月25日");
        assertNotSaid("2026年9月29日");
    }

    @Test
    public void whoeverHasAskedMayAskNoLongerAndTheOthersKeepTheirHearing() {
        String number = told();
        wish(number, WANTED);
        wish(number, new HearingWish(true, " 周邻 ", "采光"));
        take(number, session("2026-09-25T09:00", "王主持"));
        wish(number, NOT_WANTED);
        assertEquals(HearingState.CONVENED, hearing(number).state());
        CaseView nobody = wish(number, new HearingWish(false, "周邻", "已经和解"));
        assertEquals(HearingState.NOT_REQUESTED, nobody.hearing().state());
        assertTrue("the limits go on", nobody.standing().isEmpty());
        assertEquals(CaseState.GRANTED, decided(number));
    }

    @Test
    public void whoPresidesDoesNotExamineAfterwards() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        ProblemException refusal = refused(() -> service.examine(
                number,
                ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "符合"),
                centres.as("王 主持", "reviewer", Set.of(), HAIYANG)));
        assertEquals(CaseError.DUTIES_SEPARATE, refusal.code());
    }

    @Test
    public void anotherPlaceIsToldAsEarlyAsAnotherTime() {
        String number = told();
        wish(number, WANTED);
        take(number, session("2026-09-25T09:00", "王主持"));
        centres.province.at("2026-09-24T10:00");
        assertField(
                "time",
                () -> take(
                        number,
                        new HearingRequest(
                                HearingStep.CONVENED,
                                null,
                                null,
                                LocalDateTime.parse("2026-09-25T09:00"),
                                "城东礼堂",
                                "王主持",
                                null,
                                null,
                                null,
                                null)));
    }

    @Test
    public void whatTheItemDemandsIsHeldWithoutBeingAskedFor() {
        String number = accepted(Items.ALWAYS_HEARD, PERSON);
        assertUndecided(number, "应当举行听证");
        CaseView convened = take(number, session("2026-09-25T09:00", "王主持"));
        assertTrue(convened.standing().isPresent());
        assertSaid("公众利益重大");
        assertSaid("不计算在办理期限内");
        assertUndecided(number, "听证笔录");
        centres.province.at("2026-09-25T12:00");
        take(number, RECORD);
        assertEquals(CaseState.GRANTED, decided(number));
    }

    @Test
    public void anotherSpecialProcedureMayEndWhileTheHearingIsStillToBeHeld() {
        String number = told();
        service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.APPRAISAL, 5, "鉴定"), centres.reviewer(HAIYANG));
        int papers = kinds(number, centres.clerk(HAIYANG)).size();
        wish(number, WANTED);
        assertEquals(
                "told before", papers, kinds(number, centres.clerk(HAIYANG)).size());
        centres.province.at("2026-09-18T10:00");
        CaseView view = service.resume(number, new CaseRequests.Resume(null), centres.reviewer(HAIYANG));
        assertEquals(SpecialProcedure.HEARING, view.standing().orElseThrow().procedure());
        assertEquals(
                "is told now", papers + 1, kinds(number, centres.clerk(HAIYANG)).size());
        String event = centres.entries()
                .get(centres.entries().size() - 1)
                .entry()
                .event()
                .data();
        assertTrue(event, event.contains("\"procedure\":\"APPRAISAL\""));
    }

    @Test
    public void aWithdrawalEndsItAndNothingMoreIsAsked() {
        String number = told();
        wish(number, WANTED);
        CaseView view = service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        assertTrue(view.standing().isEmpty());
        assertEquals(
                "STOPPED", centres.deadline("hearing", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void theApplicantAsksOnlineAndSeesNobodyElse() {
        CallContext applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
        String number = service.submit(
                        centres.whole(
                                new CaseRequests.Submit(Items.HEARD, PERSON, Map.of(), List.of(), null), applicant),
                        applicant)
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        take(number, RIGHT);
        HearingView seen = service.find(number, applicant).hearing();
        assertEquals("周*", seen.parties().get(0).name());
        assertNull(seen.parties().get(0).contact());
        assertEquals("139****5678", hearing(number).parties().get(0).contact());
        assertField("party", () -> service.requestHearing(number, new HearingWish(true, "周邻", null), applicant));
        assertEquals(
                HearingState.REQUESTED,
                service.requestHearing(number, WANTED, applicant).hearing().state());
    }

    @Test
    public void theEventsCarryNoWordsAndNoNames() {
        String number = told();
        wish(number, WANTED);
        List<String> data = centres.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(event -> event.type().startsWith("hearing-"))
                .map(event -> event.data())
                .toList();
        assertEquals(
                List.of(
                        "{\"state\":\"NOTIFIED\",\"parties\":1,\"requestUntil\":\"2026-09-20\"}",
                        "{\"state\":\"REQUESTED\",\"parties\":1,\"requestedOn\":\"2026-09-14\"}"),
                data);
    }
}
