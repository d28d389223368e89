package org.yichuang.agency.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Register;
import org.yichuang.agency.internal.AgencyCommands.Train;
import org.yichuang.agency.internal.AgencyViews.AgentView;
import org.yichuang.agency.internal.AgencyViews.Published;
import org.yichuang.agency.internal.Agents;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** The register of agents. */
@Path("/{tenant}/agency/agents")
@Produces(MediaType.APPLICATION_JSON)
public class AgentResource {
    private final Agents agents;

    public AgentResource(Agents agents) {
        this.agents = agents;
    }

    /** The agents; with {@code qualified} those who may act today. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<AgentView> list(
            @QueryParam("qualified") boolean qualified,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return agents.list(qualified, PageRequest.of(limit, cursor), context);
    }

    /** Those who may act today, for everybody. */
    @GET
    @Path("published")
    @AllowEveryone
    public Page<Published> published(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return agents.published(PageRequest.of(limit, cursor), context);
    }

    /** One. */
    @GET
    @Path("{agent}")
    @RequiresPermission(AgencyPermission.VIEW)
    @Answers(AgentView.class)
    public Response find(@PathParam("agent") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(agents.find(id, context));
    }

    /** Registers one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    @Command
    @Answers(value = AgentView.class, status = 201)
    public Response register(@NotNull @Valid Register command, @Context CallContext context) {
        return Tagged.created(agents.register(command, context), context);
    }

    /** Writes down a training. */
    @POST
    @Path("{agent}/training")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    @Command
    @Answers(AgentView.class)
    public Response train(
            @PathParam("agent") @Size(max = 40) String id,
            @NotNull @Valid Train command,
            @Context CallContext context) {
        return Tagged.of(agents.train(id, command, context));
    }

    /** Lets one act until a day. */
    @POST
    @Path("{agent}/authorisation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    @Command
    @Answers(AgentView.class)
    public Response authorise(
            @PathParam("agent") @Size(max = 40) String id,
            @NotNull @Valid Authorise command,
            @Context CallContext context) {
        return Tagged.of(agents.authorise(id, command, context));
    }

    /** Lets one act no more. */
    @POST
    @Path("{agent}/authorisation-withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    @Command
    @Answers(AgentView.class)
    public Response withdraw(
            @PathParam("agent") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(agents.withdraw(id, command, context));
    }

    /** Opens the telephone; no command: it changes nothing of the agent, and each time is journaled. */
    @POST
    @Path("{agent}/unmask")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.UNMASK)
    @Answers(AgentView.class)
    public Response unmask(
            @PathParam("agent") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(agents.unmask(id, command, context));
    }
}
