package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.agency.internal.AgencyWorld.lodge;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.api.RequestOutcome;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Complete;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.ServedView;
import org.yichuang.cases.api.CaseState;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;

/** Agents act in writing, free of charge, and applicants see how it stands. */
public class RequestTest extends AgencyContract {
    private static final Words WORDS = new Words("已核实");
    private static final Consent SEEN = new Consent("已核实", true);
    private static final String CASE = "370687-20260302-AAAAAAAAAA";

    private String agent;

    private RequestView lodged() {
        return world.requests.request(lodge(Eligibility.INVESTMENT_PROMOTION, 1), world.owner());
    }

    private String assigned() {
        String id = lodged().id();
        agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        world.requests.consent(id, SEEN, world.manager());
        world.requests.assign(id, new Assign(agent), world.manager());
        return id;
    }

    private String serving() {
        String id = assigned();
        world.requests.entrust(id, new Entrust("陈总", false), world.owner());
        return id;
    }

    @Test
    public void theOneCardBeginsWithHalfAMillionYuanItself() {
        for (Eligibility project : List.of(Eligibility.CAPITAL_CONSTRUCTION, Eligibility.ECONOMIC_CONSTRUCTION)) {
            assertEquals(
                    "not-eligible", codeOf(() -> world.requests.request(lodge(project, 49_999_999), world.owner())));
            assertEquals(
                    RequestState.RECEIVED,
                    world.requests
                            .request(lodge(project, 50_000_000), world.owner())
                            .summary()
                            .state());
        }
        world.requests.request(lodge(Eligibility.PUBLIC_INFRASTRUCTURE, 0), world.owner());
    }

    @Test
    public void whomAgentsActForIsTheCentresChoice() {
        assertEquals(6, world.requests.classes(world.owner()).size());
        world.province.policy(HAIYANG, "policy.agency.classes", "foreign-investment");
        assertEquals(
                "not-eligible",
                codeOf(() -> world.requests.request(lodge(Eligibility.KEY_CONSTRUCTION, 1), world.owner())));
        assertEquals(3, world.requests.classes(world.owner()).size());
    }

