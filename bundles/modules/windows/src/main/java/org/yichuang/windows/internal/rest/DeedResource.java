package org.yichuang.windows.internal.rest;

import java.time.LocalDate;
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
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.RecordDeed;
import org.yichuang.windows.internal.DeedViews.DeedView;
import org.yichuang.windows.internal.DeedViews.LedgerView;
import org.yichuang.windows.internal.DeedViews.ProposalsView;
import org.yichuang.windows.internal.Deeds;

/** What windows do for people besides their work. */
@Path("/{tenant}/windows/deeds")
@Produces(MediaType.APPLICATION_JSON)
public class DeedResource {
    private final Deeds deeds;

    public DeedResource(Deeds deeds) {
        this.deeds = deeds;
    }

    /** Those of some days; of the last 30 where none are said. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<DeedView> list(
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return deeds.list(PowerResource.period(from, to, context), PageRequest.of(limit, cursor), context);
    }

    /** How many of each kind, by how many windows. */
    @GET
    @Path("ledger")
    @RequiresPermission(WindowsPermission.VIEW)
    public LedgerView ledger(
            @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to, @Context CallContext context) {
        return deeds.ledger(PowerResource.period(from, to, context), context);
    }

    /** What was seen at one's own window on a day. */
    @GET
    @Path("proposals")
    @RequiresPermission(WindowsPermission.SERVE)
    public ProposalsView proposals(@QueryParam("day") LocalDate day, @Context CallContext context) {
        return new ProposalsView(deeds.proposals(day, context));
    }

    /** It is taken into the ledger. */
    @POST
    @Path("proposals/{proposal}/confirmation")
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(value = DeedView.class, status = 201)
    public Response confirm(@PathParam("proposal") @Size(max = 60) String proposal, @Context CallContext context) {
        return made(deeds.confirm(proposal, context));
    }

    /** Something was done that the platform cannot see. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(value = DeedView.class, status = 201)
    public Response record(@NotNull @Valid RecordDeed command, @Context CallContext context) {
        return made(deeds.record(command, context));
    }

    private static Response made(DeedView made) {
        return Tagged.made(made, made.version());
    }
}
