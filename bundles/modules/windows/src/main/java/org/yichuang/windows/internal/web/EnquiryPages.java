package org.yichuang.windows.internal.web;

import java.util.List;
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
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.AnswerEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.HandOver;
import org.yichuang.windows.internal.AssessmentCommands.OpenEnquiry;
import org.yichuang.windows.internal.Enquiries;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;
import org.yichuang.windows.internal.Staff;

/** What people ask: what staff write down, take, hand over and answer. */
@Path("/{tenant}/windows/enquiries")
public class EnquiryPages {
    static final String ROOT = "/windows/enquiries";
    private static final int ROWS = 30;

    private final Enquiries enquiries;
    private final Staff staff;

    EnquiryPages(Enquiries enquiries, Staff staff) {
        this.enquiries = enquiries;
        this.staff = staff;
    }

    /** Those that are open, or all, the newest first. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        boolean all = call.query("all").equals("true");
        return Screen.working(
                call.ui().t("enquiries.title"),
                WindowsPageModule.TEMPLATES.enquiries(
                        call.ui(),
                        all,
                        enquiries.list(
                                all ? null : EnquiryState.OPEN, PageRequest.of(ROWS, call.query("cursor")), context),
                        context.actor().isPermitted(WindowsPermission.SERVE)));
    }

    /** Somebody has asked at the window, on the telephone or by letter. */
    @POST
    @RequiresPermission(WindowsPermission.SERVE)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        OpenEnquiry given = new OpenEnquiry(
                StaffPages.choice(EnquiryChannel.class, form.text("channel")),
                form.text("asker"),
                form.text("question"));
        try {
            return call.redirect(
                    ROOT + "/" + enquiries.open(given, call.context()).id(), "enquiry-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    /** One. */
    @GET
    @Path("/{enquiry}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("enquiry") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        EnquiryView view = enquiries.find(id, context);
        boolean serves = context.actor().isPermitted(WindowsPermission.SERVE);
        boolean manages = context.actor().isPermitted(WindowsPermission.MANAGE);
        boolean isOpen = view.state() == EnquiryState.OPEN;
        boolean gives = isOpen && (manages || serves && view.inHand());
        return Screen.working(
                        call.ui().t("enquiry.title"),
                        WindowsPageModule.TEMPLATES.enquiry(
                                call.ui(),
                                view,
                                isOpen && serves && view.firstAsked().isEmpty(),
                                isOpen && serves && view.inHand(),
                                gives ? AtWindows.options(staff, context) : List.of()))
                .under(call.ui().t("enquiries.title"), ROOT);
    }

    /** Whoever takes what was asked from home answers for it. */
    @POST
    @Path("/{enquiry}/taking")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response take(@Context PageCall call, @PathParam("enquiry") String id) {
        return step(call, id, "enquiry-taken", () -> enquiries.take(id, call.context()));
    }

    /** Somebody else answers it. */
    @POST
    @Path("/{enquiry}/hand-over")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response handOver(@Context PageCall call, @PathParam("enquiry") String id) {
        HandOver given = given(call.form());
        return step(call, id, "enquiry-handed-over", () -> enquiries.handOver(id, given, call.context()));
    }

    /** Whoever manages the hall has somebody else answer it. */
    @POST
    @Path("/{enquiry}/assignment")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response assign(@Context PageCall call, @PathParam("enquiry") String id) {
        HandOver given = given(call.form());
        return step(call, id, "enquiry-handed-over", () -> enquiries.assign(id, given, call.context()));
    }

    private static HandOver given(Form form) {
        return new HandOver(form.text("to"), form.text("words"));
    }

    /** It is answered. */
    @POST
    @Path("/{enquiry}/answer")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response answer(@Context PageCall call, @PathParam("enquiry") String id) {
        Form form = call.form();
        AnswerEnquiry given = new AnswerEnquiry(form.text("answer"), form.has("negative"), form.text("how"));
        return step(call, id, "enquiry-answered", () -> enquiries.answer(id, given, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<EnquiryView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