    @Test
    public void aServiceGoesFromTheRequestToItsEndInWriting() {
        String id = lodged().id();
        assertEquals(LocalDate.of(2026, 3, 5), find(id).summary().due());
        world.requests.consent(id, SEEN, world.manager());
        assertEquals("agency-consent", world.issued.get("D0").kind());
        assertEquals("你单位", world.issued.get("D0").facts().get("you"));
        agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        world.requests.assign(id, new Assign(agent), world.manager());
        RequestView entrusted = world.requests.entrust(id, new Entrust("陈总", false), world.owner());
        assertEquals(RequestState.SERVING, entrusted.summary().state());
        assertEquals("agency-entrustment", world.issued.get("D1").kind());
        assertEquals("吴代办", world.issued.get("D1").facts().get("agent"));
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED);
        world.requests.attach(id, new Attach(CASE), world.agent());
        world.requests.report(id, new Words("规划方案已送审"), world.agent());
        Complete complete = new Complete("三证已领", null);
        assertEquals("cases-open", codeOf(() -> world.requests.complete(id, complete, world.agent())));
        world.stands(CASE, AgencyWorld.USCC, CaseState.ISSUED);
        RequestView done = world.requests.complete(id, complete, world.agent());
        assertEquals(RequestOutcome.DONE, done.summary().outcome());
        assertEquals("代办已完成", world.revoked.get("D1"));
        assertEquals(List.of(), done.steps());
        assertEquals(
                List.of("lodge", "consent", "assign", "entrust", "attach", "report", "complete"),
                done.notes().stream().map(AgencyViews.NoteView::step).toList());
        sound();
    }

    @Test
    public void theCentreRefusesInWriting() {
        String id = lodged().id();
        RequestView refused = world.requests.refuse(id, new Words("不属于本中心事项"), world.manager());
        assertEquals(RequestOutcome.REFUSED, refused.summary().outcome());
        assertEquals("不属于本中心事项", world.issued.get("D0").facts().get("words"));
        assertEquals("agency-answered", world.told.get(0).kind());
        assertEquals("request-state", codeOf(() -> world.requests.consent(id, SEEN, world.manager())));
    }

    @Test
    public void onlyWhoMayActTodayIsAssignedAndActs() {
        String id = lodged().id();
        world.requests.consent(id, SEEN, world.manager());
        String raw = world.registered("未训者", "13900000000", "raw");
        assertEquals("agent-not-qualified", codeOf(() -> world.requests.assign(id, new Assign(raw), world.manager())));
        assertEquals("agent-unknown", codeOf(() -> world.requests.assign(id, new Assign("x"), world.manager())));

        agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        world.requests.assign(id, new Assign(agent), world.manager());
        world.requests.entrust(id, new Entrust("陈总", false), world.owner());
        world.agents.withdraw(agent, new Reason("不再担任"), world.manager());
        assertFalse(find(id).agentQualified());
        assertEquals("agent-not-qualified", codeOf(() -> world.requests.report(id, WORDS, world.agent())));
    }

    @Test
    public void whatWasEntrustedToOneAgentEndsWithTheNext() {
        String id = serving();
        String next = world.qualified("郑代办", "13900000000", "agent-zheng");
        RequestView moved = world.requests.assign(id, new Assign(next), world.manager());
        assertEquals(RequestState.ASSIGNED, moved.summary().state());
        assertEquals("已另行指派代办员", world.revoked.get("D1"));
        assertEquals("request-unknown", codeOf(() -> world.requests.report(id, WORDS, world.agent())));
    }

    @Test
    public void aCaseOfSomebodyElseIsNotAttached() {
        String id = serving();
        world.stands(CASE, AgencyWorld.CITIZEN, CaseState.RECEIVED);
        assertEquals("case-not-of-applicant", codeOf(() -> world.requests.attach(id, new Attach(CASE), world.agent())));
        assertEquals("case-not-of-applicant", codeOf(() -> world.requests.attach(id, new Attach("N"), world.agent())));
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED);
        world.requests.attach(id, new Attach(CASE), world.agent());
        assertEquals("case-served", codeOf(() -> world.requests.attach(id, new Attach(CASE), world.agent())));
    }

    @Test
    public void aCaseThatNamesTheAgentIsAttachedByItself() {
        String id = serving();
        world.stands(CASE, AgencyWorld.CITIZEN, CaseState.RECEIVED, agent);
        hear("submitted");
        assertEquals("of somebody else", List.of(), own(id).cases());
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED, "nobody");
        hear("submitted");
        assertEquals(List.of(), own(id).cases());
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED, agent);
        hear("submitted");
        hear("submitted");
        assertEquals(CASE, own(id).cases().get(0).number());
        sound();
    }

    @Test
    public void whoseAuthorityHasEndedOpensNothingAndTheirPaperHoldsNoMore() {
        String id = serving();
        DocumentStanding.Asked paper = new DocumentStanding.Asked("D1", "agency-request", id);
        assertTrue(world.wiring.standing().ended(paper, world.owner()).isEmpty());
        world.agents.withdraw(agent, new Reason("不再担任"), world.manager());
        assertEquals("agent-not-qualified", codeOf(() -> phoneOpened(id, world.agent())));
        assertTrue(world.revoked.containsKey("D1"));
    }

    @Test
    public void whoHasServedHearsAndOpensNothingAfterTheEnd() {
        String id = serving();
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED);
        world.requests.attach(id, new Attach(CASE), world.agent());
        world.stands(CASE, AgencyWorld.USCC, CaseState.ISSUED);
        world.requests.complete(id, new Complete("已办结", null), world.agent());
        assertEquals("request-state", codeOf(() -> phoneOpened(id, world.agent())));
        world.told.clear();
        world.stands(CASE, AgencyWorld.USCC, CaseState.DELIVERED);
        hear("delivered");
        assertEquals(
                List.of(AgencyWorld.OWNER),
                world.told.stream().map(request -> request.account()).toList());
    }

    @Test
    public void noAgentWritesDownThatTheyAreEntrusted() {
        String id = lodged().id();
        agent = world.qualified("王窗口", "13905351234", "clerk");
        world.requests.consent(id, SEEN, world.manager());
        world.requests.assign(id, new Assign(agent), world.manager());
        world.told.clear();
        Entrust paper = new Entrust("张小明", true);
        assertEquals("entrustment-own", codeOf(() -> world.requests.entrustOnPaper(id, paper, world.clerk())));
        world.requests.entrustOnPaper(id, paper, world.manager());
        assertTrue("who has asked is told", world.told.stream().anyMatch(request -> request.account()
                .equals(AgencyWorld.OWNER)));
        assertTrue(find(id).notes().stream().noneMatch(note -> note.words().contains("张小明")));
        String none = world.qualified("冯代办", "13900000000", "");
        assertEquals(
                "agent-without-account", codeOf(() -> world.requests.assign(id, new Assign(none), world.manager())));
    }

    @Test
    public void applicantAndAgentHearWhereTheCaseStands() {
        String id = serving();
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED);
        world.requests.attach(id, new Attach(CASE), world.agent());
        world.told.clear();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        hear("accepted");
        hear("accepted");
        assertEquals(
                "each once",
                List.of(AgencyWorld.OWNER, AgencyWorld.AGENT_ACCOUNT),
                world.told.stream().map(request -> request.account()).toList());
        ServedView served = world.requests.findOwn(id, world.owner()).cases().get(0);
        assertEquals(CaseState.ACCEPTED, served.state());
        sound();
    }

    private void hear(String type) {
        CallContext context = CallContext.system(HAIYANG, world.province.now(), "r");
        DomainEvent event = DomainEvent.of("cases", type).about(CASE, "ITEM");
        EventEnvelope envelope =
                new EventEnvelope(HAIYANG, event, "case", CASE, 1, "clerk", "王", context.at(), "r", 1, 1);
        node.transactions().write(context, Void.class, unit -> {
            EventListener watch = world.wiring.watch(world.cases(), world.documents(), world.notices());
            assertTrue(watch.wants().wants(event) && watch.follows(HAIYANG));
            watch.on(envelope, unit);
            return null;
        });
    }

    @Test
    public void theWindowTakesInAndSeesThePaper() {
        String id = world.requests
                .takeIn(lodge(Eligibility.KEY_CONSTRUCTION, 1), world.clerk())
                .id();
        agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        world.requests.consent(id, SEEN, world.manager());
        world.requests.assign(id, new Assign(agent), world.manager());
        assertEquals("nobody has an account but the agent", 1, world.told.size());
        assertEquals("paper", field(() -> world.requests.entrustOnPaper(id, new Entrust("陈总", false), world.clerk())));
        world.requests.entrustOnPaper(id, new Entrust("陈总", true), world.clerk());
        RequestView gone = world.requests.withdrawAtWindow(id, new Reason("不再需要"), world.clerk());
        assertEquals(RequestOutcome.WITHDRAWN, gone.summary().outcome());
        assertEquals("委托人已撤回", world.revoked.get("D1"));
    }

    @Test
    public void everybodySeesWhatIsTheirs() {
        String id = assigned();
        assertEquals("91350100M000100Y43", find(id).applicant().idNumber());
        assertEquals(
                "0535-3221234",
                world.requests.findOwn(id, world.owner()).applicant().phone());
        assertFalse(find(id).applicant().phone().equals("0535-3221234"));
        assertEquals("0535-3221234", phoneOpened(id, world.agent()));
        assertEquals("request-unknown", codeOf(() -> phoneOpened(id, world.as("x", "agent", HAIYANG))));
        assertEquals("request-unknown", codeOf(() -> world.requests.findOwn(id, world.as("x", "applicant", HAIYANG))));
        assertEquals("request-unknown", codeOf(() -> world.requests.findServed(id, world.as("x", "agent", HAIYANG))));
        assertEquals("not-allowed", codeOf(() -> world.requests.find(id, world.owner())));
        assertEquals(
                "request-unknown", codeOf(() -> world.requests.find(id, world.as("m", "centre-manager", LAISHAN))));
        assertEquals(Set.of(RequestStep.ENTRUST, RequestStep.WITHDRAW), Set.copyOf(own(id).steps()));
        PageRequest page = PageRequest.of(null, null);
        assertEquals(
                1, world.requests.assigned(null, page, world.agent()).items().size());
        assertEquals(
                0,
                world.requests
                        .list(RequestState.RECEIVED, page, world.clerk())
                        .items()
                        .size());
        assertEquals(1, world.requests.own(world.owner()).size());
    }

    private String phoneOpened(String id, CallContext context) {
        return world.requests
                .unmask(id, new Reason("联系申请人"), context)
                .applicant()
                .phone();
    }

    private RequestView own(String id) {
        return world.requests.findOwn(id, world.owner());
    }

    @Test
    public void whatWasLateStaysLate() {
        String id = lodged().id();
        world.province.pass(Duration.ofDays(4));
        assertTrue(find(id).summary().late());
        world.requests.consent(id, SEEN, world.manager());
        assertTrue(find(id).summary().late());
        assertTrue(find(id).notes().get(1).late());
        assertEquals(LocalDate.of(2026, 3, 10), find(id).summary().due());
    }

    @Test
    public void aWrongNumberIsRefusedWithItsField() {
        AgencyCommands.Lodge good = lodge(Eligibility.KEY_CONSTRUCTION, 1);
        AgencyCommands.Applicant bad = new AgencyCommands.Applicant("enterprise", "甲", null, "123", "", "1");
        assertEquals(
                "applicant.idNumber",
                field(() -> world.requests.request(
                        new AgencyCommands.Lodge(good.eligibility(), "p", 1L, bad, "n"), world.owner())));
        assertEquals(
                "investmentFen",
                field(() -> world.requests.request(lodge(Eligibility.KEY_CONSTRUCTION, -1), world.owner())));
    }

    @Test
    public void nobodyNeedsToNameAContact() {
        AgencyCommands.Applicant alone =
                new AgencyCommands.Applicant("person", "张小明", null, AgencyWorld.CITIZEN, null, "13905351234");
        RequestView taken = world.requests.takeIn(
                new AgencyCommands.Lodge(Eligibility.KEY_CONSTRUCTION, "p", 1L, alone, "n"), world.clerk());
        assertEquals("张*明", taken.applicant().name());
        assertEquals("", taken.applicant().contact());
    }

    private RequestView find(String id) {
        return world.requests.find(id, world.manager());
    }
}
