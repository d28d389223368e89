package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.api.ExaminationKind.REVIEW;
import static org.yichuang.cases.api.ExaminationKind.SITE_SURVEY;
import static org.yichuang.cases.api.ExaminationKind.SURVEY_ASSIGNMENT;
import static org.yichuang.cases.api.ExaminationKind.VERIFICATION;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.ExaminationView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Before an organ pre-reviews or decides it examines: one, a second who verifies, two who go and see. */
public class ExaminationTest extends DocumentsOfCases {
    private static final ExaminationRequest FIT =
            ExaminationRequest.of(REVIEW, Recommendation.GRANT, "材料属实，电话13812345678");
    private static final ExaminationRequest VERIFIED =
            ExaminationRequest.of(VERIFICATION, Recommendation.GRANT, "同意承办人意见");

    private static ExaminationRequest survey(ExaminationKind kind, String day, String... staff) {
        boolean isSeen = kind == SITE_SURVEY;
        return new ExaminationRequest(
                kind,
                null,
                isSeen ? "与申请材料一致" : null,
                List.of(staff),
                isSeen ? "海阳路1号" : null,
                day == null ? null : LocalDate.parse(day),
                Map.of());
    }

    private CallContext reviewer(String account, TenantId centre) {
        return centres.as(account, "reviewer", Set.of(), centre);
    }

    private CaseView examine(String number, ExaminationRequest request) {
        return service.examine(number, request, reviewer("examiner", HAIYANG));
    }

    private CaseView verify(String number, ExaminationRequest request) {
        return service.examine(number, request, reviewer("head", HAIYANG));
    }

    private static ProblemException refused(org.junit.function.ThrowingRunnable command) {
        return assertThrows(ProblemException.class, command);
    }

    private ProblemException undecided(String number) {
        return refused(() -> service.decide(number, GRANT, centres.chief(HAIYANG)));
    }

    private void assertOutstanding(String number, ExaminationKind... kinds) {
        assertEquals(List.of(kinds), centres.find(number, HAIYANG).toExamine());
    }

