package org.yichuang.windows.internal.rest;

import java.time.LocalDate;
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
import org.yichuang.windows.internal.CountersignViews.ConfirmedView;
import org.yichuang.windows.internal.CountersignViews.CountersignView;
import org.yichuang.windows.internal.Countersignatures;
import org.yichuang.windows.internal.WindowsCommands.ConfirmWeek;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Words;

/** The list of the week. */
@Path("/{tenant}/windows/countersignatures")
@Produces(MediaType.APPLICATION_JSON)
public class CountersignResource {
    private final Countersignatures countersignatures;

    public CountersignResource(Countersignatures countersignatures) {
        this.countersignatures = countersignatures;
    }

    /** Those of the week of a day; of this week where none is said. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<CountersignView> list(
            @QueryParam("day") LocalDate day,
            @QueryParam("own") Boolean own,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return countersignatures.list(day, Boolean.TRUE.equals(own), PageRequest.of(limit, cursor), context);
    }

    /** All of a week are signed that whoever asks may sign. */
    @POST
    @Path("confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    @Command
    public ConfirmedView confirmAll(@NotNull @Valid ConfirmWeek command, @Context CallContext context) {
        return countersignatures.confirmAll(command.day(), context);
    }

    /** One of them. */
    @GET
    @Path("{decision}")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(CountersignView.class)
    public Response find(@PathParam("decision") @Size(max = 140) String decision, @Context CallContext context) {
        return tagged(countersignatures.find(decision, context));
    }

    /** It is signed. */
    @POST
    @Path("{decision}/confirmation")
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    @Command
    @Answers(CountersignView.class)
    public Response confirm(@PathParam("decision") @Size(max = 140) String decision, @Context CallContext context) {
        return tagged(countersignatures.confirm(decision, context));
    }

    /** It is objected to. */
    @POST
    @Path("{decision}/objection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    @Command
    @Answers(CountersignView.class)
    public Response object(
            @PathParam("decision") @Size(max = 140) String decision,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return tagged(countersignatures.object(decision, command, context));
    }

    /** It was put right. */
    @POST
    @Path("{decision}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    @Command
    @Answers(CountersignView.class)
    public Response correct(
            @PathParam("decision") @Size(max = 140) String decision,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return tagged(countersignatures.correct(decision, command, context));
    }

    private static Response tagged(CountersignView now) {
        return Tagged.of(now, now.version());
    }
}
