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
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.JointCommands.Consent;
import org.yichuang.agency.internal.JointCommands.Withdraw;
import org.yichuang.agency.internal.JointPapers;
import org.yichuang.agency.internal.JointRequests;
import org.yichuang.agency.internal.JointViews.JointSummary;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Requests for joint handling as the staff see them. */
@Path("/{tenant}/agency/joint")
public class JointPages {
    static final String ROOT = "/agency/joint";
    private static final int ROWS = 30;

    private final JointRequests requests;
    private final JointPapers papers;
    private final JointAsking asking;

    JointPages(JointRequests requests, JointPapers papers, JointAsking asking) {
        this.requests = requests;
        this.papers = papers;
        this.asking = asking;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Response list(@Context PageCall call) {
        JointState state = Arrays.stream(JointState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
        Page<JointSummary> page = requests.list(state, PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("joint.title"),
                AgencyPageModule.TEMPLATES.jointlist(
                        call.ui(),
                        RequestPages.tabs(call, ROOT),
                        List.of(filter(call, state)),
                        page.items(),
                        page.next(),
                        call.context().actor().isPermitted(AgencyPermission.TAKE_IN))));
    }

    private static Field filter(PageCall call, JointState state) {
        List<Option> states = Stream.concat(
                        Stream.of(new Option("", call.ui().t("requests.all"))),
                        Arrays.stream(JointState.values())
                                .map(each -> new Option(each.name(), call.ui().localize(each.label()))))
                .toList();
        return Field.select("state", call.ui().t("request.state"), states).value(state == null ? "" : state.name());
    }

    /** Asks at the window what is wanted. */
    @GET
    @Path("/new")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response ask(@Context PageCall call) {
        return call.render(asking.screen(call, ROOT, true));
    }

    /** Takes it in. */
    @POST
    @Path("/new")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response asked(@Context PageCall call) {
        try {
            JointView made = requests.takeIn(JointAsking.read(call.form()), call.context());
            return call.redirect(ROOT + "/" + made.id(), "joint-asked");
        } catch (ProblemException e) {
            return call.redisplay(e, asking.screen(call, ROOT, true));
        }
    }

    /** One. */
    @GET
    @Path("/{request}")
    @RequiresPermission(AgencyPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("request") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        JointView view = requests.find(id, context);
        return Screen.working(
                        call.ui().t("joint.of", String.join("、", view.summary().items())),
                        AgencyPageModule.TEMPLATES.joint(
                                call.ui(),
                                view,
                                papers.list(id, context),
                                ROOT + "/" + id,
                                false,
                                way(context, CasePermission.TAKE_IN, "/intake/" + view.bundle()),
                                way(context, CasePermission.WORK, "/cases/" + view.caseNumber()),
                                context.actor().isPermitted(AgencyPermission.UNMASK)))
                .under(call.ui().t("joint.title"), ROOT);
    }

    /** Where somebody is led, nowhere whose door is shut for them. */
    static String way(CallContext context, String permission, String to) {
        return context.actor().isPermitted(permission) ? to : "";
    }

    /** Consents. */
    @POST
    @Path("/{request}/consent")
    @RequiresPermission(AgencyPermission.JOIN)
    public Response consent(@Context PageCall call, @PathParam("request") String id) {
        Form form = call.form();
        BundleKind kind = Arrays.stream(BundleKind.values())
                .filter(each -> each.name().equals(form.text("kind")))
                .findFirst()
                .orElse(null);
        String days = form.text("days");
        Consent consent = new Consent(
                form.text("lead"),
                form.text("organ"),
                kind,
                days.matches("\\d{1,3}") ? Integer.valueOf(days) : null,
                form.text("words"));
        return step(call, id, "answered", () -> requests.consent(id, consent, call.context()));
    }

    /** Declines. */
    @POST
    @Path("/{request}/refusal")
    @RequiresPermission(AgencyPermission.JOIN)
    public Response decline(@Context PageCall call, @PathParam("request") String id) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "answered", () -> requests.decline(id, words, call.context()));
    }

    /** Withdraws it. */
    @POST
    @Path("/{request}/withdrawal")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response withdraw(@Context PageCall call, @PathParam("request") String id) {
        Withdraw given = new Withdraw(call.form().text("reason"), call.form().text("paper"));
        return step(call, id, "withdrawn", () -> requests.withdrawAtWindow(id, given, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<JointView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** Asks why somebody needs to see number and telephone. */
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
