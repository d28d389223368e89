package org.yichuang.ratings.internal.rest;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
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
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.Complaints.Answered;
import org.yichuang.ratings.api.Complaints.Complaint;
import org.yichuang.ratings.api.Complaints.Extension;
import org.yichuang.ratings.api.Complaints.Heard;
import org.yichuang.ratings.api.Complaints.Lodged;
import org.yichuang.ratings.api.Complaints.Progress;
import org.yichuang.ratings.api.Complaints.Words;
import org.yichuang.ratings.api.FollowUps.Callee;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;
import org.yichuang.web.api.RequestState;

/** Complaints and reviews over HTTP; they are listed among the follow-ups. */
@Path("/{tenant}/ratings/complaints")
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintResource {
    private final Complaints complaints;

    public ComplaintResource(Complaints complaints) {
        this.complaints = complaints;
    }

    /** What the own account has lodged, in {@code items} like every list. */
    public record Own(List<Progress> items) {}

    /** Takes a complaint from everybody. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    public Lodged complain(
            @NotNull @Valid Complaint complaint, @Context HttpServletRequest http, @Context CallContext context) {
        return complaints.complain(complaint, RequestState.of(http).clientNetwork(), context);
    }

    /** Asks for the review of a refusal, which is no remedy of the law. */
    @POST
    @Path("reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    public Lodged review(
            @NotNull @Valid Complaint complaint, @Context HttpServletRequest http, @Context CallContext context) {
        return complaints.review(complaint, RequestState.of(http).clientNetwork(), context);
    }

    /** Takes what somebody says at the window or on the hotline. */
    @POST
    @Path("heard")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.COMPLAINTS)
    @Command
    public Lodged enter(@NotNull @Valid Heard heard, @Context CallContext context) {
        return complaints.enter(heard, context);
    }

    /** How a complaint or review stands. */
    @GET
    @Path("progress")
    @AllowEveryone
    public Progress progress(
            @QueryParam("number") @NotNull @Size(max = 40) String number,
            @QueryParam("code") @NotNull @Size(max = 40) String code,
            @Context CallContext context) {
        return complaints.progress(number, code, context);
    }

    /** What the own account has lodged. */
    @GET
    @Path("own")
    @AllowSignedIn
    public Own own(@Context CallContext context) {
        return new Own(complaints.own(context));
    }

    /** Takes it up. */
    @POST
    @Path("{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.COMPLAINTS)
    @Command
    public View accept(
            @PathParam("id") @Size(max = 40) String id, @NotNull @Valid Words words, @Context CallContext context) {
        return complaints.accept(id, words, context);
    }

    /** Does not take it up. */
    @POST
    @Path("{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.COMPLAINTS)
    @Command
    public View refuse(
            @PathParam("id") @Size(max = 40) String id, @NotNull @Valid Words words, @Context CallContext context) {
        return complaints.refuse(id, words, context);
    }

    /** Gives it more time. */
    @POST
    @Path("{id}/more-time")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.COMPLAINTS)
    @Command
    public View extend(
            @PathParam("id") @Size(max = 40) String id,
            @NotNull @Valid Extension extension,
            @Context CallContext context) {
        return complaints.extend(id, extension, context);
    }

    /** Answers it. */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.COMPLAINTS)
    @Command
    public View answer(
            @PathParam("id") @Size(max = 40) String id,
            @NotNull @Valid Answered answered,
            @Context CallContext context) {
        return complaints.answer(id, answered, context);
    }

    /** Opens the name and the number of whoever has complained, which is journaled. */
    @POST
    @Path("{id}/complainant")
    @RequiresPermission(RatingPermission.COMPLAINTS)
    public Callee complainant(@PathParam("id") @Size(max = 40) String id, @Context CallContext context) {
        return complaints.complainant(id, context);
    }
}
