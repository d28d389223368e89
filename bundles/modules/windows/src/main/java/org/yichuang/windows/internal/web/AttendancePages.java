package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Attending;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.GrantLeave;
import org.yichuang.windows.internal.WindowsCommands.PublishBulletin;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.StaffView;

/** Who is there: the sheets of a day and of a week, going away and coming back, leaves, visits of leaders. */
@Path("/{tenant}/windows/attendance")
public class AttendancePages {
    static final String ROOT = "/windows/attendance";
    private static final int ROWS = 100;

    private final Attending attending;
    private final Staff staff;

    AttendancePages(Attending attending, Staff staff) {
        this.attending = attending;
        this.staff = staff;
    }

    /** The sheet of a day. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response show(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        CallContext context = call.context().withoutKey();
        Page<AttendanceView> day = attending
                .attendance()
                .list(PlainDay.of(call.query("day")), PageRequest.of(ROWS, call.query("cursor")), context);
        List<AbsenceView> absences = attending.absences().list(PlainDay.of(call.query("day")), context);
        boolean attends = context.actor().isPermitted(WindowsPermission.ATTEND);
        Optional<StaffView> own = attends ? staff.own(context) : Optional.empty();
        String out = own.flatMap(member -> absences.stream()
                        .filter(each -> each.member().equals(member.id()) && each.state() == AbsenceState.OUT)
                        .findFirst())
                .map(AbsenceView::id)
                .orElse("");
        return Screen.working(
                call.ui().t("attendance.title"),
                WindowsPageModule.TEMPLATES.attendance(
                        call.ui(),
                        call.query("day"),
                        day,
                        absences,
                        attending.absences().leaves(null, context.today().plusYears(1), context),
                        own.isPresent(),
                        out,
                        attending.visits().leaders("", context),
                        attending.bulletins().list(context),
                        context.actor().isPermitted(WindowsPermission.MANAGE)));
    }

    /** The sheet of a week that is over. */
    @GET
    @Path("/week")
    @AllowEveryone
    public Response week(@Context PageCall call) {
        return call.render(Screen.reading(
                        call.ui().t("week.title"),
                        WindowsPageModule.TEMPLATES.week(
                                call.ui(),
                                call.query("day"),
                                attending.attendance().week(PlainDay.of(call.query("day")), call.context())))
                .under(call.ui().t("hall.title"), "/windows"));
    }

    /** One goes away for some minutes. */
    @POST
    @Path("/absences")
    @RequiresPermission(WindowsPermission.ATTEND)
    public Response goOut(@Context PageCall call) {
        Form form = call.form();
        GoOut out = new GoOut(null, number(form.text("minutes")), form.text("reason"));
        return step(call, () -> attending.absences().goOut(out, call.context()), "absence-begun");
    }

    /** One is back. */
    @POST
    @Path("/absences/{absence}/return")
    @RequiresPermission(WindowsPermission.ATTEND)
    public Response comeBack(@Context PageCall call, @PathParam("absence") String absence) {
        return step(call, () -> attending.absences().comeBack(absence, call.context()), "absence-ended");
    }

    /** It is entered when somebody was there. */
    @POST
    @Path("/punches")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response enter(@Context PageCall call) {
        Form form = call.form();
        EnterPunch punch = new EnterPunch(
                form.text("member"),
                StaffPages.day(form, "day"),
                StaffPages.choice(PunchSlot.class, form.text("slot")),
                form.text("time"),
                form.text("reason"));
        return step(call, () -> attending.attendance().enter(punch, call.context()), "punch-entered");
    }

    /** Somebody goes on leave. */
    @POST
    @Path("/leaves")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response grant(@Context PageCall call) {
        Form form = call.form();
        GrantLeave leave = new GrantLeave(
                form.text("member"),
                StaffPages.day(form, "from"),
                StaffPages.day(form, "until"),
                StaffPages.choice(LeaveKind.class, form.text("kind")),
                form.text("standIn"),
                form.text("reason"));
        return step(call, () -> attending.absences().grant(leave, call.context()), "leave-granted");
    }

    /** A leave ends early, or does not begin. */
    @POST
    @Path("/leaves/end")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response endLeave(@Context PageCall call) {
        Form form = call.form();
        Reason reason = new Reason(form.text("reason"));
        return step(
                call, () -> attending.absences().endLeave(form.text("leave"), reason, call.context()), "leave-ended");
    }

    /** The bulletin of a month is published. */
    @POST
    @Path("/bulletins")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response publish(@Context PageCall call) {
        PublishBulletin month = new PublishBulletin(call.form().text("month"));
        return step(call, () -> attending.bulletins().publish(month, call.context()), "bulletin-published");
    }

    /** The paper of a month. */
    @GET
    @Path("/bulletins/{month}/pdf")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response pdf(@Context PageCall call, @PathParam("month") String month) {
        return Papers.file(call, ROOT, () -> attending.bulletins().pdf(month, call.context()));
    }

    /** The same as a Word document. */
    @GET
    @Path("/bulletins/{month}/docx")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response docx(@Context PageCall call, @PathParam("month") String month) {
        return Papers.file(call, ROOT, () -> attending.bulletins().docx(month, call.context()));
    }

    /** A leader has come. */
    @POST
    @Path("/visits")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response visit(@Context PageCall call) {
        Form form = call.form();
        RecordVisit visit = new RecordVisit(
                form.text("department"),
                form.text("name"),
                StaffPages.choice(LeaderRank.class, form.text("rank")),
                StaffPages.choice(VisitPurpose.class, form.text("purpose")),
                StaffPages.day(form, "day"),
                number(form.text("minutes")),
                form.text("words"));
        return step(call, () -> attending.visits().record(visit, call.context()), "visit-recorded");
    }

    static Integer number(String text) {
        return text.matches("\\d{1,5}") ? Integer.valueOf(text) : null;
    }

    private Response step(PageCall call, Supplier<Object> taken, String done) {
        try {
            taken.get();
            return call.redirect(ROOT, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
