package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;
import static org.yichuang.windows.internal.WindowsWorld.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;
import org.yichuang.windows.internal.WindowsViews.RightView;

/** Nobody acts outside of a letter's list, its days, or the presence of A and B (C2.4, K9, K10). */
public class AuthorityGateTest extends WindowsContract {
    private String bo;

    @Before
    public void hall() {
        world.window("3", HOUSING);
        bo = world.onDuty("bo", HOUSING, "3");
        world.onDuty("clara", HOUSING, "3");
        world.window("5", FORESTRY);
        world.onDuty("felix", FORESTRY, "5");
        world.issued("海住建委〔2026〕1号", List.of("BUILD"), List.of("SELL", "EXPERTS"));
    }

    private GateAnswer asked(GatedCommand command, String item, String account) {
        return asked(command, item, account, request(Map.of()));
    }

    private static CaseRequests.Request request(Map<String, String> facts) {
        return Filled.of(CaseRequests.Decide.class, Map.of("facts", facts));
    }

    private GateAnswer asked(GatedCommand command, String item, String account, CaseRequests.Request request) {
        CaseSnapshot before = Filled.of(
                CaseSnapshot.class,
                Map.of(
                        "number",
                        "370687-20260302-AAAAAAAAAA",
                        "state",
                        CaseState.ACCEPTED,
                        "owner",
                        HAIYANG.value(),
                        "item",
                        item,
                        "itemVersion",
                        1,
                        "department",
                        HOUSING));
        CallContext context = world.as(account, "chief-representative", HAIYANG, Set.of());
        return node.transactions().read(context, unit -> world.wiring
                .gate()
                .check(new GateQuestion(command, before, request, context), unit));
    }

    private String refused(GatedCommand command, String item, String account) {
        GateAnswer answer = asked(command, item, account);
        assertTrue(answer.toString(), answer instanceof GateAnswer.Refused);
        assertEquals("authority-refused", ((GateAnswer.Refused) answer).event());
        return ((GateAnswer.Refused) answer).code().code();
    }

    private static GateAnswer allowed(String window, String rank) {
        String letter = "海住建委〔2026〕1号";
        String at = window.isEmpty() ? "" : "window:" + window + " ";
        return new GateAnswer.Allowed(at + "letter:" + letter, window, rank, letter);
    }

    @Test
    public void whatDepartmentsDoTogetherSaysByWhichLetterAndKeepsNobodyFromIt() {
        assertEquals(allowed("3", "B"), asked(GatedCommand.COORDINATE, "BUILD", "bo"));
        GateAnswer recorded = asked(GatedCommand.COORDINATE, "UNKNOWN", "felix");
        assertTrue(recorded.toString(), recorded instanceof GateAnswer.Allowed);
        assertTrue(((GateAnswer.Allowed) recorded).authority().startsWith("role recorded:"));
    }

    @Test
    public void whoeverIsOnDutyAcceptsMakesOutAndDelivers() {
        for (GatedCommand command : List.of(GatedCommand.ACCEPT, GatedCommand.ISSUE, GatedCommand.DELIVER)) {
            assertEquals(allowed("3", ""), asked(command, "BUILD", "clara"));
            assertEquals(allowed("3", ""), asked(command, "SELL", "clara"));
            assertEquals(allowed("3", "B"), asked(command, "BUILD", "bo"));
            assertEquals("another department", "authority-none", refused(command, "BUILD", "felix"));
            assertEquals("of no window", "staff-off-duty", refused(command, "BUILD", "stranger"));
        }
    }

    @Test
    public void bDecidesWhileThereAndAWhileBIsAway() {
        for (GatedCommand command : List.of(GatedCommand.EXAMINE, GatedCommand.PRE_REVIEW, GatedCommand.DECIDE)) {
            assertEquals(allowed("3", "B"), asked(command, "BUILD", "bo"));
            assertEquals("authority-b-present", refused(command, "BUILD", "anna"));
            assertEquals("authority-none", refused(command, "BUILD", "clara"));
        }
        world.staff.away(bo, new Away(TODAY, "开会"), world.clerk("bo"));
        for (GatedCommand command : List.of(GatedCommand.EXAMINE, GatedCommand.PRE_REVIEW, GatedCommand.DECIDE)) {
            assertEquals(allowed("", "A"), asked(command, "BUILD", "anna"));
            assertEquals("authority-absent", refused(command, "BUILD", "bo"));
        }
        world.staff.arrive(bo, new Arrive(null), world.clerk("bo"));
        assertEquals(allowed("3", "B"), asked(GatedCommand.DECIDE, "BUILD", "bo"));
        assertEquals("authority-b-present", refused(GatedCommand.DECIDE, "BUILD", "anna"));
        sound();
    }

