package org.yichuang.agency.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.yichuang.agency.api.AgentSource;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Register;
import org.yichuang.agency.internal.AgencyCommands.Train;
import org.yichuang.agency.internal.AgencyViews.AgentView;
import org.yichuang.agency.internal.Agents;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The register of agents. */
@Path("/{tenant}/agency/agents")
public class AgentPages {
    static final String ROOT = "/agency/agents";
    private static final int ROWS = 30;

    private final Agents agents;

    AgentPages(Agents agents) {
        this.agents = agents;
    }

    /** All of them, or those who may act today. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.query("qualified").equals("true")));
    }

    private Screen list(PageCall call, boolean qualified) {
        Page<AgentView> page = agents.list(
                qualified,
                PageRequest.of(ROWS, call.query("cursor")),
                call.context().withoutKey());
        List<Option> which = List.of(
                new Option("false", call.ui().t("agents.all")),
                new Option("true", call.ui().t("agents.qualified")));
        return Screen.working(
                call.ui().t("agents.title"),
                AgencyPageModule.TEMPLATES.agents(
                        call.ui(),
                        RequestPages.tabs(call, ROOT),
                        List.of(Field.select("qualified", call.ui().t("agent.state"), which)
                                .value(qualified)),
                        page.items(),
                        page.next(),
                        call.context().actor().isPermitted(AgencyPermission.MANAGE_AGENTS)));
    }

    /** Registers one. */
    @POST
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public Response register(@Context PageCall call) {
        Form form = call.form();
        Register register = new Register(
                form.text("name"),
                Arrays.stream(AgentSource.values())
                        .filter(each -> each.name().equals(form.text("source")))
                        .findFirst()
                        .orElse(null),
                form.text("organisation"),
                form.text("serviceArea"),
                form.text("account"),
                form.text("phone"));
        try {
            AgentView made = agents.register(register, call.context());
            return call.redirect(ROOT + "/" + made.id(), "registered");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, false));
        }
    }

    /** One. */
    @GET
    @Path("/{agent}")
    @RequiresPermission(AgencyPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("agent") String id) {
        return call.render(screen(call, agents.find(id, call.context())));
    }

    private static Screen screen(PageCall call, AgentView view) {
        boolean manages = call.context().actor().isPermitted(AgencyPermission.MANAGE_AGENTS);
        return Screen.working(view.name(), AgencyPageModule.TEMPLATES.agent(call.ui(), view, manages))
                .under(call.ui().t("agents.title"), ROOT);
    }

    /** Writes down a training. */
    @POST
    @Path("/{agent}/training")
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public Response train(@Context PageCall call, @PathParam("agent") String id) {
        Form form = call.form();
        Train train = new Train(day(form, "heldOn"), !"false".equals(form.text("passed")), day(form, "validUntil"));
        return step(call, id, "trained", () -> agents.train(id, train, call.context()));
    }

    /** Lets one act until a day. */
    @POST
    @Path("/{agent}/authorisation")
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public Response authorise(@Context PageCall call, @PathParam("agent") String id) {
        Authorise authorise =
                new Authorise(day(call.form(), "until"), call.form().text("words"));
        return step(call, id, "authorised", () -> agents.authorise(id, authorise, call.context()));
    }

    /** Lets one act no more. */
    @POST
    @Path("/{agent}/authorisation-withdrawal")
    @RequiresPermission(AgencyPermission.MANAGE_AGENTS)
    public Response withdraw(@Context PageCall call, @PathParam("agent") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "unauthorised", () -> agents.withdraw(id, reason, call.context()));
    }

    /** What was typed; null for what is no day. */
    static LocalDate day(Form form, String name) {
        try {
            return form.text(name).isEmpty() ? null : LocalDate.parse(form.text(name));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Response step(PageCall call, String id, String done, Supplier<AgentView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, agents.find(id, call.context().withoutKey())));
        }
    }

    /** Asks why somebody needs to see the telephone. */
    @GET
    @Path("/{agent}/unmask")
    @RequiresPermission(AgencyPermission.UNMASK)
    public Response askToUnmask(@Context PageCall call, @PathParam("agent") String id) {
        return call.render(Unmasks.screen(call, ROOT + "/" + id));
    }

    /** Shows it, this once. */
    @POST
    @Path("/{agent}/unmask")
    @RequiresPermission(AgencyPermission.UNMASK)
    public Response unmask(@Context PageCall call, @PathParam("agent") String id) {
        return Unmasks.answer(call, ROOT + "/" + id, reason -> call.ui()
                .text(agents.unmask(id, reason, call.context()).phone()));
    }
}
