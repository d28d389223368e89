package org.yichuang.fees.internal.rest;

import java.util.List;
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
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.Draft;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Unlink;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.FeeViews.ItemView;
import org.yichuang.fees.internal.FeeViews.LinkView;
import org.yichuang.fees.internal.FeeViews.Published;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** Fee items: what is charged, and with what. */
@Path("/{tenant}/fees/items")
@Produces(MediaType.APPLICATION_JSON)
public class FeeItemResource {
    private final FeeItems items;

    public FeeItemResource(FeeItems items) {
        this.items = items;
    }

    /** Versions, in {@code items} like every list. */
    public record Versions(List<ItemView> items) {}

    /** What is charged today, with what it rests on. */
    @GET
    @AllowEveryone
    public Page<Published> published(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return items.published(PageRequest.of(limit, cursor), context);
    }

    /** Drafts a version. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.EDIT)
    @Command
    @Answers(value = ItemView.class, status = 201)
    public Response draft(@NotNull @Valid Draft command, @Context CallContext context) {
        return Tagged.created(items.draft(command, context), context);
    }

    /** All versions, drafts too. */
    @GET
    @Path("versions")
    @RequiresPermission(FeePermission.VIEW)
    public Page<ItemView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return items.list(PageRequest.of(limit, cursor), context);
    }

    /** The links to items. */
    @GET
    @Path("links")
    @RequiresPermission(FeePermission.VIEW)
    public Page<LinkView> links(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return items.links(PageRequest.of(limit, cursor), context);
    }

    /** The versions of one. */
    @GET
    @Path("{code}")
    @RequiresPermission(FeePermission.VIEW)
    public Versions versions(@PathParam("code") @Size(max = 40) String code, @Context CallContext context) {
        return new Versions(items.versions(code, context));
    }

    /** Publishes what somebody else has drafted. */
    @POST
    @Path("{code}/publication")
    @RequiresPermission(FeePermission.PUBLISH)
    @Command
    @Answers(ItemView.class)
    public Response publish(@PathParam("code") @Size(max = 40) String code, @Context CallContext context) {
        return Tagged.of(items.publish(code, context));
    }

    /** Drafts a link to an item, or how it is to be linked otherwise. */
    @POST
    @Path("{code}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.EDIT)
    @Command
    public LinkView link(
            @PathParam("code") @Size(max = 40) String code,
            @NotNull @Valid Link command,
            @Context CallContext context) {
        return items.link(code, command, context);
    }

    /** Publishes a link that somebody else has drafted. */
    @POST
    @Path("{code}/links/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.PUBLISH)
    @Command
    public LinkView publishLink(
            @PathParam("code") @Size(max = 40) String code,
            @NotNull @Valid Unlink command,
            @Context CallContext context) {
        return items.publishLink(code, command, context);
    }

    /** Ends a link. */
    @POST
    @Path("{code}/links/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.EDIT)
    @Command
    @Answers(status = 204)
    public Response unlink(
            @PathParam("code") @Size(max = 40) String code,
            @NotNull @Valid Unlink command,
            @Context CallContext context) {
        items.unlink(code, command, context);
        return Response.noContent().build();
    }
}