    /** B forgets to say that they are there: it is said who may act, and somebody can make it good. */
    @Test
    public void whoForgetsToComeIsToldAndTheCaseGoesOn() {
        world.province.pass(Duration.ofDays(1));
        assertEquals("staff-off-duty", refused(GatedCommand.DECIDE, "BUILD", "bo"));
        assertEquals("authority-b-present", refused(GatedCommand.DECIDE, "BUILD", "anna"));
        world.staff.away(bo, new Away(world.today(), "未到岗"), world.manager());
        assertEquals(allowed("", "A"), asked(GatedCommand.DECIDE, "BUILD", "anna"));
        world.staff.arrive(bo, new Arrive("忘记登记"), world.manager());
        assertEquals(allowed("3", "B"), asked(GatedCommand.DECIDE, "BUILD", "bo"));
    }

    @Test
    public void aActsWhereBHasGoneForGood() {
        world.staff.depart(bo, new Depart(false, "轮岗"), world.manager());
        assertEquals(allowed("", "A"), asked(GatedCommand.DECIDE, "BUILD", "anna"));
        assertEquals("staff-off-duty", refused(GatedCommand.DECIDE, "BUILD", "bo"));
    }

    private GateAnswer asked(
            GatedCommand command,
            String account,
            CaseRequests.Request request,
            GateQuestion.Branch branch,
            String barred) {
        CaseSnapshot before = Filled.of(
                CaseSnapshot.class,
                Map.of("owner", HAIYANG.value(), "item", "BUILD", "itemVersion", 1, "department", HOUSING));
        CallContext context = world.as(account, "chief-representative", HAIYANG, Set.of());
        Set<String> kept = barred.isEmpty() ? Set.of() : Set.of(barred);
        return node.transactions().read(context, unit -> world.wiring
                .gate()
                .check(new GateQuestion(command, before, request, context, branch, kept), unit));
    }

    private static String codeOf(GateAnswer answer) {
        return ((GateAnswer.Refused) answer).code().code();
    }

    /** The department that has one person at its window: B reviews, A verifies, and decides what B may not. */
    @Test
    public void whereTheStepsKeepBFromItAActs() {
        ExaminationRequest verifies = ExaminationRequest.of(ExaminationKind.VERIFICATION, Recommendation.GRANT, "属实");
        assertEquals(allowed("", "A"), asked(GatedCommand.EXAMINE, "BUILD", "anna", verifies));
        assertEquals("authority-b-present", refused(GatedCommand.DECIDE, "BUILD", "anna"));
        String letter = "海住建委〔2026〕1号";
        assertEquals(
                new GateAnswer.Allowed("letter:" + letter + " b:barred", "", "A", letter),
                asked(GatedCommand.DECIDE, "anna", request(Map.of()), null, "bo"));
        assertEquals(
                "whoever else has taken a step keeps nobody",
                "authority-b-present",
                codeOf(asked(GatedCommand.DECIDE, "anna", request(Map.of()), null, "clara")));
    }

    @Test
    public void whoeverIsAAndAtAWindowDoesWhatAnybodyDoesThere() {
        world.onDuty("anna", HOUSING, "3");
        assertEquals(allowed("3", "A"), asked(GatedCommand.ACCEPT, "BUILD", "anna"));
        assertEquals("authority-b-present", refused(GatedCommand.DECIDE, "BUILD", "anna"));
    }

