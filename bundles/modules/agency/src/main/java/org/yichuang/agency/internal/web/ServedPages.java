package org.yichuang.agency.internal.web;

import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Complete;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What an agent is assigned (我代办的). */
@Path("/{tenant}/agency/served")
public class ServedPages {
    private static final String ROOT = "/agency/served";
    private static final int ROWS = 30;

    private final Requests requests;
    private final RequestDocuments papers;

    ServedPages(Requests requests, RequestDocuments papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.SERVE)
    public Response list(@Context PageCall call) {
        RequestState state = RequestPages.state(call);
        Page<Summary> page = requests.assigned(state, PageRequest.of(ROWS, call.query("cursor")), call.context());
        return call.render(Screen.working(
                call.ui().t("served.title"),
                AgencyPageModule.TEMPLATES.served(
                        call.ui(), List.of(RequestPages.filter(call, state)), page.items(), page.next())));
    }

    /** One. */
    @GET
    @Path("/{request}")
    @RequiresPermission(AgencyPermission.SERVE)
    public Response find(@Context PageCall call, @PathParam("request") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        RequestView view = requests.findServed(id, context);
        return Screen.working(
                        view.summary().project(),
                        AgencyPageModule.TEMPLATES.request(
                                call.ui(),
                                view,
                                papers.listServed(id, context),
                                ROOT + "/" + id,
                                RequestForms.NONE,
                                true))
                .under(call.ui().t("served.title"), ROOT);
    }

    /** Attaches a case. */
    @POST
    @Path("/{request}/cases")
    @RequiresPermission(AgencyPermission.SERVE)
    public Response attach(@Context PageCall call, @PathParam("request") String id) {
        Attach attach = new Attach(call.form().text("number"));
        return step(call, id, "attached", () -> requests.attach(id, attach, call.context()));
    }

    /** Says how it stands. */
    @POST
    @Path("/{request}/report")
    @RequiresPermission(AgencyPermission.SERVE)
    public Response report(@Context PageCall call, @PathParam("request") String id) {
        Words words = new Words(call.form().text("words"));
        return step(call, id, "reported", () -> requests.report(id, words, call.context()));
    }

    /** Says that all has been done. */
    @POST
    @Path("/{request}/completion")
    @RequiresPermission(AgencyPermission.SERVE)
    public Response complete(@Context PageCall call, @PathParam("request") String id) {
        Complete complete = new Complete(
                call.form().text("words"), call.form().optional("withoutCase").orElse(null));
        return step(call, id, "completed", () -> requests.complete(id, complete, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<RequestView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** Asks why the agent needs to see numbers and telephones. */
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
    @RequiresPermission(AgencyPermission.SERVE)
    public Response document(
            @Context PageCall call, @PathParam("request") String id, @PathParam("document") String document) {
        return Papers.file(call, ROOT + "/" + id, () -> papers.servedContent(id, document, call.context()));
    }
}
