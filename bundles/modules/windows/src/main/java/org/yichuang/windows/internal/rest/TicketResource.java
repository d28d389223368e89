package org.yichuang.windows.internal.rest;

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
import org.yichuang.windows.internal.Tickets;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.Finish;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.WindowsCommands.Transfer;
import org.yichuang.windows.internal.WindowsViews.TicketView;

/** Tickets of today. */
@Path("/{tenant}/windows/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketResource {
    private static final String TICKETS = "tickets";

    private final Tickets tickets;

    public TicketResource(Tickets tickets) {
        this.tickets = tickets;
    }

    /** By group and number. */
    @GET
    @RequiresPermission(WindowsPermission.SERVE)
    public Page<TicketView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return tickets.list(PageRequest.of(limit, cursor), context);
    }

    /** Takes one at the desk or a machine. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(value = TicketView.class, status = 201)
    public Response take(@NotNull @Valid Take command, @Context CallContext context) {
        TicketView made = tickets.take(command, context);
        return Tagged.created(TICKETS, made.id(), made, made.version(), context);
    }

    /** Takes one from home. */
    @POST
    @Path("online")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.TAKE)
    @Command
    @Answers(value = TicketView.class, status = 201)
    public Response takeOnline(@NotNull @Valid Take command, @Context CallContext context) {
        TicketView made = tickets.takeOnline(command, context);
        return Tagged.created(TICKETS, made.id(), made, made.version(), context);
    }

    /** How it stands, and how many are called before it. */
    @GET
    @Path("{ticket}")
    @AllowEveryone
    @Answers(TicketView.class)
    public Response find(@PathParam("ticket") @Size(max = 40) String ticket, @Context CallContext context) {
        return tagged(tickets.find(ticket, context));
    }

    /** It is called again. */
    @POST
    @Path("{ticket}/recall")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(TicketView.class)
    public Response recall(
            @PathParam("ticket") @Size(max = 40) String ticket,
            @NotNull @Valid At command,
            @Context CallContext context) {
        return tagged(tickets.recall(ticket, command, context));
    }

    /** Nobody has come. */
    @POST
    @Path("{ticket}/skip")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(TicketView.class)
    public Response skip(
            @PathParam("ticket") @Size(max = 40) String ticket,
            @NotNull @Valid At command,
            @Context CallContext context) {
        return tagged(tickets.skip(ticket, command, context));
    }

    /** Whoever has it is served. */
    @POST
    @Path("{ticket}/serve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(TicketView.class)
    public Response serve(
            @PathParam("ticket") @Size(max = 40) String ticket,
            @NotNull @Valid At command,
            @Context CallContext context) {
        return tagged(tickets.serve(ticket, command, context));
    }

    /** They go on to another group or window. */
    @POST
    @Path("{ticket}/transfer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(TicketView.class)
    public Response transfer(
            @PathParam("ticket") @Size(max = 40) String ticket,
            @NotNull @Valid Transfer command,
            @Context CallContext context) {
        return tagged(tickets.transfer(ticket, command, context));
    }

    /** They have been served. */
    @POST
    @Path("{ticket}/finish")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(TicketView.class)
    public Response finish(
            @PathParam("ticket") @Size(max = 40) String ticket,
            @NotNull @Valid Finish command,
            @Context CallContext context) {
        return tagged(tickets.finish(ticket, command, context));
    }

    private static Response tagged(TicketView now) {
        return Tagged.of(now, now.version());
    }
}
