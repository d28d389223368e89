package org.yichuang.catalogue.internal.rest;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
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
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.LimitChecks;
import org.yichuang.catalogue.internal.LimitChecks.Simulation;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.ReviewRounds;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.rest.CheckViews.LimitReport;
import org.yichuang.catalogue.internal.rest.RoundBodies.RoundBody;
import org.yichuang.catalogue.internal.rest.RoundViews.Created;
import org.yichuang.catalogue.internal.rest.RoundViews.ItemView;
import org.yichuang.catalogue.internal.rest.RoundViews.Report;
import org.yichuang.catalogue.internal.rest.RoundViews.Summary;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** The review rounds of a centre's catalogue. */
@Path("/{tenant}/catalogue/rounds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoundResource {
    private final ReviewRounds rounds;
    private final LimitChecks limits;

    /** In front of the services. */
    public RoundResource(ReviewRounds rounds, LimitChecks limits) {
        this.rounds = rounds;
        this.limits = limits;
    }

    /** Enters a round. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    @Answers(value = Created.class, status = 201)
    public Response enter(@NotNull @Valid RoundBody body, @Context CallContext context) {
        String id = rounds.enter(body.round(context.today()), context);
        return Response.created(URI.create(context.tenant() + "/catalogue/rounds/" + id))
                .entity(new Created(id))
                .build();
    }

    /** Returns the rounds, the latest first. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<Summary> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context CallContext context) {
        return rounds.list(PageRequest.of(limit, cursor), context).map(Summary::of);
    }

    /** Returns a round. */
    @GET
    @Path("{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Summary round(@PathParam("id") String id, @Context CallContext context) {
        return Summary.of(rounds.find(id, context));
    }

    /** Returns what a round decided about each item. */
    @GET
    @Path("{id}/items")
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<ItemView> items(
            @PathParam("id") String id,
            @QueryParam("outcome") String outcome,
            @QueryParam("type") String type,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        Optional<RoundOutcome> wanted = read("outcome", outcome, RoundOutcome::parse);
        Optional<ItemType> ofType = read("type", type, ItemType::parse);
        return rounds.items(
                        id,
                        item -> wanted.filter(each -> each != item.outcome()).isEmpty()
                                && ofType.filter(each -> each != item.type()).isEmpty(),
                        PageRequest.of(limit, cursor),
                        context)
                .map(ItemView::of);
    }

    /**
     * Reports a round by type and outcome, its limits against the law, and against an earlier round when one is named.
     */
    @GET
    @Path("{id}/report")
    @RequiresPermission(CataloguePermission.VIEW)
    public Report report(
            @PathParam("id") String id, @QueryParam("against") String against, @Context CallContext context) {
        Optional<String> other = Optional.ofNullable(against).filter(text -> !text.isBlank());
        return Report.of(rounds.compare(id, other, context));
    }

    /** Takes back a round that was entered by mistake. */
    @POST
    @Path("{id}/taking-back")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public Summary takeBack(@PathParam("id") String id, @NotNull @Valid Mistake body, @Context CallContext context) {
        return Summary.of(rounds.takeBack(id, body, context));
    }

    /** Holds the items of a round that remain against the centre's compression policy. */
    @GET
    @Path("{id}/compression")
    @RequiresPermission(CataloguePermission.VIEW)
    public LimitReport compression(
            @PathParam("id") String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return LimitReport.of(limits.round(id, Simulation.NONE, PageRequest.of(limit, cursor), context));
    }

    private static <T> Optional<T> read(String name, String given, Function<String, Optional<T>> parser) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(parser.apply(given)
                .orElseThrow(() -> ProblemException.field(
                        CommonError.PARAMETER_UNREADABLE,
                        name,
                        LocalizedMessage.of(RoundResource.class, "query.value-unknown", name, given))));
    }
}
