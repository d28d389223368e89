package org.yichuang.windows.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.internal.ScreenCommands.PrintAtMachine;
import org.yichuang.windows.internal.ScreenCommands.TakeAtMachine;
import org.yichuang.windows.internal.TicketMachines;
import org.yichuang.windows.internal.WindowsViews.TicketView;

/** Ticket machines; each says its key. */
@Path("/{tenant}/windows/machine-tickets")
@Produces(MediaType.APPLICATION_JSON)
public class MachineResource {
    private final TicketMachines machines;

    public MachineResource(TicketMachines machines) {
        this.machines = machines;
    }

    /** Somebody takes a ticket at a machine. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    @Answers(value = TicketView.class, status = 201)
    public Response take(@NotNull @Valid TakeAtMachine command, @Context CallContext context) {
        TicketView made = machines.take(command, context);
        return Tagged.created("tickets", made.id(), made, made.version(), context);
    }

    /** A machine has printed a ticket, or its printer has failed. */
    @POST
    @Path("{ticket}/prints")
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    @Answers(TicketView.class)
    public Response printed(
            @PathParam("ticket") @Size(max = 20) String ticket,
            @NotNull @Valid PrintAtMachine command,
            @Context CallContext context) {
        TicketView now = machines.printed(ticket, command, context);
        return Tagged.of(now, now.version());
    }
}
