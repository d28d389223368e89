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
import org.yichuang.windows.internal.AssessmentCommands.DecideAppeal;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentViews.DeductionView;
import org.yichuang.windows.internal.Deductions;
import org.yichuang.windows.internal.WindowsCommands.Words;

/** What is found at windows on patrol. */
@Path("/{tenant}/windows/deductions")
@Produces(MediaType.APPLICATION_JSON)
public class DeductionResource {
    private final Deductions deductions;

    public DeductionResource(Deductions deductions) {
        this.deductions = deductions;
    }

    /** Those of the twelve months until a day; until today where none is said. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<DeductionView> list(
            @QueryParam("until") LocalDate until,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return deductions.list(until, PageRequest.of(limit, cursor), context);
    }

    /** Something was found. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.PATROL)
    @Command
    @Answers(value = DeductionView.class, status = 201)
    public Response note(@NotNull @Valid NoteFinding command, @Context CallContext context) {
        DeductionView made = deductions.note(command, context);
        return Tagged.created("deductions", made.id(), made, made.version(), context);
    }

    /** One of them. */
    @GET
    @Path("{deduction}")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(DeductionView.class)
    public Response find(@PathParam("deduction") @Size(max = 40) String deduction, @Context CallContext context) {
        DeductionView found = deductions.find(deduction, context);
        return Tagged.of(found, found.version());
    }

    /** The window is told. */
    @POST
    @Path("{deduction}/notice")
    @RequiresPermission(WindowsPermission.PATROL)
    @Command
    @Answers(DeductionView.class)
    public Response inform(@PathParam("deduction") @Size(max = 40) String deduction, @Context CallContext context) {
        return tagged(deductions.inform(deduction, context));
    }

    /** The window accepts it. */
    @POST
    @Path("{deduction}/acknowledgement")
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    @Answers(DeductionView.class)
    public Response accept(@PathParam("deduction") @Size(max = 40) String deduction, @Context CallContext context) {
        return tagged(deductions.accept(deduction, context));
    }

    /** The window appeals. */
    @POST
    @Path("{deduction}/appeal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    @Answers(DeductionView.class)
    public Response appeal(
            @PathParam("deduction") @Size(max = 40) String deduction,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return tagged(deductions.appeal(deduction, command, context));
    }

    /** The appeal is decided. */
    @POST
    @Path("{deduction}/ruling")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(DeductionView.class)
    public Response decide(
            @PathParam("deduction") @Size(max = 40) String deduction,
            @NotNull @Valid DecideAppeal command,
            @Context CallContext context) {
        return tagged(deductions.decide(deduction, command, context));
    }

    private static Response tagged(DeductionView now) {
        return Tagged.of(now, now.version());
    }
}
