package org.yichuang.catalogue.internal.rest;

import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.DraftOpinions;
import org.yichuang.catalogue.internal.DraftOpinions.Demand;
import org.yichuang.catalogue.internal.DraftOpinions.Give;
import org.yichuang.catalogue.internal.DraftOpinions.Given;
import org.yichuang.catalogue.internal.DraftOpinions.Opinions;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** What offices say of a draft before it is published. */
@Path("/{tenant}/catalogue/items/{code}/opinions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OpinionResource {
    private final DraftOpinions opinions;

    /** In front of the service. */
    public OpinionResource(DraftOpinions opinions) {
        this.opinions = opinions;
    }

    /** How an office stands that has to agree to the draft. */
    public record DemandView(String office, String officeName, String standing) {
        static DemandView of(Demand demand) {
            return new DemandView(
                    demand.office().name(),
                    demand.office().label().zh(),
                    demand.standing().name());
        }
    }

    /** An opinion that was given; {@code current} when the version still says what it is about. */
    public record GivenView(
            int version, String office, boolean agreed, String words, String reviewer, Instant at, boolean current) {
        static GivenView of(Given given) {
            return new GivenView(
                    given.version(),
                    given.office().name(),
                    given.agreed(),
                    given.words(),
                    given.reviewer(),
                    given.at(),
                    given.current());
        }
    }

    /** What is said of an item: the number and revision of its draft, or null without one. */
    public record OpinionsView(
            String code, Integer draft, Long revision, List<DemandView> demanded, List<GivenView> given) {
        static OpinionsView of(Opinions opinions) {
            return new OpinionsView(
                    opinions.code(),
                    opinions.draft() == null ? null : opinions.draft().number(),
                    opinions.draft() == null ? null : opinions.draft().revision(),
                    opinions.demanded().stream().map(DemandView::of).toList(),
                    opinions.given().stream().map(GivenView::of).toList());
        }
    }

    /** An opinion that is given. */
    public record OpinionBody(@NotNull String office, @NotNull Boolean agrees, @NotNull String words) {}

    /** Returns what is said of an item. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public OpinionsView opinions(@PathParam("code") String code, @Context CallContext context) {
        return OpinionsView.of(opinions.of(code, context));
    }

    /** Says what an office thinks of the draft, in place of what it has said before. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.OPINE)
    public OpinionsView give(
            @PathParam("code") String code, @NotNull @Valid OpinionBody body, @Context CallContext context) {
        Give given = new Give(ReviewOffice.parse(body.office()).orElse(null), body.agrees(), body.words());
        return OpinionsView.of(opinions.give(code, given, context));
    }
}
