package org.yichuang.agency.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.Agents;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;

/** Requests for agents as the staff see them. */
@Path("/{tenant}/agency/requests")
public class RequestPages {
    static final String ROOT = "/agency/requests";
    private static final int ROWS = 30;

    private final Requests requests;
    private final Agents agents;
    private final RequestDocuments papers;

    RequestPages(Requests requests, Agents agents, RequestDocuments papers) {
        this.requests = requests;
        this.agents = agents;
        this.papers = papers;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Response list(@Context PageCall call) {
        RequestState state = state(call);
        Page<Summary> page = requests.list(state, PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("requests.title"),
                AgencyPageModule.TEMPLATES.requests(
                        call.ui(),
                        tabs(call, ROOT),
                        List.of(filter(call, state)),
                        page.items(),
                        page.next(),
                        call.context().actor().isPermitted(AgencyPermission.TAKE_IN) ? ROOT + "/new" : "")));
    }

    static RequestState state(PageCall call) {
        return Arrays.stream(RequestState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
    }

    static Field filter(PageCall call, RequestState state) {
        List<Option> states = Stream.concat(
                        Stream.of(new Option("", call.ui().t("requests.all"))),
                        Arrays.stream(RequestState.values())
                                .map(each -> new Option(each.name(), call.ui().localize(each.label()))))
                .toList();
        return Field.select("state", call.ui().t("request.state"), states).value(state == null ? "" : state.name());
    }

    /** What staff look at. */
    static List<Tab> tabs(PageCall call, String current) {
        return List.of(
                new Tab(call.ui().t("requests.title"), ROOT, current.equals(ROOT)),
                new Tab(call.ui().t("agents.title"), AgentPages.ROOT, current.equals(AgentPages.ROOT)),
                new Tab(call.ui().t("agreements.title"), AgreementPages.ROOT, current.equals(AgreementPages.ROOT)),
                new Tab(call.ui().t("projects.title"), ProjectPages.ROOT, current.equals(ProjectPages.ROOT)),
                new Tab(call.ui().t("joint.title"), JointPages.ROOT, current.equals(JointPages.ROOT)));
    }

    /** Asks at the window what is wanted. */
    @GET
    @Path("/new")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response ask(@Context PageCall call) {
        return call.render(form(call));
    }

    private Screen form(PageCall call) {
        return Screen.working(
                        call.ui().t("request.title"),
                        AgencyPageModule.TEMPLATES.lodge(
                                call.ui(), ROOT + "/new", Lodging.fields(call.ui(), requests.classes(call.context()))))
                .under(call.ui().t("requests.title"), ROOT);
    }

    /** Takes it in. */
    @POST
    @Path("/new")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response takeIn(@Context PageCall call) {
        try {
            RequestView made = requests.takeIn(Lodging.read(call.form()), call.context());
            return call.redirect(ROOT + "/" + made.id(), "lodged");
        } catch (ProblemException e) {
            return call.redisplay(e, form(call));
        }
    }

    /** One. */
    @GET
    @Path("/{request}")
    @RequiresPermission(AgencyPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("request") String id) {
        return call.render(screen(call, requests.find(id, call.context())));
    }

    private Screen screen(PageCall call, RequestView view) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                        view.summary().project(),
                        AgencyPageModule.TEMPLATES.request(
                                call.ui(),
                                view,
                                papers.list(view.id(), context),
                                ROOT + "/" + view.id(),
                                RequestForms.agents(call, agents),
                                context.actor().isPermitted(AgencyPermission.UNMASK)))
                .under(call.ui().t("requests.title"), ROOT);
    }

    /** Consents or refuses. */
    @POST
    @Path("/{request}/answer")
    @RequiresPermission(AgencyPermission.DECIDE)
    public Response answer(@Context PageCall call, @PathParam("request") String id) {
        String words = call.form().text("words");
        Consent consent = new Consent(words, call.form().has("identitySeen"));
        return step(
                call,
                id,
                "answered",
                () -> "false".equals(call.form().text("consents"))
                        ? requests.refuse(id, new Words(words), call.context())
                        : requests.consent(id, consent, call.context()));
    }

    /** Assigns an agent. */
    @POST
    @Path("/{request}/assignment")
    @RequiresPermission(AgencyPermission.DECIDE)
    public Response assign(@Context PageCall call, @PathParam("request") String id) {
        Assign assign = new Assign(call.form().text("agent"));
        return step(call, id, "assigned", () -> requests.assign(id, assign, call.context()));
    }

    /** Writes down that the paper has been signed. */
    @POST
    @Path("/{request}/entrustment")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response entrust(@Context PageCall call, @PathParam("request") String id) {
        Entrust entrust = new Entrust(call.form().text("signer"), call.form().has("paper"));
        return step(call, id, "entrusted", () -> requests.entrustOnPaper(id, entrust, call.context()));
    }

    /** Withdraws it. */
    @POST
    @Path("/{request}/withdrawal")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response withdraw(@Context PageCall call, @PathParam("request") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "withdrawn", () -> requests.withdrawAtWindow(id, reason, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<RequestView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(
                    e, screen(call, requests.find(id, call.context().withoutKey())));
        }
    }

    /** Asks why somebody needs to see numbers and telephones. */
    @GET
    @Path("/{request}/unmask")
    @RequiresPermission(AgencyPermission.UNMASK)
    public Response askToUnmask(@Context PageCall call, @PathParam("request") String id) {
        return call.render(Unmasks.screen(call, ROOT + "/" + id));
    }

    /** Shows them, this once. */
    @POST
    @Path("/{request}/unmask")
    @RequiresPermission(AgencyPermission.UNMASK)
    public Response unmask(@Context PageCall call, @PathParam("request") String id) {
        return Unmasks.answer(
                call,
                ROOT + "/" + id,
                reason -> AgencyPageModule.TEMPLATES.applicant(
                        call.ui(), requests.unmask(id, reason, call.context()).applicant()));
    }

    /** A paper of it. */
    @GET
    @Path("/{request}/documents/{document}")
    @RequiresPermission(AgencyPermission.VIEW)
    public Response document(
            @Context PageCall call, @PathParam("request") String id, @PathParam("document") String document) {
        return Papers.file(call, ROOT + "/" + id, () -> papers.content(id, document, call.context()));
    }
}
