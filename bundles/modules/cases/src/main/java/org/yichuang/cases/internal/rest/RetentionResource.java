package org.yichuang.cases.internal.rest;

import java.net.URI;
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
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.CaseRetention;
import org.yichuang.cases.internal.RetentionCommands.Hold;
import org.yichuang.cases.internal.RetentionCommands.Lift;
import org.yichuang.cases.internal.RetentionCommands.Propose;
import org.yichuang.cases.internal.RetentionCommands.Reject;
import org.yichuang.cases.internal.RetentionViews.DueView;
import org.yichuang.cases.internal.RetentionViews.HoldView;
import org.yichuang.cases.internal.RetentionViews.RemovalSummary;
import org.yichuang.cases.internal.RetentionViews.RemovalView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;

/** What is kept for its years, and then no longer. */
@Path("/{tenant}/retention")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    private final CaseRetention retention;

    /** In front of the service. */
    public RetentionResource(CaseRetention retention) {
        this.retention = retention;
    }

    /** The cases whose years have passed, the oldest first, with what keeps them longer. */
    @GET
    @Path("due")
    @RequiresPermission(CasePermission.RETAIN)
    public Page<DueView> due(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return retention.due(PageRequest.of(limit, cursor), context);
    }

    /** What was proposed, the newest first. */
    @GET
    @Path("removals")
    @RequiresPermission(CasePermission.RETAIN)
    public Page<RemovalSummary> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return retention.list(PageRequest.of(limit, cursor), context);
    }

    /** Proposes that cases be removed. */
    @POST
    @Path("removals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CasePermission.RETAIN)
    @Command
    @Answers(value = RemovalView.class, status = 201)
    public Response propose(@NotNull @Valid Propose command, @Context CallContext context) {
        RemovalView made = retention.propose(command, context);
        String at = context.tenant() + "/retention/removals/" + made.summary().id();
        return tagged(Response.created(URI.create(at)), made);
    }

    /** One proposal, with what has become of each case. */
    @GET
    @Path("removals/{removal}")
    @RequiresPermission(CasePermission.RETAIN)
    @Answers(RemovalView.class)
    public Response find(@PathParam("removal") @Size(max = 40) String id, @Context CallContext context) {
        return tagged(Response.ok(), retention.find(id, context));
    }

    /** Confirms what somebody else has proposed. */
    @POST
    @Path("removals/{removal}/confirmation")
    @RequiresPermission(CasePermission.CONFIRM_REMOVAL)
    @Command
    @Answers(RemovalView.class)
    public Response confirm(@PathParam("removal") @Size(max = 40) String id, @Context CallContext context) {
        return tagged(Response.ok(), retention.confirm(id, context));
    }

    /** Turns it down. */
    @POST
    @Path("removals/{removal}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CasePermission.CONFIRM_REMOVAL)
    @Command
    @Answers(RemovalView.class)
    public Response reject(
            @PathParam("removal") @Size(max = 40) String id,
            @NotNull @Valid Reject command,
            @Context CallContext context) {
        return tagged(Response.ok(), retention.reject(id, command, context));
    }

    /** The cases that are kept whatever their years are. */
    @GET
    @Path("holds")
    @RequiresPermission(CasePermission.RETAIN)
    public Page<HoldView> holds(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return retention.holds(PageRequest.of(limit, cursor), context);
    }

    /** Says that a case is kept. */
    @POST
    @Path("holds")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CasePermission.RETAIN)
    @Command
    @Answers(HoldView.class)
    public Response hold(@NotNull @Valid Hold command, @Context CallContext context) {
        return tagged(retention.hold(command, context));
    }

    /** Says that it is not any more. */
    @POST
    @Path("holds/{number}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CasePermission.RETAIN)
    @Command
    @Answers(HoldView.class)
    public Response lift(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Lift command,
            @Context CallContext context) {
        return tagged(retention.lift(number, command, context));
    }

    private static Response tagged(Response.ResponseBuilder answer, RemovalView view) {
        return answer.entity(view).header("ETag", EntityTags.of(view.version())).build();
    }

    private static Response tagged(HoldView view) {
        return Response.ok(view).header("ETag", EntityTags.of(view.version())).build();
    }
}
