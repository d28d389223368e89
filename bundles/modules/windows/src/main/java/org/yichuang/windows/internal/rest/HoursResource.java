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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.PointHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsViews.HoursView;

/** When a place is open. */
@Path("/{tenant}/windows/service-points/{point}/hours")
@Produces(MediaType.APPLICATION_JSON)
public class HoursResource {
    private final PointHours hours;

    public HoursResource(PointHours hours) {
        this.hours = hours;
    }

    /** As it is said now. */
    @GET
    @AllowEveryone
    @Answers(HoursView.class)
    public Response find(@PathParam("point") @Size(max = 40) String point, @Context CallContext context) {
        HoursView found = hours.find(point, context);
        return Tagged.of(found, found.version());
    }

    /** Says it anew. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(HoursView.class)
    public Response set(
            @PathParam("point") @Size(max = 40) String point,
            @NotNull @Valid SetHours command,
            @Context CallContext context) {
        HoursView now = hours.set(point, command, context);
        return Tagged.of(now, now.version());
    }
}
