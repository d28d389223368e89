package org.yichuang.catalogue.internal.rest;

import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.CatalogueSearch;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.HotWords;
import org.yichuang.catalogue.internal.SampleFiles;
import org.yichuang.catalogue.internal.rest.ItemViews.ChoiceView;
import org.yichuang.catalogue.internal.rest.ItemViews.Enquiry;
import org.yichuang.catalogue.internal.rest.ItemViews.Guide;
import org.yichuang.catalogue.internal.rest.ItemViews.VersionView;
import org.yichuang.catalogue.internal.rest.ItemViews.Versions;
import org.yichuang.catalogue.internal.rest.SampleResource.SampleView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.RequestState;

/** The catalogue of a centre: search and guides for everyone, changes for its editors. */
@Path("/{tenant}/catalogue/items")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ItemResource {
    private final Catalogue catalogue;
    private final CatalogueSearch search;
    private final CatalogueEditing editing;
    private final HotWords hotWords;
    private final SampleFiles samples;

    /** In front of the services. */
    public ItemResource(
            Catalogue catalogue,
            CatalogueSearch search,
            CatalogueEditing editing,
            HotWords hotWords,
            SampleFiles samples) {
        this.samples = samples;
        this.catalogue = catalogue;
        this.search = search;
        this.editing = editing;
        this.hotWords = hotWords;
    }

    /** Searches what the centre offers, as people speak: the likeliest first, with counts. */
    @GET
    @AllowEveryone
    public FoundItems search(
            @BeanParam SearchParameters parameters, @Context HttpServletRequest http, @Context CallContext context) {
        Results found = search.search(parameters.request(), parameters.page(), context);
        if (parameters.page().cursor().isEmpty()) {
            hotWords.hear(found, RequestState.of(http).clientNetwork(), context);
        }
        return FoundItems.of(found);
    }

    /** Returns the guide of an item. */
    @GET
    @Path("{code}")
    @AllowEveryone
    @Answers(Guide.class)
    public Response guide(@PathParam("code") String code, @Context CallContext context) {
        ItemVersion offered = catalogue.offered(code, context);
        return tagged(offered, Guide.of(offered, SampleView.of(context.tenant(), code, samples.of(offered, context))));
    }

    /** Tells which route an application would take; hands nothing in. */
    @POST
    @Path("{code}/route")
    @AllowEveryone
    public ChoiceView route(@PathParam("code") String code, Enquiry enquiry, @Context CallContext context) {
        ItemDefinition item = catalogue.offered(code, context).definition();
        Map<String, Object> form = enquiry.form() == null ? Map.of() : enquiry.form();
        return ChoiceView.of(catalogue.route(item, form), item);
    }

    /** Returns the versions of one of the centre's own items. */
    @GET
    @Path("{code}/versions")
    @RequiresPermission(CataloguePermission.VIEW)
    public Versions versions(@PathParam("code") String code, @Context CallContext context) {
        List<ItemVersion> versions = editing.versions(code, context);
        return new Versions(versions.stream().map(VersionView::of).toList());
    }

    /** Creates or replaces the draft of an item. */
    @PUT
    @Path("{code}/draft")
    @Command
    @RequiresPermission(CataloguePermission.EDIT)
    @Answers(VersionView.class)
    public Response draft(@PathParam("code") String code, ItemBody body, @Context CallContext context) {
        ItemVersion draft = editing.draft(body.definition(code, () -> before(code, context)), context);
        return tagged(draft, VersionView.of(draft));
    }

    /** The item as it is so far: programs of before know nothing of some of it, and take nothing away. */
    private ItemDefinition before(String code, CallContext context) {
        try {
            return editing.versions(code, context).get(0).definition();
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return ItemDefinition.of(code).made();
            }
            throw e;
        }
    }

    /** Publishes the draft. */
    @POST
    @Path("{code}/publication")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    @Answers(VersionView.class)
    public Response publish(@PathParam("code") String code, @Context CallContext context) {
        ItemVersion published = editing.publish(code, context);
        return tagged(published, VersionView.of(published));
    }

    /** Retires the published version. */
    @POST
    @Path("{code}/retirement")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    @Answers(VersionView.class)
    public Response retire(@PathParam("code") String code, @Context CallContext context) {
        ItemVersion retired = editing.retire(code, context);
        return tagged(retired, VersionView.of(retired));
    }

    private static Response tagged(ItemVersion version, Object body) {
        return Response.ok(body)
                .header(HttpHeaders.ETAG, EntityTags.of(version.revision()))
                .build();
    }
}
