package org.yichuang.windows.internal.web;

import java.util.List;
import javax.ws.rs.CookieParam;
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
import org.yichuang.windows.internal.Queue;
import org.yichuang.windows.internal.ScreenCommands.PrintAtMachine;
import org.yichuang.windows.internal.ScreenCommands.TakeAtMachine;
import org.yichuang.windows.internal.TicketMachines;
import org.yichuang.windows.internal.WindowsViews.QueueView;
import org.yichuang.windows.internal.WindowsViews.TicketView;

/** The ticket machine, for a device with its own key, and the ticket on paper of 58 or 80 mm. */
@Path("/{tenant}/windows/kiosk")
public class KioskPages {
    static final String ROOT = "/windows/kiosk";

    private final Queue queue;
    private final TicketMachines machines;

    KioskPages(Queue queue, TicketMachines machines) {
        this.queue = queue;
        this.machines = machines;
    }

    /** For what one can take a ticket; {@code width=58} is kept for the paper. */
    @GET
    @AllowEveryone
    public Response show(@Context PageCall call, @CookieParam(DeviceCookie.NAME) String kept) {
        try {
            machines.require(DeviceCookie.of(kept), call.context());
        } catch (ProblemException e) {
            return call.redirect(HallDevicePages.ROOT);
        }
        return call.render(groups(call));
    }

    private Screen groups(PageCall call) {
        List<QueueView> open = queue.queues().list(call.context().withoutKey()).stream()
                .filter(each -> !each.closed())
                .toList();
        return Screen.reading(
                        call.ui().t("kiosk.title"),
                        WindowsPageModule.TEMPLATES.kiosk(call.ui(), open, width(call.query("width"))))
                .withOwnHeading();
    }

    private static String width(String said) {
        return said.equals("58") ? "58" : "80";
    }

    /** Somebody takes one. */
    @POST
    @AllowEveryone
    public Response take(@Context PageCall call, @CookieParam(DeviceCookie.NAME) String kept) {
        String[] secret = secret(kept);
        TakeAtMachine take =
                new TakeAtMachine(secret[0], secret[1], call.form().text("group"));
        try {
            TicketView made = machines.take(take, call.context());
            return call.redirect(place(made.id(), call.form().text("width")));
        } catch (ProblemException e) {
            return call.redisplay(e, groups(call));
        }
    }

    private static String[] secret(String kept) {
        String secret = DeviceCookie.of(kept);
        int point = secret.indexOf('.');
        return new String[] {secret.substring(0, Math.max(point, 0)), secret.substring(point + 1)};
    }

    private static String place(String ticket, String width) {
        return ROOT + "/" + ticket + "?width=" + width(width);
    }

    /** One on paper: printed by itself at a machine; anybody may look at it, as it says nothing of who has it. */
    @GET
    @Path("/{ticket}")
    @AllowEveryone
    public Response slip(
            @Context PageCall call,
            @CookieParam(DeviceCookie.NAME) String kept,
            @PathParam("ticket") String ticket) {
        return call.render(slip(call, !DeviceCookie.of(kept).isEmpty(), ticket));
    }

    private Screen slip(PageCall call, boolean isMachine, String ticket) {
        CallContext context = call.context().withoutKey();
        TicketView view = queue.tickets().find(ticket, context);
        String name = queue.queues().list(context).stream()
                .filter(each -> each.code().equals(view.group()))
                .map(QueueView::name)
                .findFirst()
                .orElse("");
        boolean isDesk = context.actor().isPermitted(WindowsPermission.SERVE);
        return Screen.reading(
                        call.ui().t("ticket.title"),
                        WindowsPageModule.TEMPLATES.slip(
                                call.ui(),
                                view,
                                call.tenant().name() + " " + name,
                                width(call.query("width")),
                                isMachine,
                                isDesk))
                .withOwnHeading();
    }

    /** The printer has failed: the ticket says so. */
    @POST
    @Path("/{ticket}/unprinted")
    @AllowEveryone
    public Response unprinted(
            @Context PageCall call,
            @CookieParam(DeviceCookie.NAME) String kept,
            @PathParam("ticket") String ticket) {
        return printed(call, kept, ticket, false);
    }

    /** It is printed again. */
    @POST
    @Path("/{ticket}/prints")
    @AllowEveryone
    public Response again(
            @Context PageCall call,
            @CookieParam(DeviceCookie.NAME) String kept,
            @PathParam("ticket") String ticket) {
        return printed(call, kept, ticket, true);
    }

    private Response printed(PageCall call, String kept, String ticket, boolean isPrinted) {
        String[] secret = secret(kept);
        try {
            machines.printed(ticket, new PrintAtMachine(secret[0], secret[1], isPrinted), call.context());
            return call.redirect(place(ticket, call.form().text("width")));
        } catch (ProblemException e) {
            return call.redisplay(e, slip(call, !secret[1].isEmpty(), ticket));
        }
    }

    /** It is printed at the desk, as where a machine has failed to. */
    @POST
    @Path("/{ticket}/desk-prints")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response atDesk(@Context PageCall call, @PathParam("ticket") String ticket) {
        try {
            machines.printedAtDesk(ticket, call.context());
            return call.redirect(place(ticket, call.form().text("width")));
        } catch (ProblemException e) {
            return call.redisplay(e, slip(call, false, ticket));
        }
    }
}
