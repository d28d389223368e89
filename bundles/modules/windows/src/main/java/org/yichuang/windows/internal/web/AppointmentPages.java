package org.yichuang.windows.internal.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
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
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Appointments;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.PointHours;
import org.yichuang.windows.internal.WindowsCommands.Book;
import org.yichuang.windows.internal.WindowsViews.SlotView;

/** Appointments as those make them who come. */
@Path("/{tenant}/windows/appointments")
public class AppointmentPages {
    static final String ROOT = "/windows/appointments";
    private static final int ROWS = 20;
    private static final int PLACES = 100;

    private final Hall hall;
    private final PointHours hours;
    private final Appointments appointments;

    AppointmentPages(Hall hall, PointHours hours, Appointments appointments) {
        this.hall = hall;
        this.hours = hours;
        this.appointments = appointments;
    }

    /** One's own, and the slots of a day. */
    @GET
    @RequiresPermission(WindowsPermission.TAKE)
    public Response show(@Context PageCall call) {
        Asked asked = new Asked(call.query("item"), call.query("point"), PlainDay.of(call.query("day")));
        try {
            return call.render(screen(call, asked, slots(asked, call)));
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, asked, null));
        }
    }

    /** What somebody looks for; {@code day} is null before they have said it. */
    record Asked(String item, String point, LocalDate day) {}

    private List<SlotView> slots(Asked asked, PageCall call) {
        return asked.day() == null
                ? null
                : hours.slots(
                        asked.point(), asked.item(), asked.day(), call.context().withoutKey());
    }

    private Screen screen(PageCall call, Asked asked, List<SlotView> slots) {
        CallContext context = call.context().withoutKey();
        return Screen.reading(
                call.ui().t("appointments.title"),
                WindowsPageModule.TEMPLATES.appointments(
                        call.ui(),
                        appointments.own(PageRequest.of(ROWS, call.query("cursor")), context),
                        points(hall, context),
                        asked.item(),
                        asked.point(),
                        asked.day(),
                        slots));
    }

    static List<Option> points(Hall hall, CallContext context) {
        return hall.points(PageRequest.of(PLACES, ""), context).items().stream()
                .map(each -> new Option(each.id(), each.name()))
                .toList();
    }

    /** Books. */
    @POST
    @RequiresPermission(WindowsPermission.TAKE)
    public Response book(@Context PageCall call) {
        Form form = call.form();
        Asked asked = new Asked(form.text("item"), form.text("point"), PlainDay.of(form.text("day")));
        Book book = new Book(asked.item(), asked.point(), asked.day(), form.text("time"), form.has("wait"));
        try {
            String state = appointments.book(book, call.context()).state().name();
            return call.redirect(ROOT, "booking-" + state);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, asked, null));
        }
    }

    /** One is cancelled. */
    @POST
    @Path("/{booking}/cancellation")
    @RequiresPermission(WindowsPermission.TAKE)
    public Response cancel(@Context PageCall call, @PathParam("booking") String booking) {
        try {
            appointments.cancelOwn(booking, call.context());
            return call.redirect(ROOT, "booking-CANCELLED");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, new Asked("", "", null), null));
        }
    }

    /** One for the calendar of a telephone. */
    @GET
    @Path("/{booking}/calendar")
    @RequiresPermission(WindowsPermission.TAKE)
    public Response calendar(@Context PageCall call, @PathParam("booking") String booking) {
        byte[] file = appointments.calendar(booking, call.context()).getBytes(StandardCharsets.UTF_8);
        return call.file("appointment.ics", "text/calendar", file);
    }
}
