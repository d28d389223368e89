package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.api.ExaminationKind.REVIEW;
import static org.yichuang.cases.api.ExaminationKind.SITE_SURVEY;
import static org.yichuang.cases.api.ExaminationKind.SURVEY_ASSIGNMENT;
import static org.yichuang.cases.api.ExaminationKind.VERIFICATION;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.cases.internal.JointSamples.TOBACCO;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.AppointmentKind;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointRequests.Finding;
import org.yichuang.cases.api.JointView.AppointmentView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** The departments of a joint case go and see together, once instead of each by itself. */
public class AppointmentTest extends DocumentsOfCases {
    private static final LocalDateTime DAY = LocalDateTime.parse("2026-09-16T09:30");

    @Test
    public void allDepartmentsAreInvitedOnceAndTheApplicantIsToldInWriting() {
        String number = accepted();
        joint().giveOpinion(number, "b3", AGREE, of(TOBACCO));
        CaseView appointed = appoint(number, AppointmentKind.SURVEY, DAY);

        AppointmentView open = appointed.joint().toCome().orElseThrow();
        assertEquals("who has spoken is not invited", List.of(HOUSING, CIVIL), open.invited());
        assertSaid("联合踏勘通知单");
        assertSaid("2026年9月16日9时30分");
        assertSaid("参加部门：住建局、民政局");
        assertSaid("请提前准备：开门");
        assertEquals("appointed", last());
        appoint(number, AppointmentKind.SURVEY, DAY.plusDays(1));
        assertEquals("in place of the first", 2, view(number).appointments().size());
        assertEquals(DAY.plusDays(1), view(number).toCome().orElseThrow().time());
        assertEquals("已另行约定时间、地点", view(number).appointments().get(0).calledOff());
        assertEquals(List.of("joint-appointment"), revoked());
        assertRefused(
                CommonError.FIELDS_INVALID,
                () -> appoint(number, AppointmentKind.SURVEY, LocalDateTime.parse("2026-09-14T08:00")));
        assertRefused(CommonError.NOT_ALLOWED, () -> joint().appoint(
                        number, request(AppointmentKind.SURVEY, DAY), of(HOUSING)));
    }

    @Test
    public void whatADepartmentHasSeenThereIsItsSurvey() {
        String number = accepted();
        appoint(number, AppointmentKind.SURVEY, DAY);
        JointRequests.Record record = new JointRequests.Record(
                List.of(new Finding("b1", List.of("周勘", "吴勘"), "间距符合要求")), List.of("申请人"), "可以继续办理");
        assertRefused(CaseError.CASE_STATE, () -> record(number, record));
        centres.province.at("2026-09-17T10:00");
        assertEquals(
                List.of("findings[0].staff", "findings[1].branch"),
                fields(() -> record(
                        number,
                        new JointRequests.Record(
                                List.of(
                                        new Finding("b1", List.of("周勘"), "间距符合要求"),
                                        new Finding("b9", List.of("周勘"), "无")),
                                List.of(),
                                "可以"))));
        CaseView held = record(number, record);

        AppointmentView told = held.joint().appointments().get(0);
        assertEquals(List.of(CIVIL, TOBACCO), told.absent());
        assertTrue(told.held());
        assertSaid("联合踏勘记录");
        assertSaid("未到部门：民政局、烟草局");
        assertSaid("住建局（事项 examined；周勘、吴勘）：间距符合要求");
        assertEquals(LocalDate.of(2026, 9, 16), held.examinations().get(0).day());
        assertEquals(List.of(REVIEW, VERIFICATION), toExamine(held));
        assertEquals("appointment-held", last());
        assertRefused(CaseError.CASE_STATE, () -> record(number, record));
        CallContext applicant = centres.as("nobody", "supervision-officer", Set.of(), HAIYANG);
        assertEquals(1, service.find(number, applicant).joint().appointments().size());
    }

    @Test
    public void drawingsThatAreLookedAtTogetherAreNoSurvey() {
        String number = accepted();
        appoint(number, AppointmentKind.DRAWING_REVIEW, DAY);
        centres.province.at("2026-09-16T12:00");
        CaseView held = record(
                number,
                new JointRequests.Record(List.of(new Finding("b1", List.of("周勘"), "图纸齐全")), List.of(), "修改后再审"));
        assertSaid("联合审图记录");
        assertEquals(List.of(SURVEY_ASSIGNMENT, SITE_SURVEY, REVIEW, VERIFICATION), toExamine(held));
    }

    @Test
    public void whatIsCalledOffIsHeldByNobody() {
        String number = accepted();
        assertRefused(CaseError.CASE_STATE, () -> off(number));
        appoint(number, AppointmentKind.ACCEPTANCE, DAY);
        CaseView off = off(number);
        assertFalse(off.joint().toCome().isPresent());
        assertEquals("暴雨", off.joint().appointments().get(0).calledOff());
        assertEquals("appointment-off", last());
        assertSaid("联合验收取消通知单");
        assertSaid("取消原因：暴雨");
        assertEquals("what told of it is in force no longer", List.of("joint-appointment"), revoked());
    }

