package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
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
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What applicants and departments see of joint cases, and how they are handed in (R3-18). */
public class JointApplicationTest {
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
    public void applicantsSeeWhoExaminesAndNotWhatIsThought() {
        CallContext zhang = centres.as("applicant", HAIYANG);
        CaseView own = service.submit(centres.whole(JointSamples.application(Map.of()), zhang), zhang);
        assertNull("nobody has handled it yet", own.joint().firstHandler());
        service.accept(own.number(), Centres.ACCEPT, centres.clerk(HAIYANG));
        joint.giveOpinion(own.number(), "b1", REFUSE, of(HOUSING));

        CaseView seen = service.find(own.number(), zhang);
        ProgressView progress = service.progress(own.number(), own.queryCode(), "::1", zhang);

        assertEquals(
                "the steps say that somebody has thought, not what",
                "部门提出联办意见",
                progress.steps().get(progress.steps().size() - 1).zh());
        assertEquals("clerk", seen.joint().firstHandler());
        assertEquals("the public reads no name", "审批局", progress.answerable());
        assertEquals("不收费", seen.branches().get(0).fee());
        assertEquals(List.of("b1 DONE", "b2 OPEN", "b4 OPEN"), states(seen));
        assertEquals(List.of(), seen.branches().get(0).opinions());
        assertEquals(
                List.of("住建局 已提出意见", "民政局 审查中", "供电公司 审查中"),
                progress.branches().stream()
                        .map(each -> each.department() + " " + each.stateName())
                        .toList());
        refused(CommonError.NOT_ALLOWED, () -> branches(zhang));
    }

    @Test
    public void departmentsFindTheirBranchesWhereverTheCaseIs() {
        String first = accepted(Map.of());
        String second = accepted(Map.of());

        assertEquals(
                Set.of(first + " b2", second + " b2"),
                branches(of(CIVIL)).items().stream()
                        .map(row -> row.number() + " " + row.branch())
                        .collect(Collectors.toSet()));
        assertEquals(6, branches(centres.reviewer(HAIYANG)).items().size());
        Page<BranchSummary> part = joint.branches("", PageRequest.of(4, null), centres.reviewer(HAIYANG));
        assertEquals(
                "the nearest first, and the rest behind the cursor",
                List.of(2, POWER),
                List.of(
                        joint.branches("", PageRequest.of(4, part.next()), centres.reviewer(HAIYANG))
                                .items()
                                .size(),
                        part.items().get(0).department()));
        assertEquals(
                List.of(),
                joint.branches(HOUSING, PageRequest.of(9, null), of(CIVIL)).items());
        assertEquals(Set.of("审批局", HOUSING, CIVIL, POWER), centres.departments.named(centres.reviewer(HAIYANG)));

        joint.giveOpinion(first, "b2", AGREE, of(CIVIL));
        service.withdraw(second, Centres.WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(List.of(), branches(of(CIVIL)).items());
        assertEquals(List.of("b1 STOPPED", "b2 STOPPED", "b4 STOPPED"), states(centres.find(second, HAIYANG)));
    }

    @Test
    public void aCorrectionBeforeTheAcceptanceMayNeedOtherDepartments() {
        CaseView taken = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG));
        CaseView corrected = service.correctOnTheSpot(
                taken.number(),
                new CaseRequests.CorrectOnTheSpot(Map.of("tobacco", true), List.of(), null),
                centres.clerk(HAIYANG));
        assertEquals(List.of("b1 WAITING", "b2 WAITING", "b3 WAITING", "b4 WAITING"), states(corrected));

        ProblemException missing = assertThrows(
                ProblemException.class, () -> service.accept(taken.number(), Centres.ACCEPT, centres.clerk(HAIYANG)));
        assertEquals(CaseError.MATERIALS_MISSING, missing.code());
        assertTrue(missing.getMessage(), missing.getMessage().contains("店面照片"));
    }

    @Test
    public void anItemOrABundleIsNamedAndNotBoth() {
        CaseRequests.Submit bare = JointSamples.application(Map.of());
        assertEquals(
                List.of("bundle"),
                fields(() -> service.submit(
                        new CaseRequests.Submit(
                                null,
                                Items.SIMPLE,
                                bare.applicant(),
                                Map.of(),
                                bare.materials(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        centres.clerk(HAIYANG))));
        assertEquals(
                List.of("bundle"),
                fields(() -> service.submit(
                        new CaseRequests.Submit(
                                Items.SIMPLE,
                                JointSamples.SHOP,
                                bare.applicant(),
                                Map.of(),
                                bare.materials(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        centres.clerk(HAIYANG))));
        assertEquals(
                List.of("item"),
                fields(() -> service.submit(
                        new CaseRequests.Submit(
                                null,
                                null,
                                bare.applicant(),
                                Map.of(),
                                bare.materials(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        centres.clerk(HAIYANG))));
        String plain = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        service.accept(plain, Centres.ACCEPT, centres.clerk(HAIYANG));
        refused(
                CaseError.CASE_STATE,
                () -> joint.raise(plain, new JointRequests.Raise("意见不一", 5), centres.reviewer(HAIYANG)));
        assertNull(centres.find(plain, HAIYANG).joint());
        assertNotEquals(null, service.decide(plain, GRANT, centres.chief(HAIYANG)));
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

    private static void refused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }

    private static List<String> fields(Runnable act) {
        return assertThrows(ProblemException.class, act::run).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
