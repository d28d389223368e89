package org.yichuang.windows.internal.web;

import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Assessing;
import org.yichuang.windows.internal.AssessmentCommands.DecideAppeal;
import org.yichuang.windows.internal.AssessmentCommands.GiveMark;
import org.yichuang.windows.internal.AssessmentCommands.GivePlainMark;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentCommands.PublishAssessment;
import org.yichuang.windows.internal.WindowsCommands.Words;

/** How well windows and departments do: ranks, sheets, findings and appeals, the formula. */
@Path("/{tenant}/windows/assessments")
public class AssessmentPages {
    static final String ROOT = "/windows/assessments";
    private static final int ROWS = 100;
    private static final int MONTH = 7;

    private final Assessing assessing;

    AssessmentPages(Assessing assessing) {
        this.assessing = assessing;
    }

    /** That of a period; of this month where none is said. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response show(@Context PageCall call) {
        return call.render(screen(call, period(call, call.query("period")), whom(call.query("of"))));
    }

    private Screen screen(PageCall call, String period, AssessmentSubject of) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                call.ui().t("assessments.title"),
                WindowsPageModule.TEMPLATES.assessments(
                        call.ui(),
                        assessing.assessments().of(period, of, context),
                        context.actor().isPermitted(WindowsPermission.MANAGE),
                        context.actor().isPermitted(WindowsPermission.PATROL),
                        context.actor().isPermitted(WindowsPermission.SERVE)));
    }

    private static String period(PageCall call, String asked) {
        return asked.isEmpty() ? call.context().today().toString().substring(0, MONTH) : asked;
    }

    private static AssessmentSubject whom(String text) {
        return StaffPages.choice(AssessmentSubject.class, text);
    }

    /** What was counted for one. */
    @GET
    @Path("/{period}/sheet")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response sheet(@Context PageCall call, @PathParam("period") String period) {
        String subject = call.query("subject");
        return call.render(Screen.reading(
                        call.ui().t("sheet.title", subject, period),
                        WindowsPageModule.TEMPLATES.sheet(
                                call.ui(),
                                assessing.assessments().sheet(period, whom(call.query("of")), subject, call.context())))
                .under(call.ui().t("assessments.title"), ROOT));
    }

    /** The formula. */
    @GET
    @Path("/scheme")
    @AllowEveryone
    public Response scheme(@Context PageCall call) {
        return call.render(Screen.reading(
                        call.ui().t("scheme.title"),
                        WindowsPageModule.TEMPLATES.scheme(
                                call.ui(), assessing.assessments().scheme(call.context())))
                .under(call.ui().t("hall.title"), "/windows"));
    }

    /** That of a period is published. */
    @POST
    @Path("/{period}/{of}/publication")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response publish(@Context PageCall call, @PathParam("period") String period, @PathParam("of") String of) {
        PublishAssessment publish = new PublishAssessment(whom(of));
        return step(
                call,
                period,
                of,
                () -> assessing.assessments().publish(period, publish, call.context()),
                "assessment-published");
    }

    /** The centre, or its patrol, gives a mark. */
    @POST
    @Path("/{period}/{of}/marks")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response mark(@Context PageCall call, @PathParam("period") String period, @PathParam("of") String of) {
        Form form = call.form();
        GiveMark mark = new GiveMark(
                whom(of),
                form.text("subject"),
                form.has("daily"),
                AttendancePages.number(form.text("mark")),
                form.text("words"));
        return step(call, period, of, () -> assessing.assessments().mark(period, mark, call.context()), "mark-given");
    }

    /** The patrol gives a mark. */
    @POST
    @Path("/{period}/{of}/marks/daily")
    @RequiresPermission(WindowsPermission.PATROL)
    public Response markDaily(@Context PageCall call, @PathParam("period") String period, @PathParam("of") String of) {
        GivePlainMark mark = mark(call.form(), of);
        return step(
                call, period, of, () -> assessing.assessments().markDaily(period, mark, call.context()), "mark-given");
    }

