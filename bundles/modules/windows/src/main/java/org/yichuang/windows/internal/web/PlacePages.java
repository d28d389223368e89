package org.yichuang.windows.internal.web;

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
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.Reason;

/** The places to which people can go, for those who open and close them. */
@Path("/{tenant}/windows/places")
public class PlacePages {
    static final String ROOT = "/windows/places";
    private static final int ROWS = 50;

    private final Hall hall;

    PlacePages(Hall hall) {
        this.hall = hall;
    }

    /** Those that are open. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                call.ui().t("places.title"),
                WindowsPageModule.TEMPLATES.places(
                        call.ui(),
                        HallPages.tabs(call, ROOT),
                        hall.points(PageRequest.of(ROWS, call.query("cursor")), context),
                        context.actor().isPermitted(WindowsPermission.MANAGE)));
    }

    /** Opens one. */
    @POST
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        try {
            OpenPoint open = new OpenPoint(
                    StaffPages.choice(PointKind.class, form.text("kind")),
                    form.text("name"),
                    form.text("address"),
                    form.text("bus"),
                    form.text("phone"),
                    form.text("division"),
                    HallPages.words(form.text("facilities")),
                    FormNumbers.optional(form, "area"),
                    FormNumbers.day(form, "openedOn"),
                    FormNumbers.day(form, "mergeBy"),
                    form.text("exemption"));
            hall.openPoint(open, call.context());
            return call.redirect(ROOT, "point-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Closes one. */
    @POST
    @Path("/{point}/closure")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response close(@Context PageCall call, @PathParam("point") String point) {
        try {
            hall.closePoint(point, new Reason(call.form().text("reason")), call.context());
            return call.redirect(ROOT, "point-closed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }
}
