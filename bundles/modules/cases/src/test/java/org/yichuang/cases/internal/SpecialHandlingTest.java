package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.cases.api.SpecialHandlingView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** What is handled specially: by a leader's approval on paper or by the centre's own finding (K15, R3-12). */
public class SpecialHandlingTest extends DocumentsOfCases {
    private static final SpecialHandlingRequest FOUND =
            new SpecialHandlingRequest(SpecialGround.CENTRE_FINDING, "重点项目", null, null, null);
    private static final LocalDate PROMISED = LocalDate.of(2026, 9, 28);

    private CaseView handle(String number, SpecialHandlingRequest request) {
        return centres.cases.reception().handleSpecially(number, request, centres.chief(HAIYANG));
    }

    private ProblemException refusal(String number, SpecialHandlingRequest request) {
        return assertThrows(ProblemException.class, () -> handle(number, request));
    }

    private String taken() {
        return accepted(Items.SIMPLE, Centres.ENTERPRISE);
    }

    private static List<String> fields(ProblemException refusal) {
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }

    @Test
    public void whatIsLeftOfThePromiseIsCountedWithoutRegardToHolidays() {
        String number = taken();
        assertEquals(
                PROMISED, centres.deadline("promise", HAIYANG, number, HAIYANG).date());
        CaseView view = handle(number, FOUND);

        SpecialHandlingView special = view.filing().special();
        assertEquals(SpecialGround.CENTRE_FINDING, special.ground());
        assertEquals("ten days, and no holiday in them counts", LocalDate.of(2026, 9, 24), special.due());
        assertEquals(special.due(), view.due());
        assertEquals(
                "what was promised stays",
                PROMISED,
                centres.deadline("promise", HAIYANG, number, HAIYANG).date());
        assertSaid("经本中心认定，作为特办件办理，由海阳市政务服务中心牵头");
        assertSaid("2026年9月24日以前（含当日）作出决定");
        assertEquals(
                "{\"ground\":\"CENTRE_FINDING\",\"due\":\"2026-09-24\"}",
                centres.entries()
                        .get(centres.entries().size() - 1)
                        .entry()
                        .event()
                        .data());
    }

    @Test
    public void lateInThePromiseOnlyWhatIsLeftIsCounted() {
        String number = taken();
        centres.province.at("2026-09-23T09:00");
        assertEquals(
                "two working days are left, and the days of the festival are none",
                PROMISED,
                handle(number, FOUND).filing().special().due());
    }

    @Test
    public void itEndsWithTheDecisionAndMissingItIsLate() {
        String number = taken();
        handle(number, FOUND);
        centres.province.at("2026-09-28T09:00");
        assertEquals(
                "a promise is no law",
                "yellow",
                centres.deadline("special", HAIYANG, number, HAIYANG).light());
        service.decide(number, GRANT, centres.chief(HAIYANG));
        assertEquals(
                "MISSED", centres.deadline("special", HAIYANG, number, HAIYANG).state());
        assertEquals(
                "MET", centres.deadline("promise", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void aSpecialProcedureLetsItStandAsTheOthers() {
        String number = taken();
        handle(number, FOUND);
        service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 5, "专家评审"), centres.reviewer(HAIYANG));
        assertNull(centres.deadline("special", HAIYANG, number, HAIYANG).date());
        assertNull(centres.find(number, HAIYANG).filing().special().due());
    }

    @Test
    public void whereThePolicySaysNoItIsMarkedAndNothingElse() {
        String number = taken();
        centres.province.policy(HAIYANG, "policy.cases.special.through-holidays", "false");
        CaseView view = handle(number, FOUND);
        assertNull(view.filing().special().due());
        assertEquals(PROMISED, view.due());
        assertNotSaid("自然日");
        assertSaid("权利及其期限不变");
    }

    @Test
    public void aLeadersApprovalNamesThePaperAndTheCentresFindingNone() {
        String number = taken();
        SpecialHandlingRequest nameless =
                new SpecialHandlingRequest(SpecialGround.LEADER_APPROVAL, "招商项目", " ", null, null);
        assertEquals(List.of("approver", "approval", "approvedOn"), fields(refusal(number, nameless)));
        SpecialHandlingRequest later = new SpecialHandlingRequest(
                SpecialGround.LEADER_APPROVAL, "招商项目", "副市长", "批示〔2026〕3号", LocalDate.of(2026, 9, 15));
        assertEquals(List.of("approvedOn"), fields(refusal(number, later)));
        SpecialHandlingRequest both =
                new SpecialHandlingRequest(SpecialGround.CENTRE_FINDING, "招商项目", "副市长", null, null);
        assertEquals(List.of("approver"), fields(refusal(number, both)));

        SpecialHandlingRequest approved = new SpecialHandlingRequest(
                SpecialGround.LEADER_APPROVAL, "招商项目", "副市长", "批示〔2026〕3号", LocalDate.of(2026, 9, 11));
        SpecialHandlingView special = handle(number, approved).filing().special();
        assertEquals("副市长", special.approver());
        assertEquals("批示〔2026〕3号", special.approval());
        assertSaid("经领导书面批准");
    }

    @Test
    public void theApplicantReadsThatItIsAndNotByWhoseWord() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String number = service.submit(centres.whole(Centres.application(Items.SIMPLE, null), citizen), citizen)
                .number();
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        handle(
                number,
                new SpecialHandlingRequest(
                        SpecialGround.LEADER_APPROVAL, "招商项目", "副市长", "批示〔2026〕3号", LocalDate.of(2026, 9, 11)));
        SpecialHandlingView read = service.find(number, citizen).filing().special();
        assertEquals("经领导书面批准", read.groundName());
        assertNull(read.reason());
        assertNull(read.approver());
        assertNull(read.approval());
    }

    @Test
    public void onceAndOnlyWhileTheDecisionIsWaitedFor() {
        String number = submit(Items.SIMPLE, Centres.ENTERPRISE, "m1");
        assertEquals(CaseError.CASE_STATE, refusal(number, FOUND).code());
        service.accept(number, Centres.ACCEPT, centres.clerk(HAIYANG));
        assertTrue(centres.find(number, HAIYANG).commands().contains("special-handling"));
        handle(number, FOUND);
        assertFalse(centres.find(number, HAIYANG).commands().contains("special-handling"));
        ProblemException again = refusal(number, FOUND);
        assertTrue(again.zh(), again.zh().contains("已经作为特办件办理"));

        ProblemException clerk = assertThrows(
                ProblemException.class,
                () -> centres.cases.reception().handleSpecially(number, FOUND, centres.clerk(HAIYANG)));
        assertEquals(CommonError.NOT_ALLOWED, clerk.code());
    }
}
