package org.yichuang.cases.internal.rest;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.OnTheSpotRequest;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** What a centre does with an application before it is accepted. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReceptionResource {
    private final CaseReception cases;

    /** In front of the service. */
    public ReceptionResource(CaseReception cases) {
        this.cases = cases;
    }

    /** Says that an application which came in online is ready to be accepted. */
    @POST
    @Path("/{number}/online-review")
    @RequiresPermission(CasePermission.ACCEPT)
    @Command
    @Answers(CaseView.class)
    public Response reviewOnline(
            @PathParam("number") String number, @Valid OnlineReviewRequest request, @Context CallContext context) {
        return CaseResource.tagged(cases.reviewOnline(number, request, context), context);
    }

    /** Accepts and grants on the spot what is complete. */
    @POST
    @Path("/{number}/on-the-spot-decision")
    @RequiresPermission(CasePermission.DECIDE)
    @Command
    @Answers(CaseView.class)
    public Response decideOnTheSpot(
            @PathParam("number") String number, @Valid OnTheSpotRequest request, @Context CallContext context) {
        return CaseResource.tagged(cases.decideOnTheSpot(number, request, context), context);
    }

    /** Goes on with a case as it is, without what was asked for after its acceptance. */
    @POST
    @Path("/{number}/continuation")
    @RequiresPermission(CasePermission.NOTIFY_CORRECTION)
    @Command
    @Answers(CaseView.class)
    public Response goOn(
            @PathParam("number") String number, @Valid ContinuationRequest request, @Context CallContext context) {
        return CaseResource.tagged(cases.goOn(number, request, context), context);
    }

    /** Handles a case specially. */
    @POST
    @Path("/{number}/special-handling")
    @RequiresPermission(CasePermission.HANDLE_SPECIALLY)
    @Command
    @Answers(CaseView.class)
    public Response handleSpecially(
            @PathParam("number") String number, @Valid SpecialHandlingRequest request, @Context CallContext context) {
        return CaseResource.tagged(cases.handleSpecially(number, request, context), context);
    }

    /** Promises a clear answer to what cannot be done at once. */
    @POST
    @Path("/{number}/answer-promise")
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    @Command
    @Answers(CaseView.class)
    public Response promiseAnswer(
            @PathParam("number") String number, @Valid AnswerPromise request, @Context CallContext context) {
        return CaseResource.tagged(cases.promiseAnswer(number, request, context), context);
    }

    /** Gives it. */
    @POST
    @Path("/{number}/clear-answer")
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    @Command
    @Answers(CaseView.class)
    public Response answerClearly(
            @PathParam("number") String number, @Valid ClearAnswer request, @Context CallContext context) {
        return CaseResource.tagged(cases.answerClearly(number, request, context), context);
    }
}