    @Test
    public void aDecisionWaitsForReviewVerificationAndSurvey() {
        String number = accepted(Items.EXAMINED, PERSON);
        assertOutstanding(number, SURVEY_ASSIGNMENT, SITE_SURVEY, REVIEW, VERIFICATION);
        ProblemException refusal = undecided(number);
        assertEquals(CaseError.EXAMINATION_OUTSTANDING, refusal.code());
        assertEquals(
                List.of("examination.SITE_SURVEY", "examination.REVIEW", "examination.VERIFICATION"),
                refusal.fields().stream().map(FieldProblem::field).toList());

        examine(number, FIT);
        assertOutstanding(number, SURVEY_ASSIGNMENT, SITE_SURVEY, VERIFICATION);
        verify(number, VERIFIED);
        examine(number, survey(SURVEY_ASSIGNMENT, "2026-09-16", "王勘", "赵察"));
        assertOutstanding(number, SITE_SURVEY);
        assertEquals(CaseError.EXAMINATION_OUTSTANDING, undecided(number).code());
        examine(number, survey(SITE_SURVEY, null));
        assertOutstanding(number);
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whereTheItemDemandsNothingNothingIsDemandedAndAllIsPossible() {
        String number = accepted(Items.SIMPLE, PERSON);
        assertOutstanding(number);
        examine(number, FIT);
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whoeverHasExaminedDoesNotVerifyWhateverTheCentreSays() {
        String number = accepted(Items.EXAMINED, PERSON);
        assertEquals(
                "nothing waits yet",
                CaseError.CASE_STATE,
                refused(() -> verify(number, VERIFIED)).code());
        examine(number, FIT);
        assertEquals(
                CaseError.DUTIES_SEPARATE,
                refused(() -> examine(number, VERIFIED)).code());
        assertEquals(
                "one at a time",
                CaseError.CASE_STATE,
                refused(() -> examine(number, FIT)).code());
        verify(number, VERIFIED);
    }

    @Test
    public void whatIsHandedBackIsExaminedAgainAndNothingIsChanged() {
        String number = accepted(Items.EXAMINED, PERSON);
        examine(number, FIT);
        verify(number, ExaminationRequest.of(VERIFICATION, Recommendation.RETURN, "未核对面积"));
        assertOutstanding(number, SURVEY_ASSIGNMENT, SITE_SURVEY, REVIEW, VERIFICATION);
        examine(number, ExaminationRequest.of(REVIEW, Recommendation.REFUSE, "面积不足"));
        CaseView view = verify(number, VERIFIED);

        assertEquals(List.of(1, 1, 2, 2), rounds(view));
        assertEquals("未核对面积", view.examinations().get(1).opinion());
        assertEquals("退回承办人", view.examinations().get(1).recommendationName());
        assertEquals("head", view.examinations().get(3).by());
        assertFalse(view.toExamine().contains(REVIEW));
    }

    private static List<Integer> rounds(CaseView view) {
        return view.examinations().stream().map(ExaminationView::round).toList();
    }

    @Test
    public void whatAStepHasToSayIsNamed() {
        String number = accepted(Items.EXAMINED, PERSON);
        assertFields(number, ExaminationRequest.of(REVIEW, null, " "), "recommendation", "opinion");
        assertFields(number, ExaminationRequest.of(REVIEW, Recommendation.RETURN, "看"), "recommendation");
        assertFields(
                number,
                new ExaminationRequest(SITE_SURVEY, null, null, List.of("王", "赵"), null, null, Map.of()),
                "opinion",
                "place");
    }

    private void assertFields(String number, ExaminationRequest request, String... fields) {
        ProblemException refusal = refused(() -> examine(number, request));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals(
                List.of(fields),
                refusal.fields().stream().map(FieldProblem::field).toList());
    }

    @Test
    public void twoOrMoreGoAndSee() {
        String number = accepted(Items.EXAMINED, PERSON);
        assertFields(number, survey(SURVEY_ASSIGNMENT, null, "王勘"), "staff");
        assertFields(number, survey(SURVEY_ASSIGNMENT, null, "王勘", " 王勘"), "staff");
        assertFields(number, survey(SITE_SURVEY, null), "staff");
        assertFields(number, survey(SITE_SURVEY, "2026-09-15", "王勘", "赵察"), "day");
        assertFields(number, survey(SITE_SURVEY, "2026-09-13", "王勘", "赵察"), "day");
        assertFields(number, survey(SURVEY_ASSIGNMENT, "2026-09-13", "王勘", "赵察"), "day");
        CaseView view = examine(number, survey(SITE_SURVEY, "2026-09-14", "王勘", "赵察", "李三"));
        assertEquals(List.of("王勘", "赵察", "李三"), view.examinations().get(0).staff());
    }

    @Test
    public void whoGoesIsSentWithinFiveWorkingDaysOfTheAcceptance() {
        String number = accepted(Items.EXAMINED, PERSON);
        assertEquals(
                LocalDate.of(2026, 9, 20),
                centres.deadline("survey", HAIYANG, number, HAIYANG).date());
        assertEquals(LocalDate.of(2026, 9, 20), centres.find(number, HAIYANG).due());
        centres.province.at("2026-09-18T10:00");
        examine(number, survey(SURVEY_ASSIGNMENT, null, "王勘", "赵察"));
        assertEquals("MET", centres.deadline("survey", HAIYANG, number, HAIYANG).state());

        centres.province.at("2026-09-14T10:00");
        String late = accepted(Items.EXAMINED, PERSON);
        centres.province.at("2026-09-21T10:00");
        assertEquals("red", centres.deadline("survey", HAIYANG, late, HAIYANG).light());
        examine(late, survey(SITE_SURVEY, null, "王勘", "赵察"));
        assertEquals(
                "MISSED", centres.deadline("survey", HAIYANG, late, HAIYANG).state());
    }

    @Test
    public void whatWasMissedStaysMissedWhateverDayIsSaidLater() {
        String number = accepted(Items.EXAMINED, PERSON);
        centres.province.at("2026-09-21T10:00");
        examine(number, survey(SITE_SURVEY, "2026-09-16", "王勘", "赵察"));
        assertEquals(
                "MISSED", centres.deadline("survey", HAIYANG, number, HAIYANG).state());

        centres.province.at("2026-09-14T10:00");
        String inTime = accepted(Items.EXAMINED, PERSON);
        centres.province.at("2026-09-18T10:00");
        examine(inTime, survey(SITE_SURVEY, "2026-09-16", "王勘", "赵察"));
        assertEquals("MET", centres.deadline("survey", HAIYANG, inTime, HAIYANG).state());
    }

    @Test
    public void whatWasSeenStandsInANoteThatIsSigned() {
        String number = accepted(Items.EXAMINED, PERSON);
        examine(number, survey(SURVEY_ASSIGNMENT, null, "王勘", "赵察"));
        examine(number, survey(SITE_SURVEY, null));
        assertEquals(List.of("receipt", "acceptance", "site-survey-record"), kinds(number, centres.clerk(HAIYANG)));
        assertTrue(said(), said().startsWith("现场勘验笔录\n"));
        assertSaid("海阳路1号");
        assertSaid("王勘、赵察");
        assertSaid("与申请材料一致");
        assertSaid("第三十四条第三款");
    }

    @Test
    public void theApplicantSeesTheStepsAndNoOpinion() {
        String number = accepted(Items.EXAMINED, PERSON);
        examine(number, FIT);
        assertTrue(centres.service.open(number, centres.clerk(HAIYANG)).steps().stream()
                .anyMatch(step -> step.zh().equals("审查（承办人审查）")));
        CallContext applicant = centres.as("clerk", "applicant", Set.of(), HAIYANG);
        CaseView view = service.find(number, applicant);
        assertEquals(List.of(), view.examinations());
        assertEquals(List.of(), view.toExamine());
    }

    @Test
    public void trailAndEventSayWhatWasDoneAndNoOpinion() {
        String number = accepted(Items.EXAMINED, PERSON);
        examine(number, FIT);
        var entry = centres.entries().get(centres.entries().size() - 1).entry();
        assertEquals("examine", entry.action());
        assertEquals("REVIEW", entry.details().get("examination"));
        assertEquals("GRANT", entry.details().get("recommendation"));
        assertFalse(entry.details().toString(), entry.details().toString().contains("属实"));
        assertEquals(
                "{\"kind\":\"REVIEW\",\"round\":1,\"recommendation\":\"GRANT\",\"department\":\"住建局\"}",
                entry.event().data());
        assertEquals(
                "a number of a person is masked for staff",
                "材料属实，电话138****5678",
                centres.find(number, HAIYANG).examinations().get(0).opinion());
    }

    @Test
    public void theCentreAboveSeesWhatWasExaminedBelowAndExaminesForItself() {
        String county = accepted(Items.LINKED_EXAMINED, PERSON);
        ProblemException refusal = refused(() -> service.preReview(county, AGREE, centres.reviewer(HAIYANG)));
        assertEquals(CaseError.EXAMINATION_OUTSTANDING, refusal.code());
        examine(county, FIT);
        verify(county, VERIFIED);
        examine(county, survey(SITE_SURVEY, null, "王勘", "赵察"));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);

        CaseView above = centres.find(city, YANTAI);
        assertEquals(
                List.of(REVIEW, VERIFICATION, SITE_SURVEY),
                above.examinations().stream().map(ExaminationView::kind).toList());
        assertEquals(HAIYANG.value(), above.examinations().get(0).centre());
        assertEquals("what has been seen has been seen", List.of(REVIEW, VERIFICATION), above.toExamine());
        assertTrue(service.deadlines(city, centres.clerk(YANTAI)).stream()
                .noneMatch(clock -> clock.kind().equals("survey")));
        assertEquals(
                CaseError.EXAMINATION_OUTSTANDING,
                refused(() -> service.decide(city, GRANT, centres.chief(YANTAI)))
                        .code());

        service.examine(city, FIT, reviewer("examiner", YANTAI));
        service.examine(city, VERIFIED, reviewer("head", YANTAI));
        service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals(CaseState.ISSUED, afterIssue(county, city).state());
    }

    @Test
    public void whoWasSentBelowIsNotSentAbove() {
        String county = accepted(Items.LINKED_EXAMINED, PERSON);
        examine(county, survey(SURVEY_ASSIGNMENT, null, "王勘", "赵察"));
        examine(county, survey(SITE_SURVEY, null));
        examine(county, FIT);
        verify(county, VERIFIED);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        ProblemException refusal =
                refused(() -> service.examine(city, survey(SITE_SURVEY, null), reviewer("examiner", YANTAI)));
        assertEquals("staff", refusal.fields().get(0).field());
    }

    private CaseView afterIssue(String county, String city) {
        CaseView granted = centres.find(county, HAIYANG);
        return granted.state() == CaseState.GRANTED
                ? service.issue(county, Centres.ISSUE, centres.clerk(HAIYANG))
                : granted;
    }

    @Test
    public void whatComesBackFromAboveIsExaminedAnew() {
        String county = accepted(Items.LINKED_EXAMINED, PERSON);
        examine(county, FIT);
        verify(county, VERIFIED);
        examine(county, survey(SITE_SURVEY, null, "王勘", "赵察"));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        service.notAccept(
                city,
                refusal(org.yichuang.cases.api.CaseRequests.NonAcceptance.NOT_NEEDED, null, "无"),
                centres.clerk(YANTAI));
        centres.post();
        assertEquals(CaseState.ACCEPTED, centres.find(county, HAIYANG).state());
        assertOutstanding(county, REVIEW, VERIFICATION);
        examine(county, FIT);
        verify(county, VERIFIED);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(
                "all of it is told",
                5,
                centres.find(city, YANTAI).examinations().size());
    }

    @Test
    public void whatIsAnsweredToAQuestionIsExaminedAnew() {
        String county = accepted(Items.LINKED_EXAMINED, PERSON);
        examine(county, FIT);
        verify(county, VERIFIED);
        examine(county, survey(SITE_SURVEY, null, "王勘", "赵察"));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        service.examine(city, FIT, reviewer("examiner", YANTAI));
        service.examine(city, VERIFIED, reviewer("head", YANTAI));
        service.notifyCorrection(city, Centres.ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        service.correct(county, new CaseRequests.Correct("已更正图纸", Map.of(), List.of()), centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(CaseState.ACCEPTED, centres.find(city, YANTAI).state());
        assertEquals(List.of(REVIEW, VERIFICATION), centres.find(city, YANTAI).toExamine());
    }

    @Test
    public void aSurveyBelowByOneAloneIsNone() {
        String county = accepted(Items.LINKED_EXAMINED, PERSON);
        examine(county, FIT);
        verify(county, VERIFIED);
        examine(county, survey(SITE_SURVEY, null, "王勘", "赵察"));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String payload = centres.linked.payload(letter.sender(), letter.message());
        centres.carry(letter, payload.replace("[\"王勘\",\"赵察\"]", "[\"王勘\"]"), List.of());
        String city = centres.numberAt(YANTAI, county);
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        assertTrue(centres.find(city, YANTAI).toExamine().contains(SITE_SURVEY));
    }

    @Test
    public void noSpecialProcedureLengthensTheDaysToSendSomebody() {
        String number = accepted(Items.EXAMINED, PERSON);
        service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.APPRAISAL, 30, "鉴定"), centres.reviewer(HAIYANG));
        assertEquals(
                LocalDate.of(2026, 9, 20),
                centres.deadline("survey", HAIYANG, number, HAIYANG).date());
    }
}
