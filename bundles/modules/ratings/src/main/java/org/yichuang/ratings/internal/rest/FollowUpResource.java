package org.yichuang.ratings.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.FollowUps.Called;
import org.yichuang.ratings.api.FollowUps.Callee;
import org.yichuang.ratings.api.FollowUps.Contacted;
import org.yichuang.ratings.api.FollowUps.Rectified;
import org.yichuang.ratings.api.FollowUps.Verified;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;

/** What is done about ratings, over HTTP. */
@Path("/{tenant}/ratings/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpResource {
    private final FollowUps followUps;

    public FollowUpResource(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** What is to be done, what is due first first; or what has been done. */
    @GET
    @RequiresPermission(RatingPermission.FOLLOW_UP)
    public Page<View> list(
            @QueryParam("kind") String kind,
            @QueryParam("closed") boolean closed,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return followUps.list(kind(kind), closed, PageRequest.of(limit, cursor), context);
    }

    /** One with its history. */
    @GET
    @Path("{id}")
    @RequiresPermission(RatingPermission.FOLLOW_UP)
    @Answers(View.class)
    public Response find(@PathParam("id") @Size(max = 40) String id, @Context CallContext context) {
        return tagged(followUps.find(id, context));
    }

    /** Whoever was not content has been contacted, or could not be. */
    @POST
    @Path("{id}/contact")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.HANDLE)
    @Command
    @Answers(View.class)
    public Response contact(
            @PathParam("id") @Size(max = 40) String id,
            @NotNull @Valid Contacted contacted,
            @Context CallContext context) {
        return tagged(followUps.contact(id, contacted, context));
    }

    /** It has been put right. */
    @POST
    @Path("{id}/rectification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.HANDLE)
    @Command
    @Answers(View.class)
    public Response rectify(
            @PathParam("id") @Size(max = 40) String id,
            @NotNull @Valid Rectified rectified,
            @Context CallContext context) {
        return tagged(followUps.rectify(id, rectified, context));
    }

    /** Somebody else has looked whether it is so. */
    @POST
    @Path("{id}/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.VERIFY)
    @Command
    @Answers(View.class)
    public Response verify(
            @PathParam("id") @Size(max = 40) String id,
            @NotNull @Valid Verified verified,
            @Context CallContext context) {
        return tagged(followUps.verify(id, verified, context));
    }

    /** Whoever had a case has been called. */
    @POST
    @Path("{id}/call")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.CALL)
    @Command
    @Answers(View.class)
    public Response call(
            @PathParam("id") @Size(max = 40) String id, @NotNull @Valid Called called, @Context CallContext context) {
        return tagged(followUps.call(id, called, context));
    }

    /** Opens the number of whoever is to be called, which is journaled; its answer is kept under no key. */
    @POST
    @Path("{id}/phone")
    @RequiresPermission(RatingPermission.CALL)
    public Callee phone(@PathParam("id") @Size(max = 40) String id, @Context CallContext context) {
        return followUps.phone(id, context);
    }

    /** Opens the number of whoever was not content, which is journaled; its answer is kept under no key. */
    @POST
    @Path("{id}/rater")
    @RequiresPermission(RatingPermission.HANDLE)
    public Callee rater(@PathParam("id") @Size(max = 40) String id, @Context CallContext context) {
        return followUps.rater(id, context);
    }

    private static Response tagged(View view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                .build();
    }

    private static FollowUpKind kind(String given) {
        String word = given == null ? "" : given.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(FollowUpKind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        CommonError.PARAMETER_UNREADABLE,
                        "kind",
                        LocalizedMessage.of(FollowUpResource.class, "word.unknown", List.of(FollowUpKind.values()))));
    }
}
