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
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Withdraw;
import org.yichuang.windows.internal.WindowsViews.StationingView;

/** The departments that work at the centre. */
@Path("/{tenant}/windows/stationings")
@Produces(MediaType.APPLICATION_JSON)
public class StationingResource {
    private final Hall hall;

    public StationingResource(Hall hall) {
        this.hall = hall;
    }

    /** In the order in which they have come. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<StationingView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return hall.stationings(PageRequest.of(limit, cursor), context);
    }

    /** A department comes. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = StationingView.class, status = 201)
    public Response station(@NotNull @Valid Station command, @Context CallContext context) {
        StationingView made = hall.station(command, context);
        return Tagged.made(made, made.version());
    }

    /** It works at the centre no more. */
    @POST
    @Path("{stationing}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StationingView.class)
    public Response withdraw(
            @PathParam("stationing") @Size(max = 40) String stationing,
            @NotNull @Valid Withdraw command,
            @Context CallContext context) {
        StationingView now = hall.withdraw(stationing, command, context);
        return Tagged.of(now, now.version());
    }

    /** Items of it enter the hall. */
    @POST
    @Path("{stationing}/items")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(StationingView.class)
    public Response enter(
            @PathParam("stationing") @Size(max = 40) String stationing,
            @NotNull @Valid Enter command,
            @Context CallContext context) {
        StationingView now = hall.enter(stationing, command, context);
        return Tagged.of(now, now.version());
    }
}
