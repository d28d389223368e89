package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.agency.api.AgentSource;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Register;
import org.yichuang.agency.internal.AgencyCommands.Train;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.AgentView;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.rest.AgentResource;
import org.yichuang.agency.internal.rest.OwnRequestResource;
import org.yichuang.agency.internal.rest.ServedRequestResource;
import org.yichuang.kernel.api.CallContext;

/** Agents and requests as callers of the interface meet them. */
public class AgencyRestTest extends AgencyContract {
    private static AgentView agent(Response answer) {
        return (AgentView) answer.getEntity();
    }

    private static RequestView request(Response answer) {
        assertEquals(200, answer.getStatus());
        RequestView view = (RequestView) answer.getEntity();
        assertTrue(answer.getHeaderString("ETag").contains(Integer.toString(view.version())));
        return view;
    }

    private String qualified(AgentResource agents) {
        Register asked =
                new Register("吴代办", AgentSource.PARK, "海阳经济开发区", "开发区", AgencyWorld.AGENT_ACCOUNT, "13905351234");
        Response made = agents.register(asked, world.manager());
        assertEquals(201, made.getStatus());
        String id = agent(made).id();
        assertTrue(made.getLocation().toString().endsWith("/agency/agents/" + id));
        LocalDate today = world.manager().today();
        agents.train(id, new Train(today, true, today.plusMonths(6)), world.manager());
        Response authorised = agents.authorise(id, new Authorise(today.plusMonths(6), "文号"), world.manager());
        assertTrue(agent(authorised).qualified());
        return id;
    }

    @Test
    public void anAgentIsRegisteredTrainedAndAuthorisedAndEverybodySeesNoTelephone() {
        AgentResource agents = new AgentResource(world.agents);
        String id = qualified(agents);

        assertEquals(1, agents.published(null, null, world.owner()).items().size());
        assertTrue(agent(agents.find(id, world.clerk())).phone().contains("*"));
        assertEquals(
                "13905351234",
                agent(agents.unmask(id, new Reason("核实联系方式"), world.manager())).phone());
        assertEquals("not-allowed", codeOf(() -> agents.withdraw(id, new Reason("w"), world.clerk())));
        agents.withdraw(id, new Reason("不再担任"), world.manager());
        assertEquals(0, agents.list(true, null, null, world.clerk()).items().size());
    }

    @Test
    public void oneSeesAndEntrustsOnesOwnRequestAndTheAgentServesIt() {
        String agent = qualified(new AgentResource(world.agents));
        String id = world.requests
                .request(AgencyWorld.lodge(Eligibility.INVESTMENT_PROMOTION, 1), world.owner())
                .id();
        world.requests.consent(id, new Consent("已核实", true), world.manager());
        world.requests.assign(id, new Assign(agent), world.manager());
        OwnRequestResource own =
                new OwnRequestResource(world.requests, world.wiring.papers(world.requests, world.documents()));
        CallContext stranger = world.as("stranger", "applicant", HAIYANG);

        assertEquals(1, own.own(world.owner()).items().size());
        assertEquals("request-unknown", codeOf(() -> own.find(id, stranger)));
        assertEquals(
                RequestState.SERVING,
                request(own.entrust(id, new Entrust("陈总", false), world.owner()))
                        .summary()
                        .state());
        ServedRequestResource served =
                new ServedRequestResource(world.requests, world.wiring.papers(world.requests, world.documents()));
        request(served.report(id, new Words("材料已齐"), world.agent()));
        assertEquals(
                "request-unknown",
                codeOf(() -> served.report(id, new Words("w"), world.as("other", "agent", HAIYANG))));
        assertEquals(
                RequestState.CLOSED,
                request(own.withdraw(id, new Reason("不再需要"), world.owner()))
                        .summary()
                        .state());
    }
}
