package org.yichuang.windows.internal.rest;

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
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.ItemView;

/** The items that have entered the hall. */
@Path("/{tenant}/windows/items")
@Produces(MediaType.APPLICATION_JSON)
public class ItemResource {
    private final Hall hall;

    public ItemResource(Hall hall) {
        this.hall = hall;
    }

    /** By their codes; those that have left as well. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<ItemView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return hall.items(PageRequest.of(limit, cursor), context);
    }

    /** One leaves. */
    @POST
    @Path("{item}/leaving")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    public ItemView leave(
            @PathParam("item") @Size(max = 64) String item,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return hall.leave(item, command, context);
    }
}
