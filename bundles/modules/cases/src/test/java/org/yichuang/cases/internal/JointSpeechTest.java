package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.ModuleTransactions;

/** What departments say beside each other, and who hears it. */
public class JointSpeechTest {
    private static ModuleTransactions transactions;

    private Centres centres;
    private DefaultCaseService service;
    private DefaultJointCases joint;
    private CaseView accepted;

    @BeforeClass
    public static void createDatabase() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void dropDatabase() {
        transactions.close();
    }

    @Before
    public void acceptOne() {
        transactions.clear();
        centres = new Centres(transactions);
        service = centres.service;
        joint = centres.cases.joint();
        CaseView taken = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG));
        accepted = service.accept(taken.number(), Centres.ACCEPT, centres.clerk(HAIYANG));
    }

    private CallContext of(String department) {
        return centres.as("staff-" + department, "reviewer", Set.of(department), HAIYANG);
    }

    private static CallContext upon(CaseView seen, CallContext plain) {
        return new CallContext(
                plain.tenant(), plain.actor(), plain.at(), "r", Optional.empty(), Optional.of(seen.version()));
    }

    @Test
    public void whatOneDepartmentSaysKeepsNoOtherFromSpeaking() {
        joint.giveOpinion(accepted.number(), "b1", AGREE, upon(accepted, of(HOUSING)));
        CaseView both = joint.giveOpinion(accepted.number(), "b2", AGREE, upon(accepted, of(CIVIL)));
        assertEquals(
                List.of("AGREED", "AGREED"),
                both.branches().stream().limit(2).map(branch -> branch.state()).toList());
    }

    @Test
    public void whatSomebodyElseWritesDownForADepartmentIsSeenToBeSo() {
        joint.giveOpinion(accepted.number(), "b1", AGREE, of(HOUSING));
        CaseView view = joint.giveOpinion(accepted.number(), "b2", AGREE, centres.reviewer(HAIYANG));
        assertFalse(view.branches().get(0).opinions().get(0).recorded());
        assertTrue(view.branches().get(1).opinions().get(0).recorded());
    }

    @Test
    public void whatTheGovernmentHasToSettleIsNobodysDelayAndNoStepOfTheApplicants() {
        CallContext applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
        joint.raise(accepted.number(), new JointRequests.Raise("意见不一", 1), centres.reviewer(HAIYANG));
        List<String> seen = service.deadlines(accepted.number(), centres.clerk(HAIYANG)).stream()
                .map(DeadlineView::kind)
                .toList();
        assertTrue(seen.contains("coordination"));
        assertEquals(accepted.due(), centres.find(accepted.number(), HAIYANG).due());
        String code = service.find(accepted.number(), centres.clerk(HAIYANG)).queryCode();
        assertFalse(service.progress(accepted.number(), code, "here", applicant).deadlines().stream()
                .map(DeadlineView::kind)
                .toList()
                .contains("coordination"));
    }

    @Test
    public void whoOnlyLooksOnReadsNoNameInTheMinutes() {
        String name = accepted.applicant().name();
        joint.holdMeeting(
                accepted.number(),
                new JointRequests.Meeting(
                        LocalDate.of(2026, 9, 14),
                        "会商",
                        List.of("住建局", name),
                        List.of(new JointRequests.Agreement("门头", name + "补图", name, LocalDate.of(2026, 9, 20)))),
                centres.reviewer(HAIYANG));
        CaseView seen = service.find(accepted.number(), centres.as("centre-manager", HAIYANG));
        assertEquals(
                List.of("住建局", seen.applicant().name()),
                seen.joint().meetings().get(0).participants());
        assertTrue(seen.joint()
                .meetings()
                .get(0)
                .agreements()
                .get(0)
                .agreement()
                .startsWith(seen.applicant().name()));
    }
}
