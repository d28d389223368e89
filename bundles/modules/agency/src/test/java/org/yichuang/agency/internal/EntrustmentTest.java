package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.agency.internal.AgencyWorld.lodge;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.api.RequestOutcome;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Complete;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.Representative;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.testing.TestRun;

/** Who has asked for whom, who may act, and until when; on both databases. */
public class EntrustmentTest extends AgencyContract {
    private static final String CASE = "370687-20260302-AAAAAAAAAA";
    private static final Consent SEEN = new Consent("已核实", true);

    private String agent;

    private String assigned(CallContext by, Consent consent) {
        String id = world.requests
                .request(lodge(Eligibility.INVESTMENT_PROMOTION, 1), by)
                .id();
        if (agent == null) {
            agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        }
        world.requests.consent(id, consent, world.manager());
        world.requests.assign(id, new Assign(agent), world.manager());
        return id;
    }

    private String serving() {
        String id = assigned(world.owner(), SEEN);
        world.requests.entrust(id, new Entrust("陈总", false), world.owner());
        return id;
    }

    private void hear(String type) {
        CallContext context = CallContext.system(HAIYANG, world.province.now(), "r");
        DomainEvent event = DomainEvent.of("cases", type).about(CASE, "ITEM");
        EventEnvelope envelope =
                new EventEnvelope(HAIYANG, event, "case", CASE, 1, "clerk", "王", context.at(), "r", 1, 1);
        node.transactions().write(context, Void.class, unit -> {
            world.wiring
                    .watch(world.cases(), world.documents(), world.notices())
                    .on(envelope, unit);
            return null;
        });
    }

    private List<String> told() {
        return world.told.stream().map(request -> request.account()).toList();
    }

    @Test
    public void anAccountThatNobodyHasComparedWithTheApplicantSignsAtTheWindow() {
        String id = assigned(world.owner(), new Consent("同意", null));
        assertEquals(
                "entrustment-at-window",
                codeOf(() -> world.requests.entrust(id, new Entrust("陈总", false), world.owner())));
        world.requests.entrustOnPaper(id, new Entrust("陈总", true), world.clerk());
    }

    @Test
    public void aCaseGoesToNobodyElsesRequest() {
        serving();
        CallContext stranger = world.as("stranger", "applicant", HAIYANG);
        world.applicants.add("stranger");
        String other = assigned(stranger, SEEN);
        world.requests.entrust(other, new Entrust("陈总", false), stranger);
        world.told.clear();
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED, agent);
        hear("submitted");
        assertEquals("of two nobody knows which", List.of(), told());

