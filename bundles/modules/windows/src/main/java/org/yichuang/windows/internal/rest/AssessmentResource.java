package org.yichuang.windows.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
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
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.GiveMark;
import org.yichuang.windows.internal.AssessmentCommands.GivePlainMark;
import org.yichuang.windows.internal.AssessmentCommands.PublishAssessment;
import org.yichuang.windows.internal.AssessmentViews.AssessmentView;
import org.yichuang.windows.internal.AssessmentViews.SchemeView;
import org.yichuang.windows.internal.AssessmentViews.SheetView;
import org.yichuang.windows.internal.Assessments;

/** How well windows and departments do. */
@Path("/{tenant}/windows/assessments")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {
    private final Assessments assessments;

    public AssessmentResource(Assessments assessments) {
        this.assessments = assessments;
    }

    /** The formula. */
    @GET
    @AllowEveryone
    public SchemeView scheme(@Context CallContext context) {
        return assessments.scheme(context);
    }

    /** That of a period: of departments where nothing is said. */
    @GET
    @Path("{period}")
    @RequiresPermission(WindowsPermission.VIEW)
    public AssessmentView of(
            @PathParam("period") @Size(max = 10) String period,
            @QueryParam("of") AssessmentSubject of,
            @Context CallContext context) {
        return assessments.of(period, of, context);
    }

    /** What was counted for one, line by line. */
    @GET
    @Path("{period}/sheet")
    @RequiresPermission(WindowsPermission.VIEW)
    public SheetView sheet(
            @PathParam("period") @Size(max = 10) String period,
            @QueryParam("of") AssessmentSubject of,
            @QueryParam("subject") @NotBlank @Size(max = 100) String subject,
            @Context CallContext context) {
        return assessments.sheet(period, of, subject, context);
    }

    /** That of a period is published. */
    @POST
    @Path("{period}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    public AssessmentView publish(
            @PathParam("period") @Size(max = 10) String period,
            @NotNull @Valid PublishAssessment command,
            @Context CallContext context) {
        return assessments.publish(period, command, context);
    }

    /** The centre, or its patrol, gives a mark. */
    @POST
    @Path("{period}/marks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    public AssessmentView mark(
            @PathParam("period") @Size(max = 10) String period,
            @NotNull @Valid GiveMark command,
            @Context CallContext context) {
        return assessments.mark(period, command, context);
    }

    /** The patrol gives a mark. */
    @POST
    @Path("{period}/marks/daily")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.PATROL)
    @Command
    public AssessmentView markDaily(
            @PathParam("period") @Size(max = 10) String period,
            @NotNull @Valid GivePlainMark command,
            @Context CallContext context) {
        return assessments.markDaily(period, command, context);
    }

    /** Somebody at a window gives a mark to another one. */
    @POST
    @Path("{period}/marks/peer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    public AssessmentView markPeer(
            @PathParam("period") @Size(max = 10) String period,
            @NotNull @Valid GivePlainMark command,
            @Context CallContext context) {
        return assessments.markPeer(period, command, context);
    }
}
