package org.yichuang.catalogue.internal.rest;

import java.util.Optional;
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
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.HallEntries;
import org.yichuang.catalogue.internal.HallEntries.ItemList;
import org.yichuang.catalogue.internal.HallEntries.Listed;
import org.yichuang.catalogue.internal.Mistake;
import org.yichuang.catalogue.internal.domain.entry.EntryState;
import org.yichuang.catalogue.internal.domain.entry.EntryView;
import org.yichuang.catalogue.internal.domain.entry.Exemption;
import org.yichuang.catalogue.internal.domain.entry.Removal;
import org.yichuang.catalogue.internal.rest.EntryViews.Rates;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.tenancy.api.Tenants;

/** Which items a hall should take in and has taken in. */
@Path("/{tenant}/catalogue")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EntryResource {
    private final HallEntries entries;
    private final Tenants tenants;

    /** In front of the service. */
    public EntryResource(HallEntries entries, Tenants tenants) {
        this.entries = entries;
        this.tenants = tenants;
    }

    /** Lists items that the hall should take in, or changes what is said of them. */
    @POST
    @Path("entries")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public Listed list(@NotNull @Valid ItemList body, @Context CallContext context) {
        return entries.list(body, context);
    }

    /** Lists what the centre publishes and has not listed yet, as entered. */
    @POST
    @Path("entries/published")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public Listed listPublished(@Context CallContext context) {
        return entries.listPublished(context);
    }

    /** Returns the items of a state, or all, by code. */
    @GET
    @Path("entries")
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<EntryView> entries(
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        Optional<EntryState> wanted = EntryState.parse(state);
        if (wanted.isEmpty() && state != null && !state.isBlank()) {
            throw ProblemException.field(
                    CommonError.PARAMETER_UNREADABLE,
                    "state",
                    LocalizedMessage.of(EntryResource.class, "query.value-unknown", "state", state));
        }
        return entries.entries(wanted, PageRequest.of(limit, cursor), context);
    }

    /** Lets an item stay outside by consent. */
    @POST
    @Path("entries/{code}/exemption")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public EntryView exempt(
            @PathParam("code") String code, @NotNull @Valid Exemption body, @Context CallContext context) {
        return entries.exempt(code, body, context);
    }

    /** Takes an item out of the hall by approval. */
    @POST
    @Path("entries/{code}/removal")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public EntryView remove(
            @PathParam("code") String code, @NotNull @Valid Removal body, @Context CallContext context) {
        return entries.remove(code, body, context);
    }

    /** Takes back what was listed by mistake. */
    @POST
    @Path("entries/{code}/taking-back")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public EntryView takeBack(
            @PathParam("code") String code, @NotNull @Valid Mistake body, @Context CallContext context) {
        return entries.takeBack(code, body, context);
    }

    /** Returns the entry rate of the centre and, with {@code tree=true}, of all centres below it with their ranks. */
    @GET
    @Path("entry-rate")
    @RequiresPermission(CataloguePermission.VIEW)
    public Rates rate(@QueryParam("tree") boolean tree, @Context CallContext context) {
        return Rates.of(tenants.get(context.tenant()), entries.rates(tree, context), tenants);
    }
}
