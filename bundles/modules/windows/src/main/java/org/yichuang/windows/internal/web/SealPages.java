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
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.SealCommands.HandSealOver;
import org.yichuang.windows.internal.SealCommands.OpenSeal;
import org.yichuang.windows.internal.SealCommands.UseSeal;
import org.yichuang.windows.internal.SealViews.SealView;
import org.yichuang.windows.internal.Seals;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.WindowsCommands.Reason;

/** The seals of the windows: who keeps them, and to what they were put. */
@Path("/{tenant}/windows/seals")
public class SealPages {
    static final String ROOT = "/windows/seals";
    private static final int ROWS = 50;

    private final Seals seals;
    private final Staff staff;

    SealPages(Seals seals, Staff staff) {
        this.seals = seals;
        this.staff = staff;
    }

    /** In the order in which they were given out. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        return Screen.working(
                call.ui().t("seals.title"),
                WindowsPageModule.TEMPLATES.seals(
                        call.ui(),
                        seals.list(PageRequest.of(ROWS, call.query("cursor")), context),
                        context.actor().isPermitted(WindowsPermission.MANAGE)
                                ? AtWindows.options(staff, context)
                                : List.of()));
    }

    /** One is given to somebody at a window. */
    @POST
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        OpenSeal given =
                new OpenSeal(form.text("number"), form.text("name"), form.text("department"), form.text("custodian"));
        try {
            return call.redirect(ROOT + "/" + seals.open(given, call.context()).id(), "seal-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    /** One. */
    @GET
    @Path("/{seal}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("seal") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        SealView view = seals.find(id, context);
        boolean manages = !view.retired() && context.actor().isPermitted(WindowsPermission.MANAGE);
        List<Option> others = manages ? AtWindows.options(staff, context) : List.of();
        return Screen.working(
                        view.name(),
                        WindowsPageModule.TEMPLATES.seal(
                                call.ui(),
                                view,
                                seals.uses(id, PageRequest.of(ROWS, call.query("cursor")), context),
                                manages,
                                others))
                .under(call.ui().t("seals.title"), ROOT);
    }

    /** It is put to something. */
    @POST
    @Path("/{seal}/uses")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response use(@Context PageCall call, @PathParam("seal") String id) {
        Form form = call.form();
        return step(call, id, "seal-used", () -> {
            UseSeal given = new UseSeal(
                    StaffPages.choice(SealedKind.class, form.text("kind")),
                    form.text("document"),
                    form.text("caseNumber"),
                    FormNumbers.optional(form, "copies"),
                    form.text("applicant"));
            return seals.use(id, given, call.context());
        });
    }

    /** Somebody else keeps it. */
    @POST
    @Path("/{seal}/custody")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response handOver(@Context PageCall call, @PathParam("seal") String id) {
        HandSealOver given =
                new HandSealOver(call.form().text("custodian"), call.form().text("why"));
        return step(call, id, "seal-handed-over", () -> seals.handOver(id, given, call.context()));
    }

    /** It is put to nothing any more. */
    @POST
    @Path("/{seal}/retirement")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response retire(@Context PageCall call, @PathParam("seal") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "seal-retired", () -> seals.retire(id, reason, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<Object> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
