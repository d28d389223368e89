package org.yichuang.ratings.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.ratings.api.Aspect;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.api.Ratings.Cards;
import org.yichuang.ratings.api.Ratings.Entered;
import org.yichuang.ratings.api.Ratings.Filter;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.ratings.api.Ratings.Said;
import org.yichuang.ratings.api.Ratings.Summary;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;
import org.yichuang.web.api.RequestState;

/** Ratings over HTTP. */
@Path("/{tenant}/ratings")
@Produces(MediaType.APPLICATION_JSON)
public class RatingResource {
    private static final int MOST_OWN = 100;

    private final Ratings ratings;

    public RatingResource(Ratings ratings) {
        this.ratings = ratings;
    }

    /**
     * What somebody says of a service: a token, number with code (and rating), or the rating of the own account.
     *
     * @param token of the link
     * @param number of the case
     * @param code the query code of the case
     * @param rating which of those that the own account is asked
     * @param grade how content they are
     * @param aspects what with; none need be named
     * @param words what else
     */
    public record Rate(
            @Size(max = 80) String token,
            @Size(max = 100) String number,
            @Size(max = 40) String code,
            @Size(max = 40) String rating,
            @NotNull Grade grade,
            @Size(max = 7) List<Aspect> aspects,
            @Size(max = 1000) String words) {}

    /** What can be seen of ratings, in {@code items} like every list. */
    public record Own(List<AskedView> items) {}

    /** Gives a rating, or another one in its place: by everybody who has a key to it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    public AskedView rate(
            @NotNull @Valid Rate request, @Context HttpServletRequest http, @Context CallContext context) {
        Key key = new Key(request.token(), request.number(), request.code(), request.rating());
        Given given = new Given(request.grade(), request.aspects(), request.words());
        return AskedView.of(ratings.rate(key, given, origin(http), context));
    }

    /** What is asked by a link, or by number and query code of a case. */
    @GET
    @Path("asked")
    @AllowEveryone
    public AskedView asked(
            @QueryParam("token") @Size(max = 80) String token,
            @QueryParam("number") @Size(max = 100) String number,
            @QueryParam("code") @Size(max = 40) String code,
            @QueryParam("rating") @Size(max = 40) String rating,
            @Context HttpServletRequest http,
            @Context CallContext context) {
        return AskedView.of(ratings.asked(new Key(token, number, code, rating), origin(http), context));
    }

    /** What the own account is asked. */
    @GET
    @Path("own")
    @AllowSignedIn
    public Own own(@Context CallContext context) {
        return new Own(
                ratings.own(MOST_OWN, context).stream().map(AskedView::of).toList());
    }

    /** What was said, without by whom. */
    @GET
    @RequiresPermission(RatingPermission.VIEW)
    public Page<Said> list(
            @QueryParam("grade") String grade,
            @QueryParam("bad") boolean bad,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return ratings.list(new Filter(grade(grade), bad), PageRequest.of(limit, cursor), context);
    }

    /** Enters what was rated on paper. */
    @POST
    @Path("cards")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RatingPermission.ENTER)
    @Command
    public Entered enter(@NotNull @Valid Cards cards, @Context CallContext context) {
        return ratings.enter(cards, context);
    }

    /** How many of each grade there were, for everybody. */
    @GET
    @Path("summary")
    @AllowEveryone
    public Summary summary(@Context CallContext context) {
        return ratings.summary(context);
    }

    private static String origin(HttpServletRequest request) {
        return RequestState.of(request).clientNetwork();
    }

    private static Optional<Grade> grade(String given) {
        if (given == null || given.isBlank()) {
            return Optional.empty();
        }
        Optional<Grade> found = Arrays.stream(Grade.values())
                .filter(grade -> grade.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "grade",
                    LocalizedMessage.of(RatingResource.class, "word.unknown", List.of(Grade.values())));
        }
        return found;
    }
}
