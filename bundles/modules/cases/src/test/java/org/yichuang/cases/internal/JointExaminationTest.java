package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.api.ExaminationKind.REVIEW;
import static org.yichuang.cases.api.ExaminationKind.SITE_SURVEY;
import static org.yichuang.cases.api.ExaminationKind.SURVEY_ASSIGNMENT;
import static org.yichuang.cases.api.ExaminationKind.VERIFICATION;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.HearingTest.NOT_WANTED;
import static org.yichuang.cases.internal.HearingTest.RECORD;
import static org.yichuang.cases.internal.HearingTest.RIGHT;
import static org.yichuang.cases.internal.HearingTest.WANTED;
import static org.yichuang.cases.internal.HearingTest.session;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.cases.internal.JointSamples.TOBACCO;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** Each department of a joint case examines, sees and stands for itself; who is concerned is heard once for all. */
public class JointExaminationTest extends DocumentsOfCases {
    private static final CaseRequests.Suspend APPRAISAL =
            new CaseRequests.Suspend(SpecialProcedure.APPRAISAL, 5, "结构鉴定");
    private static final CaseRequests.Accept PROMISED = new CaseRequests.Accept(
            null, List.of(new CaseRequests.MaterialPromise("m3", PromiseKind.DEFERRAL, null)), null);
    private static final CaseRequests.Resume OVER = new CaseRequests.Resume(null);

