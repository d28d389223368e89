package org.yichuang.windows.internal.rest;

import java.time.LocalDate;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Appointments;
import org.yichuang.windows.internal.PointHours;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.BookingView;
import org.yichuang.windows.internal.WindowsViews.SlotsView;

/** Appointments, at the desk. */
@Path("/{tenant}/windows/appointments")
@Produces(MediaType.APPLICATION_JSON)
public class AppointmentResource {
    private final Appointments appointments;
    private final PointHours hours;

    public AppointmentResource(Appointments appointments, PointHours hours) {
        this.appointments = appointments;
        this.hours = hours;
    }

    /** Those of a day; of today where none is said. */
    @GET
    @RequiresPermission(WindowsPermission.SERVE)
    public Page<BookingView> list(
            @QueryParam("day") LocalDate day,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return appointments.list(day, PageRequest.of(limit, cursor), context);
    }

    /** The slots of a day at a place, with how many places each has left for an item. */
    @GET
    @Path("slots")
    @AllowEveryone
    public SlotsView slots(
            @QueryParam("point") @Size(max = 40) String point,
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("day") LocalDate day,
            @Context CallContext context) {
        return new SlotsView(hours.slots(point, item, day, context));
    }

    /** Books for somebody. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(value = BookingView.class, status = 201)
    public Response book(@NotNull @Valid BookFor command, @Context CallContext context) {
        BookingView made = appointments.bookAtDesk(command, context);
        return Tagged.created("appointments", made.id(), made, made.version(), context);
    }

    /** One. */
    @GET
    @Path("{booking}")
    @RequiresPermission(WindowsPermission.SERVE)
    @Answers(BookingView.class)
    public Response find(@PathParam("booking") @Size(max = 40) String booking, @Context CallContext context) {
        BookingView found = appointments.find(booking, context);
        return Tagged.of(found, found.version());
    }

    /** It is called off. */
    @POST
    @Path("{booking}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(BookingView.class)
    public Response cancel(
            @PathParam("booking") @Size(max = 40) String booking,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        BookingView now = appointments.cancel(booking, command, context);
        return Tagged.of(now, now.version());
    }

    /** Somebody has come. */
    @POST
    @Path("{booking}/check-in")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(BookingView.class)
    public Response checkIn(
            @PathParam("booking") @Size(max = 40) String booking,
            @NotNull @Valid CheckIn command,
            @Context CallContext context) {
        BookingView now = appointments.checkIn(booking, command, context);
        return Tagged.of(now, now.version());
    }
}
