package org.yichuang.catalogue.internal.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotEmpty;
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
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.Adjustment;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions;
import org.yichuang.catalogue.internal.Submissions.Judgement;
import org.yichuang.catalogue.internal.Submissions.Judgements;
import org.yichuang.catalogue.internal.Submissions.TakingBack;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.rest.RoundViews.Created;
import org.yichuang.catalogue.internal.rest.SubmissionViews.Detail;
import org.yichuang.catalogue.internal.rest.SubmissionViews.Summary;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Lists of drafts that go up to be examined. */
@Path("/{tenant}/catalogue/submissions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    private final Submissions submissions;

    /** In front of the service. */
    public SubmissionResource(Submissions submissions) {
        this.submissions = submissions;
    }

    /** What is said of one item. */
    public record JudgementBody(
            @NotNull String code, @NotNull String outcome, String words, @Valid Adjustment changes) {}

    /** What is said of several. */
    public record ExaminationBody(@NotEmpty @Size(max = 100) List<@Valid JudgementBody> judgements) {}

    /**
     * Which item.
     *
     * @param over whether also over what was written since it was sent up; absent for no
     */
    public record AdoptionBody(@NotNull String code, Boolean over) {}

    /** Sends drafts up. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    @Answers(value = Created.class, status = 201)
    public Response submit(@NotNull @Valid NewSubmission body, @Context CallContext context) {
        String id = submissions.submit(body, context);
        return Response.created(URI.create(context.tenant() + "/catalogue/submissions/" + id))
                .entity(new Created(id))
                .build();
    }

    /** Returns lists that go up from here or have come from below, the latest first. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<Summary> list(
            @QueryParam("state") String state,
            @QueryParam("late") boolean late,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        Optional<SubmissionState> wanted = SubmissionState.parse(state);
        if (wanted.isEmpty() && state != null && !state.isBlank()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "state",
                    LocalizedMessage.of(SubmissionResource.class, "query.value-unknown", "state", state));
        }
        return submissions
                .list(wanted, late, PageRequest.of(limit, cursor), context)
                .map(Summary::of);
    }

    /** Returns a list with its items. */
    @GET
    @Path("{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Detail find(@PathParam("id") String id, @Context CallContext context) {
        return Detail.of(submissions.find(id, context));
    }

    /** Says what this centre thinks of items. */
    @POST
    @Path("{id}/judgements")
    @Command
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Detail examine(
            @PathParam("id") String id, @NotNull @Valid ExaminationBody body, @Context CallContext context) {
        List<Judgement> judgements = body.judgements().stream()
                .map(each -> new Judgement(
                        each.code(),
                        ExaminationOutcome.parse(each.outcome()).orElse(null),
                        each.words(),
                        each.changes()))
                .toList();
        return Detail.of(submissions.examine(id, new Judgements(judgements), context));
    }

    /** This centre has said what it thinks of every item. */
    @POST
    @Path("{id}/conclusion")
    @Command
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Detail conclude(@PathParam("id") String id, @Context CallContext context) {
        return Detail.of(submissions.conclude(id, context));
    }

    /** The draft here becomes what the centres above have agreed to. */
    @POST
    @Path("{id}/adoption")
    @Command
    @RequiresPermission(CataloguePermission.EDIT)
    public Detail adopt(@PathParam("id") String id, @NotNull @Valid AdoptionBody body, @Context CallContext context) {
        return Detail.of(submissions.adopt(id, body.code(), Boolean.TRUE.equals(body.over()), context));
    }

    /** The centre that a list comes from takes it back. */
    @POST
    @Path("{id}/withdrawal")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Detail withdraw(@PathParam("id") String id, @NotNull @Valid TakingBack body, @Context CallContext context) {
        return Detail.of(submissions.withdraw(id, body, context));
    }
}
