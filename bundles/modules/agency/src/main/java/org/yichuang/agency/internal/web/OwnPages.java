package org.yichuang.agency.internal.web;

import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What somebody has asked agents for (我的代办). */
@Path("/{tenant}/my-agency")
public class OwnPages {
    private static final String ROOT = "/my-agency";

    private final Requests requests;
    private final RequestDocuments papers;

    OwnPages(Requests requests, RequestDocuments papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /** All of it. */
    @GET
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response list(@Context PageCall call) {
        return call.render(Screen.reading(
                call.ui().t("own.title"),
                AgencyPageModule.TEMPLATES.ownrequests(call.ui(), requests.own(call.context()))));
    }

    /** Asks what is wanted. */
    @GET
    @Path("/new")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response ask(@Context PageCall call) {
        return call.render(form(call));
    }

    private Screen form(PageCall call) {
        return Screen.reading(
                        call.ui().t("request.title"),
                        AgencyPageModule.TEMPLATES.lodge(
                                call.ui(), ROOT + "/new", Lodging.fields(call.ui(), requests.classes(call.context()))))
                .under(call.ui().t("own.title"), ROOT);
    }

    /** Takes it. */
    @POST
    @Path("/new")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response lodge(@Context PageCall call) {
        try {
            RequestView made = requests.request(Lodging.read(call.form()), call.context());
            return call.redirect(ROOT + "/" + made.id(), "lodged");
        } catch (ProblemException e) {
            return call.redisplay(e, form(call));
        }
    }

    /** One of it. */
    @GET
    @Path("/{request}")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response find(@Context PageCall call, @PathParam("request") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        RequestView view = requests.findOwn(id, context);
        return Screen.reading(
                        view.summary().project(),
                        AgencyPageModule.TEMPLATES.request(
                                call.ui(), view, papers.listOwn(id, context), ROOT + "/" + id, RequestForms.NONE, true))
                .under(call.ui().t("own.title"), ROOT);
    }

    /** Entrusts the agent. */
    @POST
    @Path("/{request}/entrustment")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response entrust(@Context PageCall call, @PathParam("request") String id) {
        Entrust entrust = new Entrust(call.form().text("signer"), false);
        return step(call, id, "entrusted", () -> requests.entrust(id, entrust, call.context()));
    }

    /** Withdraws it. */
    @POST
    @Path("/{request}/withdrawal")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response withdraw(@Context PageCall call, @PathParam("request") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "withdrawn", () -> requests.withdraw(id, reason, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<RequestView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** A paper of it. */
    @GET
    @Path("/{request}/documents/{document}")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response document(
            @Context PageCall call, @PathParam("request") String id, @PathParam("document") String document) {
        return Papers.file(call, ROOT + "/" + id, () -> papers.ownContent(id, document, call.context()));
    }
}
