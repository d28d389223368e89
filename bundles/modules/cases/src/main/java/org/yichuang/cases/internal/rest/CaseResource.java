package org.yichuang.cases.internal.rest;

import java.time.LocalDate;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.Size;
import javax.ws.rs.BeanParam;
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
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.QuotaPrecheck;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.BodyGate;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;

/** Cases and their steps; which state allows which step is in the state table. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CaseResource implements BodyGate {
    private static final String SUBMIT = "POST /{tenant}/cases";

    private final CaseService cases;
    private final QuotaPrecheck quotas;

    /** @param quotas what is asked before an application is read */
    public CaseResource(CaseService cases, QuotaPrecheck quotas) {
        this.cases = cases;
        this.quotas = quotas;
    }

    @Override
    public void check(String operation, CallContext context) {
        if (operation.equals(SUBMIT)) {
            quotas.checkApplication(context);
        }
    }

    @POST
    @RequiresPermission(CasePermission.SUBMIT)
    @Command
    @Answers(value = CaseView.class, status = 201)
    public Response submit(@Valid CaseRequests.Submit request, @Context CallContext context) {
        CaseView view = cases.submit(request, context);
        return Response.status(Response.Status.CREATED)
                .header("Location", "/api/" + context.tenant() + "/cases/" + view.number())
                .header("ETag", EntityTags.of(view.version()))
                .entity(answer(view, context))
                .build();
    }

    @GET
    @RequiresPermission(CasePermission.VIEW)
    public Page<CaseSummary> list(
            @QueryParam("state") CaseState state,
            @QueryParam("dueBefore") LocalDate dueBefore,
            @QueryParam("department") @Size(max = 200) String department,
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("q") @Size(max = 100) String words,
            @QueryParam("provisional") boolean provisional,
            @BeanParam PageParameters page,
            @Context CallContext context) {
        CaseService.Filter filter = new CaseService.Filter(
                Optional.ofNullable(state),
                Optional.ofNullable(dueBefore),
                given(department),
                given(item),
                words == null ? "" : words,
                provisional);
        return cases.list(filter, page.page(), context);
    }

    @GET
    @Path("/passed-on")
    @RequiresPermission(CasePermission.WORK)
    public Page<CaseSummary> passedOn(
            @QueryParam("q") @Size(max = 100) String words,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return cases.passedOn(words == null ? "" : words, PageRequest.of(limit, cursor), context);
    }

    @GET
    @Path("/promised")
    @RequiresPermission(CasePermission.WORK)
    public Page<CaseSummary> promised(
            @QueryParam("q") @Size(max = 100) String words,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return cases.promised(words == null ? "" : words, PageRequest.of(limit, cursor), context);
    }

    static Response tagged(CaseView view, CallContext context) {
        return Response.ok(answer(view, context))
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }

    /** The case as whoever asks reads it. */
    private static Object answer(CaseView view, CallContext context) {
        return Staff.isApplicantOnly(context.actor()) ? ApplicantCaseView.of(view) : view;
    }

    private static Optional<String> given(String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    @GET
    @Path("/{number}")
    @RequiresPermission(CasePermission.VIEW)
    @Answers(CaseView.class)
    public Response find(@PathParam("number") String number, @Context CallContext context) {
        return tagged(cases.find(number, context), context);
    }

    /** No command: it changes nothing of the case, its answer is kept nowhere, and each time is journaled. */
    @POST
    @Path("/{number}/unmask")
    @RequiresPermission(CasePermission.UNMASK)
    @Answers(CaseView.class)
    public Response unmask(
            @PathParam("number") String number, @Valid CaseRequests.Unmask request, @Context CallContext context) {
        return tagged(cases.unmask(number, request, context).view(), context);
    }

    @POST
    @Path("/{number}/materials/{file}/scan")
    @RequiresPermission(DocumentsPermission.SCAN_AGAIN)
    @Command
    @Answers(CaseView.class)
    public Response scanAgain(
            @PathParam("number") String number,
            @PathParam("file") String file,
            @Valid CaseRequests.ScanAgain request,
            @Context CallContext context) {
        return tagged(cases.scanAgain(number, file, request, context), context);
    }

    @GET
    @Path("/{number}/journal")
    @RequiresPermission(CasePermission.WORK)
    public Page<JournalEntry> journal(
            @PathParam("number") String number,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return cases.journal(number, PageRequest.of(limit, cursor), context);
    }

    @GET
    @Path("/{number}/deadlines")
    @RequiresPermission(CasePermission.VIEW)
    public Listed<DeadlineView> deadlines(@PathParam("number") String number, @Context CallContext context) {
        return new Listed<>(cases.deadlines(number, context));
    }

    @GET
    @Path("/{number}/facts")
    @RequiresPermission(CasePermission.WORK)
    public Listed<FactView> facts(
            @PathParam("number") String number,
            @QueryParam("command") GatedCommand command,
            @Context CallContext context) {
        return new Listed<>(
                cases.facts(number, command, context).stream().map(FactView::of).toList());
    }

    @GET
    @Path("/{number}/materials/{file}")
    @Produces({
        "application/pdf",
        "image/jpeg",
        "image/png",
        "application/ofd",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    })
    @RequiresPermission(CasePermission.VIEW)
    @Answers(byte[].class)
    public Response content(
            @PathParam("number") String number, @PathParam("file") String file, @Context CallContext context) {
        return Attachments.of(cases.content(number, file, context));
    }

    @POST
    @Path("/{number}/acceptance")
    @RequiresPermission(CasePermission.ACCEPT)
    @Command
    @Answers(CaseView.class)
    public Response accept(
            @PathParam("number") String number, @Valid CaseRequests.Accept request, @Context CallContext context) {
        return tagged(cases.accept(number, request, context), context);
    }

    @POST
    @Path("/{number}/correction-notice")
    @RequiresPermission(CasePermission.NOTIFY_CORRECTION)
    @Command
    @Answers(CaseView.class)
    public Response notifyCorrection(
            @PathParam("number") String number,
            @Valid CaseRequests.NotifyCorrection request,
            @Context CallContext context) {
        return tagged(cases.notifyCorrection(number, request, context), context);
    }

    @POST
    @Path("/{number}/correction")
    @RequiresPermission(CasePermission.CORRECT)
    @Command
    @Answers(CaseView.class)
    public Response correct(
            @PathParam("number") String number, @Valid CaseRequests.Correct request, @Context CallContext context) {
        return tagged(cases.correct(number, request, context), context);
    }

    @POST
    @Path("/{number}/on-the-spot-correction")
    @RequiresPermission(CasePermission.CORRECT_ON_THE_SPOT)
    @Command
    @Answers(CaseView.class)
    public Response correctOnTheSpot(
            @PathParam("number") String number,
            @Valid CaseRequests.CorrectOnTheSpot request,
            @Context CallContext context) {
        return tagged(cases.correctOnTheSpot(number, request, context), context);
    }

    @POST
    @Path("/{number}/supply")
    @RequiresPermission(CasePermission.CORRECT)
    @Command
    @Answers(CaseView.class)
    public Response supply(
            @PathParam("number") String number, @Valid CaseRequests.Supply request, @Context CallContext context) {
        return tagged(cases.supply(number, request, context), context);
    }

    @POST
    @Path("/{number}/promise-check")
    @RequiresPermission(CasePermission.CHECK_PROMISE)
    @Command
    @Answers(CaseView.class)
    public Response checkPromise(
            @PathParam("number") String number,
            @Valid CaseRequests.CheckPromise request,
            @Context CallContext context) {
        return tagged(cases.checkPromise(number, request, context), context);
    }

    @POST
    @Path("/{number}/non-acceptance")
    @RequiresPermission(CasePermission.REFUSE_ACCEPTANCE)
    @Command
    @Answers(CaseView.class)
    public Response notAccept(
            @PathParam("number") String number, @Valid CaseRequests.NotAccept request, @Context CallContext context) {
        return tagged(cases.notAccept(number, request, context), context);
    }

    @POST
    @Path("/{number}/examination")
    @RequiresPermission(CasePermission.EXAMINE)
    @Command
    @Answers(CaseView.class)
    public Response examine(
            @PathParam("number") String number, @Valid ExaminationRequest request, @Context CallContext context) {
        return tagged(cases.examine(number, request, context), context);
    }

    @POST
    @Path("/{number}/pre-review")
    @RequiresPermission(CasePermission.PRE_REVIEW)
    @Command
    @Answers(CaseView.class)
    public Response preReview(
            @PathParam("number") String number, @Valid CaseRequests.PreReview request, @Context CallContext context) {
        return tagged(cases.preReview(number, request, context), context);
    }

    @POST
    @Path("/{number}/decision")
    @RequiresPermission(CasePermission.DECIDE)
    @Command
    @Answers(CaseView.class)
    public Response decide(
            @PathParam("number") String number, @Valid CaseRequests.Decide request, @Context CallContext context) {
        return tagged(cases.decide(number, request, context), context);
    }

    @POST
    @Path("/{number}/suspension")
    @RequiresPermission(CasePermission.SUSPEND)
    @Command
    @Answers(CaseView.class)
    public Response suspend(
            @PathParam("number") String number, @Valid CaseRequests.Suspend request, @Context CallContext context) {
        return tagged(cases.suspend(number, request, context), context);
    }

    @POST
    @Path("/{number}/resumption")
    @RequiresPermission(CasePermission.SUSPEND)
    @Command
    @Answers(CaseView.class)
    public Response resume(
            @PathParam("number") String number, @Valid CaseRequests.Resume request, @Context CallContext context) {
        return tagged(cases.resume(number, request, context), context);
    }

    @POST
    @Path("/{number}/extension")
    @RequiresPermission(CasePermission.EXTEND)
    @Command
    @Answers(CaseView.class)
    public Response extend(
            @PathParam("number") String number, @Valid CaseRequests.Extend request, @Context CallContext context) {
        return tagged(cases.extend(number, request, context), context);
    }

    @POST
    @Path("/{number}/issue")
    @RequiresPermission(CasePermission.ISSUE)
    @Command
    @Answers(CaseView.class)
    public Response issue(
            @PathParam("number") String number, @Valid CaseRequests.Issue request, @Context CallContext context) {
        return tagged(cases.issue(number, request, context), context);
    }

    @POST
    @Path("/{number}/delivery")
    @RequiresPermission(CasePermission.DELIVER)
    @Command
    @Answers(CaseView.class)
    public Response deliver(
            @PathParam("number") String number, @Valid CaseRequests.Deliver request, @Context CallContext context) {
        return tagged(cases.deliver(number, request, context), context);
    }

    @POST
    @Path("/{number}/withdrawal")
    @RequiresPermission(CasePermission.WITHDRAW)
    @Command
    @Answers(CaseView.class)
    public Response withdraw(
            @PathParam("number") String number, @Valid CaseRequests.Withdraw request, @Context CallContext context) {
        return tagged(cases.withdraw(number, request, context), context);
    }
}
