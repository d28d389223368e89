package org.yichuang.catalogue.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.Bundles;
import org.yichuang.catalogue.internal.rest.BundleViews.BundleVersion;
import org.yichuang.catalogue.internal.rest.BundleViews.Guide;
import org.yichuang.catalogue.internal.rest.BundleViews.Summary;
import org.yichuang.catalogue.internal.rest.BundleViews.Versions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;
import org.yichuang.web.api.AllowEveryone;

/** The bundles of a centre: what they consist of for everyone, changes for its editors. */
@Path("/{tenant}/catalogue/bundles")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BundleResource {
    private final Bundles bundles;

    /** In front of the service. */
    public BundleResource(Bundles bundles) {
        this.bundles = bundles;
    }

    /** Returns the published bundles, by code. */
    @GET
    @AllowEveryone
    public Page<Summary> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context CallContext context) {
        return bundles.published(PageRequest.of(limit, cursor), context).map(Summary::of);
    }

    /** Returns what a bundle consists of, with its one form and one set of materials. */
    @GET
    @Path("{code}")
    @AllowEveryone
    @Answers(Guide.class)
    public Response guide(@PathParam("code") String code, @Context CallContext context) {
        ItemVersion offered = bundles.offered(code, context);
        return tagged(offered, Guide.of(offered));
    }

    /** Returns the versions of a bundle, drafts included. */
    @GET
    @Path("{code}/versions")
    @RequiresPermission(CataloguePermission.VIEW)
    public Versions versions(@PathParam("code") String code, @Context CallContext context) {
        return new Versions(
                bundles.versions(code, context).stream().map(BundleVersion::of).toList());
    }

    /** Creates or replaces the draft of a bundle. */
    @PUT
    @Path("{code}/draft")
    @Command
    @RequiresPermission(CataloguePermission.EDIT)
    @Answers(BundleVersion.class)
    public Response draft(
            @PathParam("code") String code, @NotNull @Valid BundleBody body, @Context CallContext context) {
        ItemVersion draft = bundles.draft(body.draft(code), context);
        return tagged(draft, BundleVersion.of(draft));
    }

    /** Publishes the draft, put together anew of its members as they are offered now. */
    @POST
    @Path("{code}/publication")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    @Answers(BundleVersion.class)
    public Response publish(@PathParam("code") String code, @Context CallContext context) {
        ItemVersion published = bundles.publish(code, context);
        return tagged(published, BundleVersion.of(published));
    }

    /** Retires the published version. */
    @POST
    @Path("{code}/retirement")
    @Command
    @RequiresPermission(CataloguePermission.PUBLISH)
    @Answers(BundleVersion.class)
    public Response retire(@PathParam("code") String code, @Context CallContext context) {
        ItemVersion retired = bundles.retire(code, context);
        return tagged(retired, BundleVersion.of(retired));
    }

    private static Response tagged(ItemVersion version, Object body) {
        return Response.ok(body)
                .header(HttpHeaders.ETAG, EntityTags.of(version.revision()))
                .build();
    }
}