    @Test
    public void aDepartmentExaminesAndSeesBeforeItSaysWhatItThinks() {
        String number = accepted();
        assertEquals(
                List.of(SURVEY_ASSIGNMENT, SITE_SURVEY, REVIEW, VERIFICATION),
                branch(number, "b1").toExamine());
        assertEquals(List.of(), branch(number, "b3").toExamine());
        service.examine(number, weighed(REVIEW), centres.as("lead", "reviewer", Set.of(), HAIYANG));
        assertEquals(
                List.of("examination.SITE_SURVEY", "examination.REVIEW", "examination.VERIFICATION"),
                outstanding(number));

        joint().examine(number, "b1", seen(SURVEY_ASSIGNMENT, "周勘", "吴勘"), of("a", HOUSING));
        CaseView surveyed = joint().examine(number, "b1", seen(SITE_SURVEY), of("a", HOUSING));
        assertSaid("周勘、吴勘");
        assertSaid("海阳市住建局\n");
        assertSaid("审查事项：事项 examined");
        assertEquals("b1", surveyed.examinations().get(2).branch());
        assertEquals(HOUSING, surveyed.examinations().get(2).department());
        joint().examine(number, "b1", weighed(REVIEW), of("a", HOUSING));
        assertRefused(CaseError.DUTIES_SEPARATE, () -> joint().examine(
                        number, "b1", weighed(VERIFICATION), of("a", HOUSING)));
        assertEquals(List.of("examination.VERIFICATION"), outstanding(number));
        joint().examine(number, "b1", weighed(VERIFICATION), of("b", HOUSING));

        CaseView said = joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING));
        assertEquals("AGREED", said.branches().get(0).state());
        assertRefused(CaseError.CASE_STATE, () -> joint().examine(number, "b1", weighed(REVIEW), of("a", HOUSING)));
        assertTrue(
                "the event names the branch",
                centres.entries().stream()
                        .anyMatch(entry -> entry.entry().event().data().contains("\"branch\":\"b1\"")
                                && entry.entry().event().type().equals("surveyed")));
    }

    @Test
    public void nobodyExaminesForAnotherDepartment() {
        String number = accepted();
        assertRefused(CommonError.NOT_ALLOWED, () -> joint().examine(number, "b1", weighed(REVIEW), of("a", CIVIL)));
        assertRefused(CommonError.NOT_ALLOWED, () -> joint().suspend(number, "b1", APPRAISAL, of("a", CIVIL)));
        assertRefused(CaseError.BRANCH_UNKNOWN, () -> joint().examine(number, "b9", weighed(REVIEW), of("a", CIVIL)));
    }

    @Test
    public void oneHearingIsHeldForAllAndTheDepartmentThatDemandsItWaitsForItsRecord() {
        String number = accepted();
        supply(number);
        assertRefused(CaseError.HEARING_OUTSTANDING, () -> joint().giveOpinion(number, "b2", AGREE, of("a", CIVIL)));
        joint().giveOpinion(number, "b3", AGREE, of("a", TOBACCO));
        service.hearing(number, RIGHT, centres.reviewer(HAIYANG));
        service.requestHearing(number, WANTED, centres.clerk(HAIYANG));
        service.hearing(number, session("2026-09-25T09:00", "王主持"), centres.reviewer(HAIYANG));
        assertRefused(CaseError.HEARING_OUTSTANDING, () -> joint().giveOpinion(number, "b2", AGREE, of("a", CIVIL)));
        centres.province.at("2026-09-25T12:00");
        service.hearing(number, RECORD, centres.reviewer(HAIYANG));
        joint().giveOpinion(number, "b2", AGREE, of("a", CIVIL));
        examined(number);
        joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING));

        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
        assertSaid("听证笔录");
    }

    @Test
    public void whatOneDepartmentNeedsStopsItsClockAndTheDecisionAndNobodyElse() {
        String number = accepted();
        LocalDate other = branch(number, "b3").due();
        LocalDate law = due(number, "decision");
        CaseView stands = joint().suspend(number, "b1", APPRAISAL, of("a", HOUSING));
        assertSaid("该程序由住建局审查“事项 examined”时进行，其他部门的审查不因此停止");
        assertNull(branch(stands, "b1").due());
        assertNull(due(number, "decision"));
        assertEquals(other, branch(stands, "b3").due());
        assertEquals(HOUSING, stands.standing().orElseThrow().department());
        assertEquals("branch-suspended", last());
        assertRefused(CaseError.CASE_STATE, () -> joint().suspend(number, "b1", APPRAISAL, of("a", HOUSING)));
        assertRefused(
                CaseError.CASE_STATE,
                () -> service.extend(
                        number,
                        new CaseRequests.Extend(5, ExtensionApprover.GOVERNMENT_HEAD, "复杂"),
                        centres.chief(HAIYANG)));
        assertRefused(CaseError.CASE_STATE, () -> service.resume(number, OVER, centres.reviewer(HAIYANG)));

        centres.province.at("2026-09-17T09:00");
        CaseView goesOn = joint().resume(number, "b1", OVER, of("a", HOUSING));
        assertEquals(LocalDate.of(2026, 9, 17), goesOn.suspensions().get(0).to());
        assertEquals("three working days more", law.plusDays(5), due(number, "decision"));
        assertEquals(other, branch(goesOn, "b3").due());
        assertTrue(goesOn.standing().isEmpty());
        assertRefused(CaseError.CASE_STATE, () -> joint().resume(number, "b1", OVER, of("a", HOUSING)));
    }

    @Test
    public void whatStandsForTwoStandsUntilBothAreOver() {
        String number = accepted();
        joint().suspend(number, "b1", APPRAISAL, of("a", HOUSING));
        centres.province.at("2026-09-15T09:00");
        joint().suspend(number, "b3", APPRAISAL, of("a", TOBACCO));
        service.hearing(number, RIGHT, centres.reviewer(HAIYANG));
        service.requestHearing(number, WANTED, centres.clerk(HAIYANG));
        assertNull("for the hearing", branch(number, "b2").due());
        centres.province.at("2026-09-16T09:00");
        joint().resume(number, "b1", OVER, of("a", HOUSING));
        assertNull("still for the hearing", branch(number, "b1").due());
        centres.province.at("2026-09-17T09:00");
        service.requestHearing(number, NOT_WANTED, centres.clerk(HAIYANG));
        service.requestHearing(number, new HearingWish(false, "周邻", null), centres.clerk(HAIYANG));
        assertNotNull(branch(number, "b1").due());
        assertNull("still for the other department", due(number, "decision"));
        assertNull(branch(number, "b3").due());
        centres.province.at("2026-09-18T09:00");
        joint().giveOpinion(number, "b3", AGREE, of("a", TOBACCO));
        assertNotNull("with its opinion its procedure is over", due(number, "decision"));
        assertEquals(
                "from the day of the first to that of the last",
                List.of("2026-09-14 2026-09-16", "2026-09-15 2026-09-17", "2026-09-15 2026-09-18"),
                centres.find(number, HAIYANG).suspensions().stream()
                        .map(each -> each.from() + " " + each.to())
                        .sorted()
                        .toList());
    }

    @Test
    public void whatComesLaterIsSeenByTheDepartmentThatAsksForIt() {
        String number = accepted();
        examined(number);
        joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING));
        joint().giveOpinion(number, "b3", AGREE, of("a", TOBACCO));
        centres.province.at("2026-09-17T09:00");
        CaseView supplied = supply(number);

        assertEquals("OPEN", branch(supplied, "b1").state());
        assertEquals(
                "which does not ask for it", "AGREED", branch(supplied, "b3").state());
        assertEquals(LocalDate.of(2026, 9, 17), branch(supplied, "b1").start());
        assertEquals(
                "the whole promise is its end",
                LocalDate.of(2026, 10, 10),
                branch(supplied, "b1").due());
        assertEquals(List.of(REVIEW, VERIFICATION), branch(supplied, "b1").toExamine());
        assertEquals(
                List.of("b1"),
                joint().branches("", PageRequest.of(9, null), of("a", HOUSING)).items().stream()
                        .map(BranchSummary::branch)
                        .toList());
        joint().examine(number, "b1", weighed(REVIEW), of("a", HOUSING));
        joint().examine(number, "b1", weighed(VERIFICATION), of("b", HOUSING));
        CaseView said = joint().giveOpinion(number, "b1", JointSamples.REFUSE, of("a", HOUSING));
        assertEquals("REFUSED", branch(said, "b1").state());
        assertEquals(2, branch(said, "b1").opinions().size());
    }

    @Test
    public void whoWasLateOnceIsRemindedOfTheSecondTimeAndStaysLate() {
        String number = accepted();
        examined(number);
        centres.province.at("2026-10-12T09:00");
        centres.run(centres.timer);
        assertEquals(1, noted("b1"));
        joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING));
        supply(number);
        assertEquals("branch-reopened", last());
        assertTrue("what it has missed stays missed", branch(number, "b1").late());
        centres.province.at("2026-10-14T09:00");
        centres.run(centres.timer);
        assertEquals("and its second time is noted as well", 2, noted("b1"));
    }

    @Test
    public void alsoALatenessThatNobodyHasNotedStays() {
        String number = accepted();
        examined(number);
        centres.province.at("2026-10-12T09:00");
        joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING));
        assertTrue(branch(number, "b1").late());
        supply(number);
        assertTrue(branch(number, "b1").late());
    }

    private long noted(String branch) {
        return centres.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(event ->
                        event.type().equals("branch-overdue") && event.data().contains("\"branch\":\"" + branch + "\""))
                .count();
    }

    @Test
    public void whatOneDepartmentHasExaminedStandsWhenSomethingComesForAnother() {
        String number = accepted(JointSamples.MALL);
        examined(number);
        centres.province.at("2026-09-15T09:00");
        CaseView supplied = supply(number);
        assertEquals(List.of(), branch(supplied, "b1").toExamine());
        assertEquals(
                "AGREED",
                branch(joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING)), "b1")
                        .state());
    }

    @Test
    public void whatComesForItBeforeItHasSpokenIsExaminedAnew() {
        String number = accepted();
        examined(number);
        centres.province.at("2026-09-15T09:00");
        LocalDate due = branch(number, "b1").due();
        CaseView supplied = supply(number);
        assertEquals(List.of(REVIEW, VERIFICATION), branch(supplied, "b1").toExamine());
        assertEquals("it has no day more", due, branch(supplied, "b1").due());
        assertEquals("supplied", last());
    }

    @Test
    public void aWithdrawalEndsWhatADepartmentNeeds() {
        String number = accepted();
        joint().suspend(number, "b1", APPRAISAL, of("a", HOUSING));
        CaseView gone = service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertTrue(gone.standing().isEmpty());
        assertEquals("STOPPED", branch(gone, "b1").state());
    }

    private DefaultJointCases joint() {
        return centres.cases.joint();
    }

    private String accepted() {
        return accepted(JointSamples.PLANT);
    }

    private String accepted(String bundle) {
        String number = service.submit(JointSamples.application(bundle, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, PROMISED, centres.clerk(HAIYANG));
        return number;
    }

    private CaseView supply(String number) {
        return service.supply(
                number,
                new CaseRequests.Supply(List.of(new CaseRequests.MaterialGiven("m3", null, null, true))),
                centres.clerk(HAIYANG));
    }

    private void examined(String number) {
        joint().examine(number, "b1", seen(SITE_SURVEY, "周勘", "吴勘"), of("a", HOUSING));
        joint().examine(number, "b1", weighed(REVIEW), of("a", HOUSING));
        joint().examine(number, "b1", weighed(VERIFICATION), of("b", HOUSING));
    }

    private BranchView branch(String number, String id) {
        return branch(centres.find(number, HAIYANG), id);
    }

    private static BranchView branch(CaseView view, String id) {
        return view.branches().stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate due(String number, String kind) {
        return centres.deadline(kind, HAIYANG, number, HAIYANG).date();
    }

    private List<String> outstanding(String number) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> joint().giveOpinion(number, "b1", AGREE, of("a", HOUSING)));
        assertEquals(CaseError.EXAMINATION_OUTSTANDING, refusal.code());
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }

    private CallContext of(String account, String department) {
        return centres.as(account, "reviewer", Set.of(department), HAIYANG);
    }

    private String last() {
        return centres.entries()
                .get(centres.entries().size() - 1)
                .entry()
                .event()
                .type();
    }

    private static ExaminationRequest weighed(ExaminationKind kind) {
        return ExaminationRequest.of(kind, Recommendation.GRANT, "符合条件");
    }

    private static ExaminationRequest seen(ExaminationKind kind, String... staff) {
        boolean isSeen = kind == SITE_SURVEY;
        return new ExaminationRequest(
                kind, null, isSeen ? "与图纸一致" : null, List.of(staff), isSeen ? "海阳路1号" : null, null, Map.of());
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }
}
