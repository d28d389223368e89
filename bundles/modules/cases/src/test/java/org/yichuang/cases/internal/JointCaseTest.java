package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.cases.internal.JointSamples.POWER;
import static org.yichuang.cases.internal.JointSamples.REFUSE;
import static org.yichuang.cases.internal.JointSamples.TOBACCO;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** Several departments of one centre beside each other (R1-22). */
public class JointCaseTest {
    private static ModuleTransactions transactions;

    private Centres centres;
    private DefaultCaseService service;
    private DefaultJointCases joint;

    @BeforeClass
    public static void createDatabase() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void dropDatabase() {
        transactions.close();
    }

    @Before
    public void openCentres() {
        transactions.clear();
        centres = new Centres(transactions);
        service = centres.service;
        joint = centres.cases.joint();
    }

    @Test
    public void oneApplicationIsExaminedByTheDepartmentsThatItNeeds() {
        CaseView taken = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG));

        assertEquals(List.of("b1 WAITING", "b2 WAITING", "b4 WAITING"), states(taken));
        assertEquals(HOUSING, taken.branches().get(0).department());
        assertEquals("审批局", taken.joint().lead());
        CaseView accepted = service.accept(taken.number(), Centres.ACCEPT, centres.clerk(HAIYANG));
        assertEquals(List.of("b1 OPEN", "b2 OPEN", "b4 OPEN"), states(accepted));
        assertEquals(
                "each by its own limit, and all within the total",
                List.of(day(9, 28), day(9, 17), day(9, 16)),
                accepted.branches().stream().map(BranchView::due).toList());
        assertEquals("one receipt, one acceptance", 1, count("acceptance", accepted.number()));
        assertEquals(
                day(10, 10),
                centres.deadline("promise", HAIYANG, taken.number(), HAIYANG).date());
        assertTrue(centres.deadline("decision", HAIYANG, taken.number(), HAIYANG)
                .explanation()
                .contains("四十五日"));
        assertEquals(
                List.of("联办部门时限：事项 simple（住建局）", "联办部门时限：事项 service（民政局）", "联办部门时限：用电容量意见（供电公司）"),
                service.deadlines(taken.number(), centres.clerk(HAIYANG)).stream()
                        .filter(clock -> clock.kind().equals("branch"))
                        .map(clock -> clock.kindName())
                        .toList());
    }

    @Test
    public void eachDepartmentSpeaksForItselfAlone() {
        String number = accepted(Map.of());

        assertEquals(
                List.of("b1 AGREED", "b2 OPEN", "b4 OPEN"),
                states(joint.giveOpinion(number, "b1", AGREE, of(HOUSING))));
        refused(CommonError.NOT_ALLOWED, () -> joint.giveOpinion(number, "b1", AGREE, of(CIVIL)));
        refused(CaseError.CASE_UNKNOWN, () -> joint.giveOpinion(number, "b1", AGREE, of(TOBACCO)));
        refused(CaseError.BRANCH_UNKNOWN, () -> joint.giveOpinion(number, "b3", AGREE, of(TOBACCO, HOUSING)));
        refused(CaseError.CASE_STATE, () -> joint.giveOpinion(number, "b1", REFUSE, of(HOUSING)));
        refused(CommonError.NOT_ALLOWED, () -> joint.giveOpinion(number, "b2", AGREE, centres.clerk(HAIYANG)));
        assertEquals(List.of("b1 AGREED", "b2 OPEN", "b4 OPEN"), states(service.find(number, of(CIVIL))));
        assertEquals(List.of(), service.find(number, of(CIVIL)).commands());
    }

    @Test
    public void nothingIsDecidedBeforeAllWithASayHaveSaidWhatTheyThink() {
        String number = accepted(Map.of());
        joint.giveOpinion(number, "b1", AGREE, of(HOUSING));
        refused(CaseError.CASE_STATE, () -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        joint.giveOpinion(number, "b2", AGREE, of(CIVIL));

        CaseView granted = service.decide(number, GRANT, centres.chief(HAIYANG));

        assertEquals("whoever is only heard stands in nobody's way", CaseState.GRANTED, granted.state());
        assertEquals(List.of("b1 AGREED", "b2 AGREED", "b4 STOPPED"), states(granted));
        assertEquals(1, count("decide", number));
    }

    @Test
    public void theLeadWritesDownWhatAUtilityHasSaid() {
        String number = accepted(Map.of());
        refused(CommonError.NOT_ALLOWED, () -> joint.giveOpinion(number, "b1", AGREE, of(POWER)));

        assertEquals(
                List.of("b1 OPEN", "b2 OPEN", "b4 REFUSED"),
                states(joint.giveOpinion(number, "b4", REFUSE, of("审批局"))));
    }

    @Test
    public void oneRefusalOfADepartmentWithASayIsARefusalOfAll() {
        String number = accepted(Map.of());
        joint.giveOpinion(number, "b1", REFUSE, of(HOUSING));
        joint.giveOpinion(number, "b2", AGREE, of(CIVIL));
        joint.giveOpinion(number, "b4", AGREE, of(POWER));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        assertEquals(CaseError.BRANCH_REFUSED, refusal.code());
        assertEquals(
                List.of("branches.b1"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertEquals(
                CaseState.REFUSED,
                service.decide(number, Centres.REFUSE, centres.chief(HAIYANG)).state());
    }

    @Test
    public void aLateDepartmentIsLateByItself() {
        String number = accepted(Map.of());
        centres.province.at("2026-09-16T09:00");
        centres.run(centres.timer);
        assertEquals("branch-due", lastEvent());
        assertTrue(lastData(), lastData().contains("\"branch\":\"b4\""));
        centres.province.at("2026-09-18T09:00");
        centres.run(centres.timer);
        assertEquals("branch-overdue", lastEvent());
        assertTrue(lastData(), lastData().contains("供电公司") && lastData().contains("民政局"));
        int written = centres.entries().size();
        centres.run(centres.timer);
        assertEquals("noted once", written, centres.entries().size());

        CaseView late = joint.giveOpinion(number, "b2", AGREE, of(CIVIL));

        assertEquals(
                List.of(false, true, true),
                late.branches().stream().map(BranchView::late).toList());
        assertEquals(day(9, 18), late.branches().get(1).endedOn());
        assertEquals("opinion-given", lastEvent());
        assertTrue(lastData(), lastData().contains("\"late\":true"));
        assertEquals(
                "the case itself is in time",
                "RUNNING",
                centres.deadline("promise", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void aSpecialProcedureStopsTheClocksOfAll() {
        String number = accepted(Map.of());
        service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 5, "专家评审"), centres.reviewer(HAIYANG));

        CaseView stands = service.find(number, centres.clerk(HAIYANG));
        assertNull(stands.branches().get(0).due());
        assertEquals(
                "it waits, and nothing is due",
                null,
                branches(of(HOUSING)).items().get(0).due());
        centres.province.at("2026-09-18T09:00");
        service.resume(number, new CaseRequests.Resume(null), centres.reviewer(HAIYANG));

        assertEquals(
                day(10, 9),
                service.find(number, centres.clerk(HAIYANG)).branches().get(0).due());
    }

    @Test
    public void theHeadOfTheGovernmentAddsFifteenDaysOnce() {
        String number = accepted(Map.of());
        refused(
                CommonError.FIELDS_INVALID,
                () -> service.extend(
                        number,
                        new CaseRequests.Extend(15, ExtensionApprover.ORGAN_HEAD, "复杂"),
                        centres.chief(HAIYANG)));
        refused(
                CommonError.FIELDS_INVALID,
                () -> service.extend(
                        number,
                        new CaseRequests.Extend(16, ExtensionApprover.GOVERNMENT_HEAD, "复杂"),
                        centres.chief(HAIYANG)));
        LocalDate before =
                service.find(number, centres.clerk(HAIYANG)).branches().get(0).due();
        CaseView extended = service.extend(
                number, new CaseRequests.Extend(15, ExtensionApprover.GOVERNMENT_HEAD, "复杂"), centres.chief(HAIYANG));

        assertEquals(15, extended.extension().workingDays());
        assertTrue(extended.branches().get(0).due().isAfter(before));
        refused(
                CaseError.CASE_STATE,
                () -> service.extend(
                        number,
                        new CaseRequests.Extend(1, ExtensionApprover.GOVERNMENT_HEAD, "复杂"),
                        centres.chief(HAIYANG)));
    }

    @Test
    public void aCorrectedCalendarMovesTheDaysOfDepartments() {
        String number = accepted(Map.of());
        centres.run(centres.timer);
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", day(9, 19), true, "调休上班", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);

        assertEquals(
                List.of(day(9, 24), day(9, 17), day(9, 16)),
                service.find(number, centres.clerk(HAIYANG)).branches().stream()
                        .map(BranchView::due)
                        .toList());
        assertEquals(
                "also where lists look",
                day(9, 24),
                branches(of(HOUSING)).items().get(0).due());
    }

    @Test
    public void afterAMeetingADepartmentMayThinkAnew() {
        String number = accepted(Map.of());
        joint.giveOpinion(number, "b1", REFUSE, of(HOUSING));
        JointRequests.Meeting wrong = new JointRequests.Meeting(
                day(9, 20),
                "招牌",
                List.of(HOUSING),
                List.of(new JointRequests.Agreement("招牌过大", "缩小", HOUSING, day(9, 1))));
        assertEquals(
                List.of("heldOn", "agreements[0].by"),
                fields(() -> joint.holdMeeting(number, wrong, centres.reviewer(HAIYANG))));
        JointRequests.Meeting held = new JointRequests.Meeting(
                day(9, 14),
                "招牌",
                List.of(HOUSING, "申请人"),
                List.of(new JointRequests.Agreement("招牌过大", "缩小到两米", "申请人", day(9, 21))));
        CaseView met = joint.holdMeeting(number, held, centres.reviewer(HAIYANG));
        assertEquals("缩小到两米", met.joint().meetings().get(0).agreements().get(0).agreement());

        CaseView again = joint.giveOpinion(number, "b1", AGREE, of(HOUSING));

        assertEquals("AGREED", again.branches().get(0).state());
        assertEquals(
                "both stay on record", 2, again.branches().get(0).opinions().size());
        refused(CaseError.CASE_STATE, () -> joint.giveOpinion(number, "b1", REFUSE, of(HOUSING)));
    }

    @Test
    public void whatIsRaisedToTheGovernmentWaitsForIt() {
        String number = accepted(Map.of());
        joint.giveOpinion(number, "b1", AGREE, of(HOUSING));
        joint.giveOpinion(number, "b2", AGREE, of(CIVIL));
        joint.giveOpinion(number, "b4", AGREE, of(POWER));
        refused(
                CaseError.CASE_STATE,
                () -> joint.settle(number, new JointRequests.Settle("同意", null), centres.reviewer(HAIYANG)));
        refused(
                CommonError.FIELDS_INVALID,
                () -> joint.raise(number, new JointRequests.Raise("意见不一", 16), centres.reviewer(HAIYANG)));
        CaseView raised = joint.raise(number, new JointRequests.Raise("意见不一", 5), centres.reviewer(HAIYANG));

        assertTrue(raised.joint().waitsForGovernment());
        assertEquals(day(9, 20), raised.joint().raised().get(0).due());
        assertNotEquals("its clock is nobody's here", day(9, 20), raised.due());
        refused(CaseError.CASE_STATE, () -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        refused(
                CaseError.CASE_STATE,
                () -> joint.raise(number, new JointRequests.Raise("意见不一", 5), centres.reviewer(HAIYANG)));
        centres.province.at("2026-09-22T09:00");
        CaseView settled = joint.settle(number, new JointRequests.Settle("按会议纪要办理", "纪要1号"), centres.reviewer(HAIYANG));
        assertFalse(settled.joint().waitsForGovernment());
        assertEquals(
                "what the government misses makes no case late",
                "RUNNING",
                centres.deadline("promise", HAIYANG, number, HAIYANG).state());
        centres.province.at("2026-09-22T10:00");
        assertEquals(
                "it may think again once that is settled",
                List.of("b1 AGREED", "b2 AGREED", "b4 REFUSED"),
                states(joint.giveOpinion(number, "b4", REFUSE, of(POWER))));
        refused(CaseError.CASE_STATE, () -> joint.giveOpinion(number, "b4", AGREE, of(POWER)));
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    private String accepted(Map<String, Object> form) {
        String number = service.submit(JointSamples.application(form), centres.clerk(HAIYANG))
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private CallContext of(String... departments) {
        return centres.as("staff-" + departments[0], "reviewer", Set.of(departments), HAIYANG);
    }

    private Page<BranchSummary> branches(CallContext context) {
        return joint.branches("", PageRequest.of(50, null), context);
    }

    private static List<String> states(CaseView view) {
        return view.branches().stream()
                .map(branch -> branch.id() + " " + branch.state())
                .toList();
    }

    private long count(String action, String number) {
        return centres.entries().stream()
                .filter(entry -> entry.entry().aggregateId().equals(number)
                        && entry.entry().action().equals(action.equals("acceptance") ? "accept" : action))
                .count();
    }

    private String lastEvent() {
        List<ModuleTransactions.Entry> all = centres.entries();
        return all.get(all.size() - 1).entry().event().type();
    }

    private String lastData() {
        List<ModuleTransactions.Entry> all = centres.entries();
        return all.get(all.size() - 1).entry().event().data();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }

    private static List<String> fields(Runnable act) {
        return assertThrows(ProblemException.class, act::run).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
