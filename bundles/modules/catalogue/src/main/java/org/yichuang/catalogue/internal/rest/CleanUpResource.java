package org.yichuang.catalogue.internal.rest;

import java.util.Optional;
import java.util.function.Function;
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
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CleanUp;
import org.yichuang.catalogue.internal.CleanUp.Lift;
import org.yichuang.catalogue.internal.CleanUp.Raise;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.check.CleanUpFlag;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.rest.CheckViews.FlagView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** The clean-up flags of a centre's items. */
@Path("/{tenant}/catalogue/clean-up")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CleanUpResource {
    private final CleanUp cleanUp;

    /** In front of the service. */
    public CleanUpResource(CleanUp cleanUp) {
        this.cleanUp = cleanUp;
    }

    /** Returns the clean-up flags of what is published; of one kind, or all. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<FlagView> cleanUp(
            @QueryParam("flag") String flag,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        Optional<CleanUpFlag> wanted = CleanUpFlag.parse(flag);
        if (wanted.isEmpty() && flag != null && !flag.isBlank()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "flag",
                    LocalizedMessage.of(CleanUpResource.class, "query.value-unknown", "flag", flag));
        }
        return cleanUp.flags(wanted, PageRequest.of(limit, cursor), context).map(FlagView::of);
    }

    /** A flag that is raised or taken back; {@code outcome} says what should become of the item. */
    public record Mark(
            @NotNull @Size(max = 64) String code,
            @NotNull String flag,
            String outcome,
            @NotNull @Size(max = 500) String reason) {}

    /** Raises a clean-up flag on an item, with what should become of it and why. */
    @POST
    @Path("marks")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public Mark raise(@NotNull @Valid Mark body, @Context CallContext context) {
        Problems problems = new Problems();
        CleanUpFlag flag = read("flag", body.flag(), CleanUpFlag::parse, problems);
        RoundOutcome outcome = read("outcome", body.outcome(), RoundOutcome::parse, problems);
        problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(CleanUpResource.class, "mark.invalid"));
        cleanUp.raise(new Raise(body.code(), flag, outcome, body.reason()), context);
        return body;
    }

    /** Takes a clean-up flag back. */
    @POST
    @Path("marks/lifting")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public Mark lift(@NotNull @Valid Mark body, @Context CallContext context) {
        Problems problems = new Problems();
        CleanUpFlag flag = read("flag", body.flag(), CleanUpFlag::parse, problems);
        problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(CleanUpResource.class, "mark.invalid"));
        cleanUp.lift(new Lift(body.code(), flag, body.reason()), context);
        return body;
    }

    private static <T> T read(String name, String given, Function<String, Optional<T>> parser, Problems problems) {
        return parser.apply(given).orElseGet(() -> Parts.missing(name, name, given, problems));
    }
}