    @Test
    public void nothingIsToComeOfACaseThatHasEnded() {
        String number = accepted();
        appoint(number, AppointmentKind.SURVEY, DAY);
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertFalse(view(number).toCome().isPresent());
        assertEquals("办件已经终止或者办结", view(number).appointments().get(0).calledOff());
        assertTrue(revoked().contains("joint-appointment"));
        assertEquals("all who were invited are told", "appointment-off", last());
    }

    @Test
    public void whoeverIsToGoIsSentWhenTheDayIsSet() {
        String number = accepted();
        centres.province.at("2026-09-18T09:00");
        assertEquals(
                "RUNNING", centres.deadline("survey", HAIYANG, number, HAIYANG).state());
        appoint(number, AppointmentKind.DRAWING_REVIEW, LocalDateTime.parse("2026-09-24T09:30"));
        assertEquals(
                "RUNNING", centres.deadline("survey", HAIYANG, number, HAIYANG).state());
        appoint(number, AppointmentKind.SURVEY, LocalDateTime.parse("2026-09-24T09:30"));
        assertEquals("MET", centres.deadline("survey", HAIYANG, number, HAIYANG).state());
        assertEquals(
                List.of(SURVEY_ASSIGNMENT, SITE_SURVEY, REVIEW, VERIFICATION),
                toExamine(centres.find(number, HAIYANG)));
    }

    @Test
    public void anAppointmentThatIsOffOrTooLateSendsNobody() {
        String number = accepted();
        appoint(number, AppointmentKind.SURVEY, LocalDateTime.parse("2026-11-16T09:30"));
        assertEquals("after its last day", "RUNNING", survey(number));
        appoint(number, AppointmentKind.SURVEY, DAY);
        assertEquals("MET", survey(number));
        off(number);
        assertEquals("RUNNING", survey(number));
        appoint(number, AppointmentKind.SURVEY, DAY);
        appoint(number, AppointmentKind.SURVEY, LocalDateTime.parse("2026-11-16T09:30"));
        assertEquals("put off until it is too late", "RUNNING", survey(number));
        centres.province.at("2026-10-20T09:00");
        assertEquals("late as of its first start", "MISSED", survey(number));
    }

    @Test
    public void whoHasNotComeIsStillToBeSent() {
        String number = accepted();
        appoint(number, AppointmentKind.SURVEY, DAY);
        centres.province.at("2026-09-16T12:00");
        record(number, new JointRequests.Record(List.of(new Finding("b3", List.of("周勘", "吴勘"), "无")), List.of(), "缺席"));
        assertEquals("RUNNING", survey(number));
    }

    private String survey(String number) {
        return centres.deadline("survey", HAIYANG, number, HAIYANG).state();
    }

    private static List<String> revoked() {
        return transactions.texts("SELECT KIND FROM DOCUMENTS_DOCUMENT WHERE REVOKED_MICROS IS NOT NULL");
    }

    private CaseView off(String number) {
        return joint().callOff(number, new JointRequests.CallOff("暴雨"), centres.reviewer(HAIYANG));
    }

    private CaseView record(String number, JointRequests.Record record) {
        return joint().record(number, record, centres.reviewer(HAIYANG));
    }

    private CaseView appoint(String number, AppointmentKind kind, LocalDateTime time) {
        return joint().appoint(number, request(kind, time), centres.reviewer(HAIYANG));
    }

    private static JointRequests.Appoint request(AppointmentKind kind, LocalDateTime time) {
        return new JointRequests.Appoint(kind, time, "海阳路1号", "开门");
    }

    private org.yichuang.cases.api.JointView view(String number) {
        return centres.find(number, HAIYANG).joint();
    }

    private static List<ExaminationKind> toExamine(CaseView view) {
        return view.branches().get(0).toExamine();
    }

    private DefaultJointCases joint() {
        return centres.cases.joint();
    }

    private String accepted() {
        String number = service.submit(JointSamples.application(JointSamples.PLANT, Map.of()), centres.clerk(HAIYANG))
                .number();
        CaseRequests.MaterialPromise promise = new CaseRequests.MaterialPromise("m3", PromiseKind.DEFERRAL, null);
        service.accept(number, new CaseRequests.Accept(null, List.of(promise), null), centres.clerk(HAIYANG));
        return number;
    }

    private CallContext of(String department) {
        return centres.as("staff", "reviewer", Set.of(department), HAIYANG);
    }

    private String last() {
        return centres.entries()
                .get(centres.entries().size() - 1)
                .entry()
                .event()
                .type();
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }

    private static List<String> fields(Runnable act) {
        return assertThrows(ProblemException.class, act::run).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
