package org.yichuang.agency.internal.web;

import java.util.Arrays;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Agree;
import org.yichuang.agency.internal.AgencyCommands.Present;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyViews.AgreementView;
import org.yichuang.agency.internal.AgencyViews.RecognitionView;
import org.yichuang.agency.internal.Recognitions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Agreements with bodies whose signed reviews are recognised (见章盖章). */
@Path("/{tenant}/agency/agreements")
public class AgreementPages {
    static final String ROOT = "/agency/agreements";
    private static final int ROWS = 30;

    private final Recognitions recognitions;

    AgreementPages(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        Page<AgreementView> page = recognitions.list(PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                call.ui().t("agreements.title"),
                AgencyPageModule.TEMPLATES.agreements(
                        call.ui(),
                        RequestPages.tabs(call, ROOT),
                        page.items(),
                        page.next(),
                        context.actor().isPermitted(AgencyPermission.AGREE)));
    }

    /** Enters one; the items are codes, one a line. */
    @POST
    @RequiresPermission(AgencyPermission.AGREE)
    public Response agree(@Context PageCall call) {
        Form form = call.form();
        Agree agree = new Agree(
                form.text("number"),
                form.text("body"),
                form.text("zone"),
                form.text("scope"),
                Arrays.stream(form.text("items").split("\\s+"))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                form.text("signedBy"),
                AgentPages.day(form, "validFrom"),
                AgentPages.day(form, "validUntil"));
        try {
            AgreementView made = recognitions.agree(agree, call.context());
            return call.redirect(ROOT + "/" + made.id(), "agreed");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    /** One, with what is recognised under it. */
    @GET
    @Path("/{agreement}")
    @RequiresPermission(AgencyPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("agreement") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        AgreementView view = recognitions.find(id, context);
        Page<RecognitionView> page = recognitions.under(id, PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                        view.body(),
                        AgencyPageModule.TEMPLATES.agreement(
                                call.ui(),
                                view,
                                page.items(),
                                page.next(),
                                context.actor().isPermitted(AgencyPermission.TAKE_IN),
                                context.actor().isPermitted(AgencyPermission.AGREE)))
                .under(call.ui().t("agreements.title"), ROOT);
    }

    /** Takes a signed review that is presented with a case. */
    @POST
    @Path("/{agreement}/reviews")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response present(@Context PageCall call, @PathParam("agreement") String id) {
        Form form = call.form();
        Present present = new Present(
                form.text("caseNumber"),
                form.text("document"),
                form.text("signer"),
                AgentPages.day(form, "signedOn"),
                form.has("seen"));
        return step(call, id, "recognised", () -> recognitions.present(id, present, call.context()));
    }

    /** Takes back a review that was presented by mistake. */
    @POST
    @Path("/{agreement}/taking-back")
    @RequiresPermission(AgencyPermission.TAKE_IN)
    public Response takeBack(@Context PageCall call, @PathParam("agreement") String id) {
        Form form = call.form();
        Reason reason = new Reason(form.text("reason"));
        return step(call, id, "taken-back", () -> recognitions.takeBack(id, form.text("case"), reason, call.context()));
    }

    /** Ends one before its day. */
    @POST
    @Path("/{agreement}/end")
    @RequiresPermission(AgencyPermission.AGREE)
    public Response end(@Context PageCall call, @PathParam("agreement") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "agreement-ended", () -> recognitions.end(id, reason, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<?> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
