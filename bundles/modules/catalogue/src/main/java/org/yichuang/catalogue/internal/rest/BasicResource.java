package org.yichuang.catalogue.internal.rest;

import java.time.LocalDate;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
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
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.BasicCatalogue;
import org.yichuang.catalogue.internal.BasicCatalogue.Listed;
import org.yichuang.catalogue.internal.BasicCatalogue.Named;
import org.yichuang.catalogue.internal.BasicCatalogue.NewList;
import org.yichuang.catalogue.internal.BasicCatalogue.Put;
import org.yichuang.catalogue.internal.BasicCatalogue.Standing;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.Unification;
import org.yichuang.catalogue.internal.domain.basic.BasicCounts;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** The basic catalogue: which items there are, before anybody says who does them and how. */
@Path("/{tenant}/catalogue/basics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BasicResource {
    private final BasicCatalogue basics;

    /** In front of the service. */
    public BasicResource(BasicCatalogue basics) {
        this.basics = basics;
    }

    /**
     * An item.
     *
     * @param centre who has set it
     * @param revision for changes
     */
    public record BasicView(
            String centre,
            String code,
            String name,
            String type,
            String basis,
            List<String> levels,
            LocalDate since,
            long revision) {
        static BasicView of(Listed listed) {
            return new BasicView(
                    listed.centre().id().value(),
                    listed.item().code(),
                    listed.item().name(),
                    listed.item().type().name(),
                    listed.item().basis(),
                    listed.item().levels().stream().map(Level::key).toList(),
                    listed.item().since(),
                    listed.item().revision());
        }
    }

    /**
     * How far this centre is.
     *
     * @param missing what it does not publish yet, though its level does it
     * @param unnamed what it publishes and no basic catalogue names
     */
    public record StandingView(int due, int implemented, List<BasicView> missing, List<Named> unnamed) {
        static StandingView of(Standing standing) {
            return new StandingView(
                    standing.due(),
                    standing.implemented(),
                    standing.missing().stream().map(BasicView::of).toList(),
                    standing.unnamed());
        }
    }

    /** The same as figures, where other figures are told. */
    public record CountsView(int due, int implemented, int missing) {
        static CountsView of(BasicCounts counts) {
            return new CountsView(counts.due(), counts.implemented(), counts.missing());
        }
    }

    /** Which items are drafted. */
    public record Wanted(
            @NotEmpty @Size(max = Unification.MOST_ADOPTED) List<@NotBlank @Size(max = 64) String> codes) {}

    /** What has a draft now. */
    public record Begun(List<String> codes) {}

    /** Returns which items there are: what those above say, from the top down, and what this centre says. */
    @GET
    @AllowEveryone
    public Page<BasicView> list(
            @QueryParam("q") String words,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        return basics.list(words, PageRequest.of(limit, cursor), context).map(BasicView::of);
    }

    /** Says which items there are for this centre and all below; others stay. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Put put(@NotNull @Valid NewList body, @Context CallContext context) {
        return basics.put(body, context);
    }

    /** Takes an item out of this centre's basic catalogue. */
    @POST
    @Path("{code}/taking-back")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Put takeOut(@PathParam("code") String code, @NotNull @Valid Mistake body, @Context CallContext context) {
        return basics.takeOut(code, body, context);
    }

    /** Returns how far this centre is with the items that there are. */
    @GET
    @Path("standing")
    @RequiresPermission(CataloguePermission.VIEW)
    public StandingView standing(@Context CallContext context) {
        return StandingView.of(basics.standing(context));
    }

    /** Drafts items of this centre from the basic catalogue. */
    @POST
    @Path("drafts")
    @Command
    @RequiresPermission(CataloguePermission.EDIT)
    public Begun draft(@NotNull @Valid Wanted body, @Context CallContext context) {
        return new Begun(basics.draft(body.codes(), context));
    }
}
