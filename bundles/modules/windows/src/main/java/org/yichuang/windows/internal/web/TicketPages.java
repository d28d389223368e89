package org.yichuang.windows.internal.web;

import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Queues;
import org.yichuang.windows.internal.Tickets;
import org.yichuang.windows.internal.WindowsCommands.Take;

/** The queue as those see it who wait: who is called where, and one's own ticket. */
@Path("/{tenant}/windows/tickets")
public class TicketPages {
    static final String ROOT = "/windows/tickets";

    private final Queues queues;
    private final Tickets tickets;

    TicketPages(Queues queues, Tickets tickets) {
        this.queues = queues;
        this.tickets = tickets;
    }

    /** Who is called where, and for what one can take a ticket. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call) {
        return call.render(groups(call, queues));
    }

    static Screen groups(PageCall call, Queues queues) {
        CallContext context = call.context().withoutKey();
        return Screen.reading(
                call.ui().t("screen.title"),
                WindowsPageModule.TEMPLATES.screen(
                        call.ui(),
                        queues.screen(context),
                        context.actor().isPermitted(WindowsPermission.TAKE),
                        context.actor().isPermitted(WindowsPermission.MANAGE)));
    }

    /** Takes one from home. */
    @POST
    @RequiresPermission(WindowsPermission.TAKE)
    public Response take(@Context PageCall call) {
        Take take = new Take(call.form().text("group"), null, null);
        try {
            String made = tickets.takeOnline(take, call.context()).id();
            return call.redirect(ROOT + "/" + made, "ticket-taken");
        } catch (ProblemException e) {
            return call.redisplay(e, groups(call, queues));
        }
    }

    /** One, for the printer or the telephone. */
    @GET
    @Path("/{ticket}")
    @AllowEveryone
    public Response find(@Context PageCall call, @PathParam("ticket") String ticket) {
        return call.render(Screen.reading(
                        call.ui().t("ticket.title"),
                        WindowsPageModule.TEMPLATES.ticket(
                                call.ui(), tickets.find(ticket, call.context().withoutKey())))
                .under(call.ui().t("screen.title"), ROOT));
    }
}
