package org.yichuang.windows.internal.web;

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
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Appointments;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.BookingView;

/** Appointments at the desk. */
@Path("/{tenant}/windows/bookings")
public class BookingPages {
    static final String ROOT = "/windows/bookings";
    private static final int ROWS = 50;

    private final Hall hall;
    private final Appointments appointments;

    BookingPages(Hall hall, Appointments appointments) {
        this.hall = hall;
        this.appointments = appointments;
    }

    /** Those of a day. */
    @GET
    @RequiresPermission(WindowsPermission.SERVE)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                call.ui().t("bookings.title"),
                WindowsPageModule.TEMPLATES.bookings(
                        call.ui(),
                        appointments.list(
                                PlainDay.of(call.query("day")), PageRequest.of(ROWS, call.query("cursor")), context),
                        AppointmentPages.points(hall, context),
                        call.query("day")));
    }

    /** One, with what can be done about it. */
    @GET
    @Path("/{booking}")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response find(@Context PageCall call, @PathParam("booking") String booking) {
        return call.render(screen(call, booking));
    }

    private Screen screen(PageCall call, String booking) {
        BookingView view = appointments.find(booking, call.context().withoutKey());
        return Screen.working(view.name(), WindowsPageModule.TEMPLATES.booking(call.ui(), view))
                .under(call.ui().t("bookings.title"), ROOT);
    }

    /** Books for somebody. */
    @POST
    @RequiresPermission(WindowsPermission.SERVE)
    public Response book(@Context PageCall call) {
        Form form = call.form();
        BookFor book = new BookFor(
                form.text("item"),
                form.text("point"),
                StaffPages.day(form, "day"),
                form.text("time"),
                form.has("wait"),
                form.text("name"));
        try {
            BookingView made = appointments.bookAtDesk(book, call.context());
            return call.redirect(ROOT + "/" + made.id(), "booking-" + made.state());
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Somebody has come: their ticket. */
    @POST
    @Path("/{booking}/check-in")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response checkIn(@Context PageCall call, @PathParam("booking") String booking) {
        return step(call, booking, () -> appointments.checkIn(booking, new CheckIn(null), call.context()));
    }

    /** It is called off. */
    @POST
    @Path("/{booking}/cancellation")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response cancel(@Context PageCall call, @PathParam("booking") String booking) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, booking, () -> appointments.cancel(booking, reason, call.context()));
    }

    private Response step(PageCall call, String booking, Supplier<BookingView> taken) {
        try {
            return call.redirect(ROOT + "/" + booking, "booking-" + taken.get().state());
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, booking));
        }
    }
}
