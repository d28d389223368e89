package org.yichuang.windows.internal.rest;

import java.nio.charset.StandardCharsets;
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
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Appointments;
import org.yichuang.windows.internal.WindowsCommands.Book;
import org.yichuang.windows.internal.WindowsViews.BookingView;

/** The appointments of whoever asks. */
@Path("/{tenant}/windows/appointments/own")
@Produces(MediaType.APPLICATION_JSON)
public class OwnAppointmentResource {
    private final Appointments appointments;

    public OwnAppointmentResource(Appointments appointments) {
        this.appointments = appointments;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(WindowsPermission.TAKE)
    public Page<BookingView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return appointments.own(PageRequest.of(limit, cursor), context);
    }

    /** Books. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.TAKE)
    @Command
    @Answers(value = BookingView.class, status = 201)
    public Response book(@NotNull @Valid Book command, @Context CallContext context) {
        BookingView made = appointments.book(command, context);
        return Tagged.made(made, made.version());
    }

    /** One is cancelled. */
    @POST
    @Path("{booking}/cancellation")
    @RequiresPermission(WindowsPermission.TAKE)
    @Command
    @Answers(BookingView.class)
    public Response cancel(@PathParam("booking") @Size(max = 40) String booking, @Context CallContext context) {
        BookingView now = appointments.cancelOwn(booking, context);
        return Tagged.of(now, now.version());
    }

    /** One for the calendar of a telephone. */
    @GET
    @Path("{booking}/calendar")
    @Produces("text/calendar")
    @RequiresPermission(WindowsPermission.TAKE)
    @Answers(byte[].class)
    public Response calendar(@PathParam("booking") @Size(max = 40) String booking, @Context CallContext context) {
        byte[] file = appointments.calendar(booking, context).getBytes(StandardCharsets.UTF_8);
        return Response.ok(file, "text/calendar; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"appointment.ics\"")
                .build();
    }
}
