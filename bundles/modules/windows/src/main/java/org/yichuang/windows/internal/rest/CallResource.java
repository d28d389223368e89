package org.yichuang.windows.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Tickets;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsViews.TicketView;

/** Whom a window calls. */
@Path("/{tenant}/windows/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallResource {
    private final Tickets tickets;

    public CallResource(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Calls the next ticket to a window. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(TicketView.class)
    public Response call(@NotNull @Valid Call command, @Context CallContext context) {
        TicketView now = tickets.call(command, context);
        return Tagged.of(now, now.version());
    }
}
