package org.yichuang.cases.internal.rest;

import javax.validation.Valid;
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
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;

/** What the departments of joint cases do. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class JointResource {
    private final JointCases cases;

    /** In front of the service. */
    public JointResource(JointCases cases) {
        this.cases = cases;
    }

    /** Returns the branches that wait for the departments of whoever asks, by the day by which they are due. */
    @GET
    @Path("/branches")
    @RequiresPermission(CasePermission.WORK)
    public Page<BranchSummary> branches(
            @QueryParam("department") @Size(max = 200) String department,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return cases.branches(department, PageRequest.of(limit, cursor), context);
    }

    /** Says what a department thinks of its branch. */
    @POST
    @Path("/{number}/branches/{branch}/opinion")
    @RequiresPermission(CasePermission.OPINION)
    @Command
    @Answers(CaseView.class)
    public Response giveOpinion(
            @PathParam("number") String number,
            @PathParam("branch") String branch,
            @Valid JointRequests.Opinion request,
            @Context CallContext context) {
        return tagged(cases.giveOpinion(number, branch, request, context));
    }

    /** Takes a step of the examination of a branch. */
    @POST
    @Path("/{number}/branches/{branch}/examination")
    @RequiresPermission(CasePermission.EXAMINE)
    @Command
    @Answers(CaseView.class)
    public Response examine(
            @PathParam("number") String number,
            @PathParam("branch") String branch,
            @Valid ExaminationRequest request,
            @Context CallContext context) {
        return tagged(cases.examine(number, branch, request, context));
    }

    /** Begins a special procedure that one department alone needs. */
    @POST
    @Path("/{number}/branches/{branch}/suspension")
    @RequiresPermission(CasePermission.SUSPEND)
    @Command
    @Answers(CaseView.class)
    public Response suspend(
            @PathParam("number") String number,
            @PathParam("branch") String branch,
            @Valid CaseRequests.Suspend request,
            @Context CallContext context) {
        return tagged(cases.suspend(number, branch, request, context));
    }

    /** Ends it. */
    @POST
    @Path("/{number}/branches/{branch}/resumption")
    @RequiresPermission(CasePermission.SUSPEND)
    @Command
    @Answers(CaseView.class)
    public Response resume(
            @PathParam("number") String number,
            @PathParam("branch") String branch,
            @Valid CaseRequests.Resume request,
            @Context CallContext context) {
        return tagged(cases.resume(number, branch, request, context));
    }

    /** Records a meeting of the departments. */
    @POST
    @Path("/{number}/meeting")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response holdMeeting(
            @PathParam("number") String number, @Valid JointRequests.Meeting request, @Context CallContext context) {
        return tagged(cases.holdMeeting(number, request, context));
    }

    /** Says what has come of something that a meeting has agreed: {@code 2.1} is the first of the second. */
    @POST
    @Path("/{number}/agreements/{agreement}/report")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response report(
            @PathParam("number") String number,
            @PathParam("agreement") String agreement,
            @Valid JointRequests.Report request,
            @Context CallContext context) {
        return tagged(cases.report(number, agreement, request, context));
    }

    /** Invites all departments to one day and place. */
    @POST
    @Path("/{number}/appointment")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response appoint(
            @PathParam("number") String number, @Valid JointRequests.Appoint request, @Context CallContext context) {
        return tagged(cases.appoint(number, request, context));
    }

    /** Records who has come, and what each department has found. */
    @POST
    @Path("/{number}/appointment-record")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response record(
            @PathParam("number") String number, @Valid JointRequests.Record request, @Context CallContext context) {
        return tagged(cases.record(number, request, context));
    }

    /** Says that it is not held. */
    @POST
    @Path("/{number}/appointment-cancellation")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response callOff(
            @PathParam("number") String number, @Valid JointRequests.CallOff request, @Context CallContext context) {
        return tagged(cases.callOff(number, request, context));
    }

    /** Raises a case that is stuck to the government. */
    @POST
    @Path("/{number}/raise")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response raise(
            @PathParam("number") String number, @Valid JointRequests.Raise request, @Context CallContext context) {
        return tagged(cases.raise(number, request, context));
    }

    /** Records what the government has settled. */
    @POST
    @Path("/{number}/settlement")
    @RequiresPermission(CasePermission.COORDINATE)
    @Command
    @Answers(CaseView.class)
    public Response settle(
            @PathParam("number") String number, @Valid JointRequests.Settle request, @Context CallContext context) {
        return tagged(cases.settle(number, request, context));
    }

    private static Response tagged(CaseView view) {
        return Response.ok(view).header("ETag", EntityTags.of(view.version())).build();
    }
}
