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
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.PointView;

/** The places to which people can go. */
@Path("/{tenant}/windows/service-points")
@Produces(MediaType.APPLICATION_JSON)
public class PointResource {
    private final Hall hall;

    public PointResource(Hall hall) {
        this.hall = hall;
    }

    /** Those that are open. */
    @GET
    @AllowEveryone
    public Page<PointView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return hall.points(PageRequest.of(limit, cursor), context);
    }

    /** Opens one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = PointView.class, status = 201)
    public Response openPoint(@NotNull @Valid OpenPoint command, @Context CallContext context) {
        PointView made = hall.openPoint(command, context);
        return Tagged.made(made, made.version());
    }

    /** Closes one. */
    @POST
    @Path("{point}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(PointView.class)
    public Response close(
            @PathParam("point") @Size(max = 40) String point,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        PointView now = hall.closePoint(point, command, context);
        return Tagged.of(now, now.version());
    }
}
