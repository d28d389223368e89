package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.agency.internal.AgencyCommands.Applicant;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.JointCommands.Ask;
import org.yichuang.agency.internal.JointCommands.Consent;
import org.yichuang.agency.internal.JointCommands.Withdraw;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.TestRun;

/** Joint handling at the applicant's request, with the centre's consent, for one application (M-CAS-3). */
public class JointRequestTest extends AgencyContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String CASE = "370687-20260303-AAAAAAAAAA";

    private static Ask ask(String... items) {
        Applicant applicant = new Applicant("enterprise", "海阳新材料有限公司", null, AgencyWorld.USCC, "陈经理", "0535-3221234");
        return new Ask(List.of(items), applicant, "开办食品加工厂，需要同时取得许可");
    }

    private JointView asked() {
        return world.joint.ask(ask("FOOD", "FIRE"), world.owner());
    }

    private static Consent consent(String lead) {
        return new Consent(lead, null, null, 15, "请备齐平面图");
    }

    private JointView consented() {
        return world.joint.consent(asked().id(), consent("市场监管局"), world.section());
    }

    private GateAnswer handedIn(JointView request, String number, int version) {
        CaseRequests.Applicant by = new CaseRequests.Applicant("enterprise", "A", "uscc", number, "1", null);
        CaseSnapshot before = Filled.of(
                CaseSnapshot.class,
                Map.of(
                        "number", CASE,
                        "item", "LB" + request.id(),
                        "itemVersion", version,
                        "applicant", by));
        GateQuestion question = new GateQuestion(GatedCommand.SUBMIT, before, null, world.owner());
        List<GateAnswer> answers = new ArrayList<>();
        node.transactions().write(world.owner(), Void.class, unit -> {
            answers.add(world.wiring.jointGate().check(question, unit));
            return null;
        });
        return answers.get(0);
    }

    private static String refusal(GateAnswer answer) {
        return ((GateAnswer.Refused) answer).code().code();
    }

    @Test
    public void theCentreConsentsInWritingAndTheBundleStandsForThisApplication() {
        JointView asked = asked();
        assertEquals(JointState.RECEIVED, asked.summary().state());
        assertEquals("two working days", TODAY.plusDays(2), asked.summary().due());
        assertEquals(List.of(JointStep.WITHDRAW), asked.steps());
        assertEquals("nothing can be handed in yet", "", asked.bundle());

        JointView consented = world.joint.consent(asked.id(), consent("市场监管局"), world.section());
        assertEquals(JointState.CONSENTED, consented.summary().state());
        assertEquals("市场监管局", consented.lead());
        assertEquals("LB" + asked.id(), consented.bundle());
        assertTrue(consented.applicant().phone().contains("*"));
        assertEquals(Set.of("joint-consent"), Set.of(world.issued.get("D0").kind()));
        assertEquals("15", world.issued.get("D0").facts().get("days"));
        assertEquals("事项FOOD、事项FIRE", world.issued.get("D0").facts().get("items"));
        assertEquals(AgencyWorld.OWNER, world.told.get(0).account());
        assertTrue(
                world.jointBundles.reserved(consented.bundle(), world.owner()).isPresent());
        assertTrue(
                "another centre knows nothing of it",
                world.jointBundles
                        .reserved(consented.bundle(), world.as("x", "applicant", LAISHAN))
                        .isEmpty());
        sound();
    }

    @Test
    public void theSectionOfTheCentreLeadsWhereNoDepartmentDoes() {
        world.joint.consent(asked().id(), new Consent("", "海阳市行政审批服务局", BundleKind.SURVEY, 20, ""), world.section());
        assertEquals(
                "a section decides nothing in its own name",
                "organ",
                field(() -> world.joint.consent(
                        world.joint.ask(ask("FOOD", "SIGN"), world.owner()).id(), consent(""), world.section())));
        var wish = world.bundles.wishes.get(1);
        assertEquals("业务科", wish.lead());
        assertEquals(BundleKind.SURVEY, wish.kind());
        assertEquals(20, wish.totalLimit());
        assertEquals(List.of("FOOD", "FIRE"), wish.items());
    }

    @Test
    public void whatWasConsentedToIsHandedInOnceByWhoeverHasAsked() {
        JointView consented = consented();
        assertEquals("joint-not-asked", refusal(handedIn(consented, AgencyWorld.CITIZEN, 1)));
        assertEquals(GateAnswer.noObjection(), handedIn(consented, AgencyWorld.USCC, 1));

        JointView over = world.joint.findOwn(consented.id(), world.owner());
        assertEquals(JointState.HANDED_IN, over.summary().state());
        assertEquals(CASE, over.caseNumber());
        assertEquals("", over.bundle());
        assertTrue(over.steps().isEmpty());
        assertEquals("once", "joint-state", refusal(handedIn(consented, AgencyWorld.USCC, 1)));
        assertTrue(
                "nobody begins what cannot be handed in",
                world.jointBundles
                        .reserved("LB" + consented.id(), world.owner())
                        .isEmpty());
        sound();
    }

    @Test
    public void beforeTheConsentAndAfterAWithdrawalNothingIsHandedIn() {
        JointView asked = asked();
        assertTrue(world.jointBundles.reserved("LB" + asked.id(), world.owner()).isEmpty());
        JointView consented = world.joint.consent(asked.id(), consent("市场监管局"), world.section());
        world.joint.withdraw(consented.id(), new Reason("不办了"), world.owner());
        assertEquals("joint-state", refusal(handedIn(consented, AgencyWorld.USCC, 1)));
        assertEquals(Set.of("D0"), world.revoked.keySet());
        assertTrue(world.jointBundles.reserved("LB" + asked.id(), world.owner()).isEmpty());
        assertEquals("whoever withdraws knows", 1, world.told.size());
        assertEquals(
                "joint-state", codeOf(() -> world.joint.consent(consented.id(), consent("市场监管局"), world.section())));
        sound();
    }

    @Test
    public void whatWasAskedForOnlineEndsAtTheWindowOnPaperOnlyAndTheAccountIsTold() {
        JointView consented = consented();
        assertTrue(consented.online());
        Withdraw unproven = new Withdraw("申请人来电", " ");
        assertEquals("paper", field(() -> world.joint.withdrawAtWindow(consented.id(), unproven, world.clerk())));
        Withdraw onPaper = new Withdraw("不办了", "窗口档案盒三号");
        world.joint.withdrawAtWindow(consented.id(), onPaper, world.clerk());
        assertEquals(Set.of("D0"), world.revoked.keySet());
        assertEquals("agency-joint-withdrawn", world.told.get(1).kind());
        assertEquals(AgencyWorld.OWNER, world.told.get(1).account());
        JointView own = world.joint.findOwn(consented.id(), world.owner());
        String words = own.notes().get(own.notes().size() - 1).words();
        assertTrue(words, words.contains("不办了") && words.contains("窗口档案盒三号"));
        assertEquals("joint-state", codeOf(() -> world.joint.withdrawAtWindow(own.id(), unproven, world.clerk())));

        JointView atWindow = world.joint.takeIn(ask("FOOD", "SIGN"), world.clerk());
        assertFalse(atWindow.online());
        world.joint.withdrawAtWindow(atWindow.id(), new Withdraw("不办了", null), world.clerk());
        assertEquals("whoever has no account is told on the spot", 2, world.told.size());
        sound();
    }

    @Test
    public void itIsPutTogetherAnewWhereItsItemsHaveChanged() {
        JointView consented = consented();
        world.joint.consent(consented.id(), consent("消防救援大队"), world.section());
        assertEquals(Set.of("D0"), world.revoked.keySet());
        assertEquals("what was put together before", "joint-state", refusal(handedIn(consented, AgencyWorld.USCC, 1)));
        assertEquals(GateAnswer.noObjection(), handedIn(consented, AgencyWorld.USCC, 2));
    }

    @Test
    public void aRefusalIsToldWithItsReasonAndLateStaysLate() {
        JointView asked = asked();
        world.province.pass(Duration.ofDays(3));
        assertTrue(world.joint.find(asked.id(), world.clerk()).summary().late());
        JointView declined = world.joint.decline(asked.id(), new Words("各事项办理先后有序，不宜联办"), world.section());
        assertEquals(JointState.DECLINED, declined.summary().state());
        assertTrue(declined.summary().late());
        assertEquals("joint-refusal", world.issued.get("D0").kind());
        assertEquals("各事项办理先后有序，不宜联办", world.issued.get("D0").facts().get("words"));
        assertEquals("agency-joint", world.told.get(0).kind());
        assertEquals("joint-state", codeOf(() -> world.joint.decline(asked.id(), new Words("w"), world.section())));
        sound();
    }

    private void visit() {
        LeasedJob job = world.wiring.reminders(world.cases(), world.documents(), world.notices());
        CallContext call = CallContext.system(HAIYANG, world.province.now(), "test");
        job.run(new TestRun(
                call, node.leases().acquire(job.name(), Duration.ofMinutes(1)).orElseThrow(), true));
    }

    @Test
    public void thatTheDayOfTheAnswerHasPassedIsWrittenDownOnce() {
        String waiting = asked().id();
        String answered = consented().id();
        world.province.pass(Duration.ofDays(2));
        visit();
        assertEquals("in time", 1, world.joint.find(waiting, world.clerk()).version());
        world.province.pass(Duration.ofDays(1));
        visit();
        JointView late = world.joint.find(waiting, world.clerk());
        assertTrue(late.summary().late());
        assertEquals("it is a step of its own", 2, late.version());
        world.province.pass(Duration.ofDays(1));
        visit();
        assertEquals("once", 2, world.joint.find(waiting, world.clerk()).version());
        assertFalse(world.joint.find(answered, world.clerk()).summary().late());
        JointView consented = world.joint.consent(waiting, consent("市场监管局"), world.section());
        assertTrue("late stays late", consented.summary().late());
        sound();
    }

    @Test
    public void oneAccountDoesNotKeepTheCentreBusy() {
        String first = asked().id();
        for (int i = 1; i < 10; i++) {
            asked();
        }
        int composed = world.bundles.wishes.size();
        assertEquals("too-many-requests", codeOf(this::asked));
        assertEquals("nothing is put together for it", composed, world.bundles.wishes.size());
        world.joint.takeIn(ask("FOOD", "FIRE"), world.clerk());
        world.joint.decline(first, new Words("理由"), world.section());
        asked();
    }

    @Test
    public void whatCannotBeHandledJointlyIsSaidAtOnce() {
        assertEquals("items", field(() -> world.joint.ask(ask("FOOD", "FOOD"), world.owner())));
        assertEquals("items[1]", field(() -> world.joint.ask(ask("FOOD", "NONE"), world.owner())));
        assertEquals(
                "bundle-member-elsewhere",
                codeOf(() -> world.joint.ask(ask("FOOD", PlayedBundles.ABOVE), world.owner())));
        assertEquals("items[1]", field(() -> world.joint.ask(ask("FOOD", PlayedBundles.ABOVE), world.owner())));
        world.bundles.bundled = Set.of("FOOD", "FIRE");
        assertEquals("joint-bundled", codeOf(this::asked));
        world.joint.ask(ask("FOOD", "FIRE", "SIGN"), world.owner());
    }

    @Test
    public void whoMayDoWhat() {
        JointView atWindow = world.joint.takeIn(ask("FOOD", "SIGN"), world.clerk());
        CallContext stranger = world.as("stranger", "applicant", HAIYANG);
        assertEquals("joint-unknown", codeOf(() -> world.joint.findOwn(atWindow.id(), world.owner())));
        assertEquals("joint-unknown", codeOf(() -> world.joint.findOwn(asked().id(), stranger)));
        assertEquals(
                "joint-unknown",
                codeOf(() -> world.joint.find(atWindow.id(), world.as("manager", "centre-manager", LAISHAN))));
        assertEquals("not-allowed", codeOf(() -> world.joint.consent(atWindow.id(), consent("城管局"), world.clerk())));
        assertEquals("not-allowed", codeOf(() -> world.joint.list(null, PageRequest.of(9, null), world.owner())));
        world.joint.decline(atWindow.id(), new Words("理由"), world.manager());
        assertTrue("whoever has no account is told on paper", world.told.isEmpty());
        assertEquals(1, world.joint.own(world.owner()).size());
        assertEquals(
                1,
                world.joint
                        .list(JointState.RECEIVED, PageRequest.of(9, null), world.section())
                        .items()
                        .size());
        assertFalse(world.joint
                .unmask(atWindow.id(), new Reason("核对申请人身份"), world.section())
                .applicant()
                .phone()
                .contains("*"));
    }
}
