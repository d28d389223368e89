package org.yichuang.cases.internal.rest;

import static org.yichuang.identity.api.Role.APPLICANT;
import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.Allow;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** The steps of a case; which state allows which is in the state table. */
@Path("/{tenant}/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TransitionResource {
    private final CaseService cases;

    public TransitionResource(CaseService cases) {
        this.cases = cases;
    }

    @POST
    @Path("/acceptance")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE})
    @Command
    @Answers(CaseView.class)
    public Response accept(
            @PathParam("number") String number, @Valid CaseRequests.Accept request, @Context CallContext context) {
        return Tagged.answer(cases.accept(number, request, context));
    }

    @POST
    @Path("/correction-notice")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE})
    @Command
    @Answers(CaseView.class)
    public Response notifyCorrection(
            @PathParam("number") String number, @Valid CaseRequests.NotifyCorrection request, @Context CallContext context) {
        return Tagged.answer(cases.notifyCorrection(number, request, context));
    }

    @POST
    @Path("/correction")
    @Allow({APPLICANT, CLERK, REVIEWER})
    @Command
    @Answers(CaseView.class)
    public Response correct(
            @PathParam("number") String number, @Valid CaseRequests.Correct request, @Context CallContext context) {
        return Tagged.answer(cases.correct(number, request, context));
    }

    @POST
    @Path("/non-acceptance")
    @Allow({CLERK, REVIEWER, CHIEF_REPRESENTATIVE})
    @Command
    @Answers(CaseView.class)
    public Response notAccept(
            @PathParam("number") String number, @Valid CaseRequests.NotAccept request, @Context CallContext context) {
        return Tagged.answer(cases.notAccept(number, request, context));
    }

    @POST
    @Path("/pre-review")
    @Allow({REVIEWER, CHIEF_REPRESENTATIVE})
    @Command
    @Answers(CaseView.class)
    public Response preReview(
            @PathParam("number") String number, @Valid CaseRequests.PreReview request, @Context CallContext context) {
        return Tagged.answer(cases.preReview(number, request, context));
    }

    @POST
    @Path("/decision")
    @Allow(CHIEF_REPRESENTATIVE)
    @Command
    @Answers(CaseView.class)
    public Response decide(
            @PathParam("number") String number, @Valid CaseRequests.Decide request, @Context CallContext context) {
        return Tagged.answer(cases.decide(number, request, context));
    }

    @POST
    @Path("/issue")
    @Allow({CLERK, CHIEF_REPRESENTATIVE})
    @Command
    @Answers(CaseView.class)
    public Response issue(
            @PathParam("number") String number, @Valid CaseRequests.Issue request, @Context CallContext context) {
        return Tagged.answer(cases.issue(number, request, context));
    }

    @POST
    @Path("/delivery")
    @Allow(CLERK)
    @Command
    @Answers(CaseView.class)
    public Response deliver(
            @PathParam("number") String number, @Valid CaseRequests.Deliver request, @Context CallContext context) {
        return Tagged.answer(cases.deliver(number, request, context));
    }

    @POST
    @Path("/withdrawal")
    @Allow({APPLICANT, CLERK})
    @Command
    @Answers(CaseView.class)
    public Response withdraw(
            @PathParam("number") String number, @Valid CaseRequests.Withdraw request, @Context CallContext context) {
        return Tagged.answer(cases.withdraw(number, request, context));
    }
}
