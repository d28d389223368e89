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
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.WindowView;

/** The windows. */
@Path("/{tenant}/windows/windows")
@Produces(MediaType.APPLICATION_JSON)
public class WindowResource {
    private final Hall hall;

    public WindowResource(Hall hall) {
        this.hall = hall;
    }

    /** By their numbers. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<WindowView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return hall.windows(PageRequest.of(limit, cursor), context);
    }

    /** Opens one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = WindowView.class, status = 201)
    public Response openWindow(@NotNull @Valid OpenWindow command, @Context CallContext context) {
        WindowView made = hall.openWindow(command, context);
        return Tagged.made(made, made.version());
    }

    /** Closes one. */
    @POST
    @Path("{number}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(WindowView.class)
    public Response close(
            @PathParam("number") @Size(max = 40) String number,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        WindowView now = hall.closeWindow(number, command, context);
        return Tagged.of(now, now.version());
    }
}