    /** In a branch of a joint case the letter of its own department counts, and not that of the one that leads. */
    @Test
    public void inABranchItsDepartmentActsByItsOwnLetter() {
        String letter = "海林委〔2026〕1号";
        world.issued(WindowsWorld.proposalOf(FORESTRY, letter, "fiona", "felix", List.of("WOOD")));
        ExaminationRequest reviews = ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "齐全");
        ExaminationRequest verifies = ExaminationRequest.of(ExaminationKind.VERIFICATION, Recommendation.GRANT, "属实");
        GateQuestion.Branch branch =
                new GateQuestion.Branch("b2", FORESTRY, new CaseItem(HAIYANG.value(), "WOOD", 1, "w"));
        assertEquals(
                new GateAnswer.Allowed("window:5 letter:" + letter, "5", "B", letter),
                asked(GatedCommand.EXAMINE, "felix", reviews, branch, ""));
        assertEquals(
                new GateAnswer.Allowed("letter:" + letter, "", "A", letter),
                asked(GatedCommand.EXAMINE, "fiona", verifies, branch, ""));
        assertEquals("authority-none", codeOf(asked(GatedCommand.EXAMINE, "bo", reviews, branch, "")));
        assertEquals("authority-none", codeOf(asked(GatedCommand.EXAMINE, "felix", reviews, null, "")));
        assertEquals(
                "a party is only heard",
                GateAnswer.noObjection(),
                asked(GatedCommand.EXAMINE, "p", reviews, new GateQuestion.Branch("b4", "供电公司", null), ""));
    }

    /** A centre that switches the module on goes on as before, until it says that its letters are there. */
    @Test
    public void untilLettersAreRequiredWhatTheyDoNotGrantPassesByRoleAndSaysSo() {
        world.province.policy(HAIYANG, "policy.windows.letters", "recorded");
        assertEquals(
                GateAnswer.allowed("role recorded:authority-none"), asked(GatedCommand.DECIDE, "WOOD", "stranger"));
        assertEquals(
                GateAnswer.allowed("role recorded:authority-b-present"), asked(GatedCommand.DECIDE, "BUILD", "anna"));
        assertEquals("what they grant", allowed("3", "B"), asked(GatedCommand.DECIDE, "BUILD", "bo"));
        assertFalse(world.authorities
                .ask("BUILD", "DECIDE", "anna", world.manager())
                .required());
        world.province.policy(HAIYANG, "policy.windows.letters", "required");
        assertEquals("authority-none", refused(GatedCommand.DECIDE, "WOOD", "stranger"));
        assertTrue(world.authorities
                .ask("BUILD", "DECIDE", "anna", world.manager())
                .required());
    }

    @Test
    public void whatIsDelegatedInPartIsNotDecided() {
        assertEquals(allowed("3", "B"), asked(GatedCommand.PRE_REVIEW, "SELL", "bo"));
        assertEquals("authority-none", refused(GatedCommand.DECIDE, "SELL", "bo"));
        assertEquals("authority-none", refused(GatedCommand.ACCEPT, "WOOD", "clara"));
    }

    @Test
    public void whatTheOrganDecidesNeedsItsPaper() {
        assertEquals("authority-organ", refused(GatedCommand.DECIDE, "EXPERTS", "bo"));
        CaseRequests.Request said = request(Map.of(AuthorityGate.REFERENCE, "专家论证意见〔2026〕4号"));
        assertEquals(allowed("3", "B"), asked(GatedCommand.DECIDE, "EXPERTS", "bo", said));
        assertEquals(
                List.of(AuthorityGate.REFERENCE),
                world.wiring.gate().facts(GatedCommand.DECIDE, null).stream()
                        .map(fact -> fact.name())
                        .toList());
    }

    @Test
    public void whatOneHasFoundAnotherVerifies() {
        ExaminationRequest verifies = ExaminationRequest.of(ExaminationKind.VERIFICATION, Recommendation.GRANT, "属实");
        assertEquals(allowed("3", ""), asked(GatedCommand.EXAMINE, "BUILD", "clara", verifies));
        ExaminationRequest reviews = ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "齐全");
        assertFalse(asked(GatedCommand.EXAMINE, "BUILD", "clara", reviews) instanceof GateAnswer.Allowed);
    }

    @Test
    public void aLetterThatEndsAtMidnightGrantsNothingAfterwards() {
        world.letters.revoke("海住建委〔2026〕1号", new Reason("重新签发"), world.manager());
        world.issued(proposal("2", List.of("BUILD"), List.of(), TODAY, TODAY.plusDays(1)));
        assertTrue(asked(GatedCommand.DECIDE, "BUILD", "bo") instanceof GateAnswer.Allowed);
        world.province.pass(Duration.ofDays(2));
        world.staff.arrive(bo, new Arrive(null), world.clerk("bo"));
        assertEquals("authority-expired", refused(GatedCommand.DECIDE, "BUILD", "bo"));
    }

    @Test
    public void theCentreItselfAndTheLawPassNoGate() {
        CallContext law = CallContext.system(HAIYANG, world.province.now(), "r");
        CaseSnapshot before = Filled.of(CaseSnapshot.class, Map.of("item", "BUILD", "department", HOUSING));
        GateQuestion question = new GateQuestion(GatedCommand.ACCEPT, before, request(Map.of()), law);
        assertEquals(
                GateAnswer.noObjection(),
                node.transactions().read(law, unit -> world.wiring.gate().check(question, unit)));
        assertTrue(Actor.SYSTEM.isPlatform());
    }

    @Test
    public void aDepartmentThatIsCalledOtherwiseNowKeepsItsLetters() {
        world.departments.list(HAIYANG, HOUSING);
        world.departments.rename(HAIYANG, HOUSING, "城乡建设局");
        world.item("BUILD", "城乡建设局");
        assertTrue(
                world.authorities.ask("BUILD", "decide", "bo", world.manager()).allowed());
        assertTrue(world.authorities
                .ask("BUILD", "ACCEPT", "clara", world.manager())
                .allowed());
    }

    @Test
    public void anybodyOfTheStaffMayAskWhoMay() {
        AuthorityView may = world.authorities.ask("BUILD", "DECIDE", "bo", world.clerk("clara"));
        assertTrue(may.allowed());
        assertEquals("海住建委〔2026〕1号", may.letter());
        assertEquals("B", may.rank());
        AuthorityView mayNot = world.authorities.ask("BUILD", "DECIDE", "anna", world.clerk("clara"));
        assertEquals("authority-b-present", mayNot.code());
        assertTrue(mayNot.sentence().zh(), mayNot.sentence().zh().contains("李股长"));
        assertEquals("right", field(() -> world.authorities.ask("BUILD", "SELL", "bo", world.manager())));
        assertEquals("item-unknown", codeOf(() -> world.authorities.ask("NONE", "DECIDE", "bo", world.manager())));
    }

    @Test
    public void thePageOfACaseTellsWhoeverLooksWhatTheyMayDo() {
        String number = "370687-20260302-AAAAAAAAAA";
        assertEquals(List.of(), world.authorities.ofCase(number, world.clerk("clara")));
        world.cases.put(
                number,
                Filled.of(
                        CaseRecord.class,
                        Map.of("number", number, "owner", "haiyang", "item", "BUILD", "department", HOUSING)));
        Map<Right, Boolean> may = world.authorities.ofCase(number, world.clerk("clara")).stream()
                .collect(
                        Collectors.toMap(RightView::right, each -> each.answer().allowed()));
        assertEquals(
                Map.of(
                        Right.ACCEPT, true,
                        Right.EXAMINE, false,
                        Right.DELIVER, true,
                        Right.ISSUE, true,
                        Right.DECIDE, false),
                may);
    }

    @Test
    public void whereACentreSaysSoEverybodyOnDutyExamines() {
        world.province.policy(HAIYANG, "policy.windows.examination", "on-duty");
        assertEquals(allowed("3", ""), asked(GatedCommand.EXAMINE, "BUILD", "clara"));
        assertEquals(allowed("3", ""), asked(GatedCommand.PRE_REVIEW, "BUILD", "clara"));
        assertEquals("another department", "authority-none", refused(GatedCommand.EXAMINE, "BUILD", "felix"));
        assertEquals("authority-none", refused(GatedCommand.DECIDE, "BUILD", "clara"));
    }
}
