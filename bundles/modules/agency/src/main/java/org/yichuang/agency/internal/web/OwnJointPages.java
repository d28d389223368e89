package org.yichuang.agency.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.JointPapers;
import org.yichuang.agency.internal.JointRequests;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** What somebody has asked to have handled jointly (我的联办申请). */
@Path("/{tenant}/my-agency/joint")
public class OwnJointPages {
    private static final String ROOT = "/my-agency/joint";

    private final JointRequests requests;
    private final JointPapers papers;
    private final JointAsking asking;

    OwnJointPages(JointRequests requests, JointPapers papers, JointAsking asking) {
        this.requests = requests;
        this.papers = papers;
        this.asking = asking;
    }

    /** All of it. */
    @GET
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response list(@Context PageCall call) {
        return call.render(Screen.reading(
                call.ui().t("joint.title"),
                AgencyPageModule.TEMPLATES.ownjoint(call.ui(), requests.own(call.context()))));
    }

    /** Asks what is wanted, and helps to find the items. */
    @GET
    @Path("/new")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response ask(@Context PageCall call) {
        return call.render(asking.screen(call, ROOT, false));
    }

    /** Takes it. */
    @POST
    @Path("/new")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response asked(@Context PageCall call) {
        try {
            JointView made = requests.ask(JointAsking.read(call.form()), call.context());
            return call.redirect(ROOT + "/" + made.id(), "joint-asked");
        } catch (ProblemException e) {
            return call.redisplay(e, asking.screen(call, ROOT, false));
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
        JointView view = requests.findOwn(id, context);
        return Screen.reading(
                        call.ui().t("joint.of", String.join("、", view.summary().items())),
                        AgencyPageModule.TEMPLATES.joint(
                                call.ui(),
                                view,
                                papers.listOwn(id, context),
                                ROOT + "/" + id,
                                true,
                                "/apply/" + view.bundle(),
                                "/my/" + view.caseNumber(),
                                true))
                .under(call.ui().t("joint.title"), ROOT);
    }

    /** Withdraws it. */
    @POST
    @Path("/{request}/withdrawal")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Response withdraw(@Context PageCall call, @PathParam("request") String id) {
        try {
            requests.withdraw(id, new Reason(call.form().text("reason")), call.context());
            return call.redirect(ROOT + "/" + id, "withdrawn");
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