    /** Somebody at a window gives a mark to another one. */
    @POST
    @Path("/{period}/{of}/marks/peer")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response markPeer(@Context PageCall call, @PathParam("period") String period, @PathParam("of") String of) {
        GivePlainMark mark = mark(call.form(), of);
        return step(
                call, period, of, () -> assessing.assessments().markPeer(period, mark, call.context()), "mark-given");
    }

    private static GivePlainMark mark(Form form, String of) {
        return new GivePlainMark(
                whom(of), form.text("subject"), AttendancePages.number(form.text("mark")), form.text("words"));
    }

    /** What was found at windows. */
    @GET
    @Path("/findings")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response findings(@Context PageCall call) {
        return call.render(findingsScreen(call));
    }

    private Screen findingsScreen(PageCall call) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                        call.ui().t("findings.title"),
                        WindowsPageModule.TEMPLATES.findings(
                                call.ui(),
                                assessing.deductions().list(null, PageRequest.of(ROWS, call.query("cursor")), context),
                                context.actor().isPermitted(WindowsPermission.PATROL),
                                context.actor().isPermitted(WindowsPermission.ATTEND)
                                        ? assessing.deductions().own(context)
                                        : "",
                                context.actor().isPermitted(WindowsPermission.MANAGE)))
                .under(call.ui().t("assessments.title"), ROOT);
    }

    /** Something was found. */
    @POST
    @Path("/findings")
    @RequiresPermission(WindowsPermission.PATROL)
    public Response note(@Context PageCall call) {
        Form form = call.form();
        NoteFinding finding = new NoteFinding(
                form.text("window"),
                form.text("department"),
                StaffPages.choice(FindingRule.class, form.text("rule")),
                StaffPages.day(form, "day"),
                form.text("evidence"));
        return found(call, () -> assessing.deductions().note(finding, call.context()), "finding-noted");
    }

    /** The window is told. */
    @POST
    @Path("/findings/{finding}/notice")
    @RequiresPermission(WindowsPermission.PATROL)
    public Response inform(@Context PageCall call, @PathParam("finding") String finding) {
        return found(call, () -> assessing.deductions().inform(finding, call.context()), "finding-told");
    }

    /** The window accepts it. */
    @POST
    @Path("/findings/{finding}/acknowledgement")
    @RequiresPermission(WindowsPermission.ATTEND)
    public Response accept(@Context PageCall call, @PathParam("finding") String finding) {
        return found(call, () -> assessing.deductions().accept(finding, call.context()), "finding-accepted");
    }

    /** The window appeals. */
    @POST
    @Path("/findings/{finding}/appeal")
    @RequiresPermission(WindowsPermission.ATTEND)
    public Response appeal(@Context PageCall call, @PathParam("finding") String finding) {
        Words words = new Words(call.form().text("words"));
        return found(call, () -> assessing.deductions().appeal(finding, words, call.context()), "finding-appealed");
    }

    /** The appeal is decided. */
    @POST
    @Path("/findings/{finding}/ruling")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response decide(@Context PageCall call, @PathParam("finding") String finding) {
        Form form = call.form();
        DecideAppeal decision = new DecideAppeal(form.text("stands").equals("yes"), form.text("words"));
        return found(call, () -> assessing.deductions().decide(finding, decision, call.context()), "finding-decided");
    }

    private Response found(PageCall call, Supplier<Object> taken, String done) {
        try {
            taken.get();
            return call.redirect(ROOT + "/findings", done);
        } catch (ProblemException e) {
            return call.redisplay(e, findingsScreen(call));
        }
    }

    private Response step(PageCall call, String period, String of, Supplier<Object> taken, String done) {
        try {
            taken.get();
            return call.redirect(ROOT + "?period=" + period + "&of=" + of, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, period, whom(of)));
        }
    }
}
