package org.yichuang.agency.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Meet;
import org.yichuang.agency.internal.AgencyCommands.Raise;
import org.yichuang.agency.internal.AgencyCommands.Resolution;
import org.yichuang.agency.internal.AgencyCommands.Track;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.ProjectSummary;
import org.yichuang.agency.internal.AgencyViews.ProjectView;
import org.yichuang.agency.internal.Projects;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Projects in the green channel, which named leaders track (挂牌督办). */
@Path("/{tenant}/agency/projects")
public class ProjectPages {
    static final String ROOT = "/agency/projects";
    private static final int ROWS = 30;

    private final Projects projects;

    ProjectPages(Projects projects) {
        this.projects = projects;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        Page<ProjectSummary> page = projects.list(PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                call.ui().t("projects.title"),
                AgencyPageModule.TEMPLATES.projects(
                        call.ui(),
                        RequestPages.tabs(call, ROOT),
                        page.items(),
                        page.next(),
                        context.actor().isPermitted(AgencyPermission.LEAD),
                        context.actor().isPermitted(AgencyPermission.DECIDE)));
    }

    /** The leader's own. */
    @GET
    @Path("/led")
    @RequiresPermission(AgencyPermission.LEAD)
    public Response led(@Context PageCall call) {
        Page<ProjectSummary> page = projects.led(PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                        call.ui().t("projects.led"),
                        AgencyPageModule.TEMPLATES.projectrows(call.ui(), page.items(), page.next()))
                .under(call.ui().t("projects.title"), ROOT));
    }

    /** Takes one into the green channel. */
    @POST
    @RequiresPermission(AgencyPermission.DECIDE)
    public Response track(@Context PageCall call) {
        Form form = call.form();
        Track track = new Track(
                form.text("name"),
                form.text("enterprise"),
                Lodging.fen(form.text("investmentFen")),
                form.text("leader"),
                form.text("leaderName"));
        try {
            ProjectView made = projects.track(track, call.context());
            return call.redirect(ROOT + "/" + made.summary().id(), "tracked");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    /** One. */
    @GET
    @Path("/{project}")
    @RequiresPermission(AgencyPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("project") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        ProjectView view = projects.find(id, call.context().withoutKey());
        return Screen.working(view.summary().name(), AgencyPageModule.TEMPLATES.project(call.ui(), view))
                .under(call.ui().t("projects.title"), ROOT);
    }

    /** Attaches a case. */
    @POST
    @Path("/{project}/cases")
    @RequiresPermission(AgencyPermission.LEAD)
    public Response attach(@Context PageCall call, @PathParam("project") String id) {
        Attach attach = new Attach(call.form().text("number"));
        return step(call, id, "attached", () -> projects.attach(id, attach, call.context()));
    }

    /** Raises a problem. */
    @POST
    @Path("/{project}/problems")
    @RequiresPermission(AgencyPermission.LEAD)
    public Response raise(@Context PageCall call, @PathParam("project") String id) {
        Form form = call.form();
        Raise raise = new Raise(form.text("problem"), form.text("responsible"), AgentPages.day(form, "by"));
        return step(call, id, "raised", () -> projects.raise(id, raise, call.context()));
    }

    /** Writes down a meeting about one problem; more of them come by REST. */
    @POST
    @Path("/{project}/meetings")
    @RequiresPermission(AgencyPermission.LEAD)
    public Response meet(@Context PageCall call, @PathParam("project") String id) {
        Form form = call.form();
        Resolution resolution = new Resolution(
                form.text("problem"), form.text("agreement"), form.text("responsible"), AgentPages.day(form, "by"));
        Meet meet = new Meet(
                AgentPages.day(form, "heldOn"),
                form.text("agenda"),
                Arrays.stream(form.text("participants").split("\\R"))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                List.of(resolution));
        return step(call, id, "met", () -> projects.meet(id, meet, call.context()));
    }

    /** Says that a problem is solved. */
    @POST
    @Path("/{project}/problems/{problem}/solution")
    @RequiresPermission(AgencyPermission.LEAD)
    public Response solve(
            @Context PageCall call, @PathParam("project") String id, @PathParam("problem") String problem) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "solved", () -> projects.solve(id, problem, words, call.context()));
    }

    /** Ends the tracking. */
    @POST
    @Path("/{project}/closure")
    @RequiresPermission(AgencyPermission.LEAD)
    public Response close(@Context PageCall call, @PathParam("project") String id) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "project-closed", () -> projects.close(id, words, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<ProjectView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
