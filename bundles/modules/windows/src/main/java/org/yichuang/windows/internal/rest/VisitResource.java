package org.yichuang.windows.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Visits;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsViews.LeadersView;
import org.yichuang.windows.internal.WindowsViews.VisitView;

/** Visits of leaders. */
@Path("/{tenant}/windows/attendance/visits")
@Produces(MediaType.APPLICATION_JSON)
public class VisitResource {
    private final Visits visits;

    public VisitResource(Visits visits) {
        this.visits = visits;
    }

    /** By name who has come in a month, and whether that is enough. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public LeadersView leaders(@QueryParam("month") @Size(max = 7) String month, @Context CallContext context) {
        return new LeadersView(visits.leaders(month, context));
    }

    /** One has come. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = VisitView.class, status = 201)
    public Response record(@NotNull @Valid RecordVisit command, @Context CallContext context) {
        VisitView made = visits.record(command, context);
        return Tagged.made(made, made.version());
    }
}
