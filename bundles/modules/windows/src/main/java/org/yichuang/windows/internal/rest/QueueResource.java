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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Queues;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.QueueView;
import org.yichuang.windows.internal.WindowsViews.ScreenView;

/** Groups of tickets, and who is called where. */
@Path("/{tenant}/windows/queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {
    private final Queues queues;

    public QueueResource(Queues queues) {
        this.queues = queues;
    }

    /** Who is called where, and how many wait. */
    @GET
    @AllowEveryone
    public ScreenView screen(@Context CallContext context) {
        return queues.screen(context);
    }

    /** Opens a group. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(value = QueueView.class, status = 201)
    public Response openQueue(@NotNull @Valid OpenQueue command, @Context CallContext context) {
        QueueView made = queues.open(command, context);
        return Tagged.made(made, made.version());
    }

    /** Closes one. */
    @POST
    @Path("{queue}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(QueueView.class)
    public Response close(
            @PathParam("queue") @Size(max = 40) String queue,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        QueueView now = queues.close(queue, command, context);
        return Tagged.of(now, now.version());
    }
}