        world.submitters.put(CASE, AgencyWorld.OWNER);
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED, agent);
        assertEquals(
                "the owner has handed it in by their own account",
                "case-not-of-applicant",
                codeOf(() -> world.requests.attach(other, new Attach(CASE), world.agent())));
    }

    @Test
    public void whoMayNotActAnyMoreHearsNothing() {
        String id = serving();
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED);
        world.requests.attach(id, new Attach(CASE), world.agent());
        world.agents.withdraw(agent, new Reason("不再担任"), world.manager());
        world.told.clear();
        world.stands(CASE, AgencyWorld.USCC, CaseState.ACCEPTED);
        hear("accepted");
        assertEquals(List.of(AgencyWorld.OWNER), told());
    }

    @Test
    public void whatWasEntrustedEndsWithTheAuthorisationAndItsPaperIsRevoked() {
        String id = serving();
        world.told.clear();
        world.agents.withdraw(agent, new Reason("不再担任"), world.manager());
        assertEquals(Set.of("D1"), world.revoked.keySet());
        assertEquals("whose request it is hears of it", List.of(AgencyWorld.OWNER), told());
        assertEquals(
                RequestState.ASSIGNED,
                world.requests.find(id, world.manager()).summary().state());

        LocalDate until = world.manager().today().plusMonths(1);
        world.agents.authorise(agent, new Authorise(until, "重新授权"), world.manager());
        assertEquals(
                "nobody has asked the applicant anew",
                "request-state",
                codeOf(() -> world.requests.report(id, new Words("材料已齐"), world.agent())));
        world.requests.entrust(id, new Entrust("陈总", false), world.owner());
        world.requests.report(id, new Words("材料已齐"), world.agent());
        sound();
    }

    @Test
    public void aPaperEndsOnTheDayAfterTheLastOfItsAgent() {
        String id = serving();
        DocumentStanding.Asked paper = new DocumentStanding.Asked("D1", "agency-request", id);
        LocalDate last = world.manager().today().plusMonths(6);
        world.province.pass(Duration.ofDays(200));
        assertEquals(last.plusDays(1), since(paper));
    }

    @Test
    public void whereNobodyActsAnyMoreWhoeverHasAssignedIsReminded() {
        serving();
        world.told.clear();
        world.province.pass(Duration.ofDays(200));
        visit();
        assertEquals(List.of("manager"), told());
        visit();
        assertEquals("once", List.of("manager"), told());
        sound();
    }

    private LocalDate since(DocumentStanding.Asked paper) {
        return world.wiring.standing().ended(paper, world.owner()).orElseThrow().since();
    }

    @Test
    public void allIsDoneWhenTheCasesAreOverOrItIsSaidWhyThereAreNone() {
        String id = serving();
        assertEquals("withoutCase", field(() -> world.requests.complete(id, new Complete("完成", null), world.agent())));
        assertEquals(
                RequestOutcome.DONE,
                world.requests
                        .complete(id, new Complete("完成", "只需咨询"), world.agent())
                        .summary()
                        .outcome());
        sound();
    }

    @Test
    public void whoSaysNothingInTimeIsRemindedOnce() {
        String id = serving();
        world.told.clear();
        visit();
        assertEquals(List.of(), told());
        world.province.pass(Duration.ofDays(20));
        visit();
        world.province.pass(Duration.ofDays(1));
        visit();
        assertEquals(List.of(AgencyWorld.AGENT_ACCOUNT), told());
        world.requests.report(id, new Words("材料已齐"), world.agent());
        world.told.clear();
        world.province.pass(Duration.ofDays(20));
        visit();
        assertEquals("and again for the next day", List.of(AgencyWorld.AGENT_ACCOUNT), told());
        sound();
    }

    private void visit() {
        LeasedJob job = world.wiring.reminders(world.cases(), world.documents(), world.notices());
        CallContext call = CallContext.system(HAIYANG, world.province.now(), "test");
        job.run(new TestRun(
                call, node.leases().acquire(job.name(), Duration.ofMinutes(1)).orElseThrow(), true));
    }

    @Test
    public void nobodyActsInACaseWhoDoesNotStandInTheRegister() {
        agent = world.qualified("吴代办", "13905351234", AgencyWorld.AGENT_ACCOUNT);
        assertEquals(GateAnswer.noObjection(), asked(agent, "吴代办", false));
        assertEquals(GateAnswer.noObjection(), asked("", "某人", false));
        assertEquals("agent-unknown", refusal(asked("X", "吴代办", false)));
        assertEquals("agent-unknown", refusal(asked(agent, "郑某", false)));
        assertEquals(
                "whoever has read id and name in the public list",
                "agent-unknown",
                refusal(asked(agent, "吴代办", "13900000001", false)));
        assertEquals("of the register below", GateAnswer.noObjection(), asked("X", "吴代办", true));
        world.agents.withdraw(agent, new Reason("不再担任"), world.manager());
        assertEquals("agent-not-qualified", refusal(asked(agent, "吴代办", false)));
        assertEquals(
                "what was handed in by somebody authorised is accepted",
                Set.of(GatedCommand.SUBMIT),
                world.wiring.agentGate().commands());
    }

    private static String refusal(GateAnswer answer) {
        return ((GateAnswer.Refused) answer).code().code();
    }

    private GateAnswer asked(String named, String name, boolean transferred) {
        return asked(named, name, "13905351234", transferred);
    }

    private GateAnswer asked(String named, String name, String phone, boolean transferred) {
        Representative acting =
                new Representative(Representative.Kind.AGENT, name, null, AgencyWorld.CITIZEN, phone, named, null);
        CaseSnapshot before = Filled.of(
                CaseSnapshot.class, Map.of("number", CASE, "representative", acting, "transferred", transferred));
        GateQuestion question = new GateQuestion(GatedCommand.SUBMIT, before, null, world.clerk());
        List<GateAnswer> answers = new ArrayList<>();
        node.transactions()
                .read(
                        world.clerk(),
                        unit -> answers.add(world.wiring.agentGate().check(question, unit)));
        return answers.get(0);
    }

    @Test
    public void thoseWhoOnlyLookOnReadNothingThatWasWrittenOfAnybody() {
        String id = assigned(world.owner(), new Consent("联系电话13905351234", true));
        String words = world.requests.find(id, world.manager()).notes().get(1).words();
        assertEquals(words, "联系电话139****1234", words);
    }
}
