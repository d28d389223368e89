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
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Absences;
import org.yichuang.windows.internal.Attendance;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.GrantLeave;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.AbsencesView;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.LeaveView;
import org.yichuang.windows.internal.WindowsViews.LeavesView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;
import org.yichuang.windows.internal.WindowsViews.WeekSheetView;

/** Who is there. */
@Path("/{tenant}/windows/attendance")
@Produces(MediaType.APPLICATION_JSON)
public class AttendanceResource {
    private final Attendance attendance;
    private final Absences absences;

    public AttendanceResource(Attendance attendance, Absences absences) {
        this.attendance = attendance;
        this.absences = absences;
    }

    /** The sheet of a day; of today where none is said. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<AttendanceView> list(
            @QueryParam("day") LocalDate day,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return attendance.list(day, PageRequest.of(limit, cursor), context);
    }

    /** The sheet of a week that is over, by any of its days; of the last one where none is said. */
    @GET
    @Path("week")
    @AllowEveryone
    public WeekSheetView week(@QueryParam("day") LocalDate day, @Context CallContext context) {
        return new WeekSheetView(attendance.week(day, context));
    }

    /** Somebody punches at a device. */
    @POST
    @Path("punches")
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    public PunchedView punch(@NotNull @Valid PunchAtDevice command, @Context CallContext context) {
        return attendance.punch(command, context);
    }

    /** Whoever is signed in punches, where the centre lets them. */
    @POST
    @Path("punches/own")
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    public PunchedView punchByPhone(@Context CallContext context) {
        return attendance.punchByPhone(context);
    }

    /** It is entered when somebody was there. */
    @POST
    @Path("punches/entered")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    public PunchedView enter(@NotNull @Valid EnterPunch command, @Context CallContext context) {
        return attendance.enter(command, context);
    }

    /** The absences of a day. */
    @GET
    @Path("absences")
    @RequiresPermission(WindowsPermission.VIEW)
    public AbsencesView absences(@QueryParam("day") LocalDate day, @Context CallContext context) {
        return new AbsencesView(absences.list(day, context));
    }

    /** Somebody goes away for some minutes. */
    @POST
    @Path("absences")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    @Answers(value = AbsenceView.class, status = 201)
    public Response goOut(@NotNull @Valid GoOut command, @Context CallContext context) {
        AbsenceView made = absences.goOut(command, context);
        return Tagged.made(made, made.version());
    }

    /** They are back. */
    @POST
    @Path("absences/{absence}/return")
    @RequiresPermission(WindowsPermission.ATTEND)
    @Command
    @Answers(AbsenceView.class)
    public Response comeBack(@PathParam("absence") @Size(max = 40) String absence, @Context CallContext context) {
        AbsenceView now = absences.comeBack(absence, context);
        return Tagged.of(now, now.version());
    }

    /** The leaves that lie on a day, or on some day from it to another one. */
    @GET
    @Path("leaves")
    @RequiresPermission(WindowsPermission.VIEW)
    public LeavesView leaves(
            @QueryParam("day") LocalDate day, @QueryParam("until") LocalDate until, @Context CallContext context) {
        return new LeavesView(absences.leaves(day, until, context));
    }

    /** Somebody goes on leave. */
    @POST
    @Path("leaves")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = LeaveView.class, status = 201)
    public Response grant(@NotNull @Valid GrantLeave command, @Context CallContext context) {
        LeaveView made = absences.grant(command, context);
        return Tagged.made(made, made.version());
    }

    /** A leave ends early, or does not begin. */
    @POST
    @Path("leaves/{leave}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(LeaveView.class)
    public Response endLeave(
            @PathParam("leave") @Size(max = 40) String leave,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        LeaveView now = absences.endLeave(leave, command, context);
        return Tagged.of(now, now.version());
    }
}
