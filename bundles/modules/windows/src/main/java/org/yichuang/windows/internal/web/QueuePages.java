package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.Optional;
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
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.Queues;
import org.yichuang.windows.internal.Staff;
import org.yichuang.windows.internal.Tickets;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.Finish;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.WindowsCommands.Transfer;
import org.yichuang.windows.internal.WindowsViews.StaffView;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.WindowsViews.WindowView;

/** The queue as a window works with it. */
@Path("/{tenant}/windows/queue")
public class QueuePages {
    static final String ROOT = "/windows/queue";
    private static final int WINDOWS = 100;

    private final Hall hall;
    private final Staff staff;
    private final Queues queues;
    private final Tickets tickets;

    QueuePages(Hall hall, Staff staff, Queues queues, Tickets tickets) {
        this.hall = hall;
        this.staff = staff;
        this.queues = queues;
        this.tickets = tickets;
    }

    /** Whom the window has called, and who waits. */
    @GET
    @RequiresPermission(WindowsPermission.SERVE)
    public Response show(@Context PageCall call) {
        return call.render(screen(call, call.query("window")));
    }

    private Screen screen(PageCall call, String asked) {
        CallContext context = call.context().withoutKey();
        String window =
                asked.isEmpty() ? staff.own(context).map(StaffView::window).orElse("") : asked;
        List<Option> windows = hall.windows(PageRequest.of(WINDOWS, ""), context).items().stream()
                .filter(each -> !each.closed())
                .map(QueuePages::option)
                .toList();
        List<TicketView> mine = window.isEmpty() ? List.of() : tickets.at(window, context);
        return Screen.working(
                call.ui().t("queue.title"),
                WindowsPageModule.TEMPLATES.queue(call.ui(), window, windows, mine, queues.list(context)));
    }

    private static Option option(WindowView window) {
        return new Option(window.number(), window.number() + " " + window.name());
    }

    /** Calls the next one. */
    @POST
    @Path("/calls")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response next(@Context PageCall call) {
        Form form = call.form();
        Call next = new Call(form.text("window"), said(form, "group").orElse(null));
        return step(call, () -> tickets.call(next, call.context()), "ticket-called");
    }

    /** Gives one out at the desk. */
    @POST
    @Path("/tickets")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response take(@Context PageCall call) {
        Take take = new Take(call.form().text("group"), call.form().has("first"), null);
        try {
            return call.redirect(
                    TicketPages.ROOT + "/" + tickets.take(take, call.context()).id());
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, call.form().text("window")));
        }
    }

    /** Calls one again. */
    @POST
    @Path("/{ticket}/recall")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response recall(@Context PageCall call, @PathParam("ticket") String ticket) {
        return step(call, () -> tickets.recall(ticket, at(call), call.context()), "ticket-recalled");
    }

    /** Nobody has come. */
    @POST
    @Path("/{ticket}/skip")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response skip(@Context PageCall call, @PathParam("ticket") String ticket) {
        return step(call, () -> tickets.skip(ticket, at(call), call.context()), "ticket-skipped");
    }

    /** Whoever has it is served. */
    @POST
    @Path("/{ticket}/serve")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response serve(@Context PageCall call, @PathParam("ticket") String ticket) {
        return step(call, () -> tickets.serve(ticket, at(call), call.context()), "ticket-served");
    }

    /** They go on to another group or window. */
    @POST
    @Path("/{ticket}/transfer")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response transfer(@Context PageCall call, @PathParam("ticket") String ticket) {
        Form form = call.form();
        Transfer transfer = new Transfer(
                form.text("window"),
                said(form, "group").orElse(null),
                said(form, "only").orElse(null));
        return step(call, () -> tickets.transfer(ticket, transfer, call.context()), "ticket-transferred");
    }

    /** They have been served. */
    @POST
    @Path("/{ticket}/finish")
    @RequiresPermission(WindowsPermission.SERVE)
    public Response finish(@Context PageCall call, @PathParam("ticket") String ticket) {
        Form form = call.form();
        Finish finish = new Finish(form.text("window"), HallPages.words(form.text("cases")));
        return step(call, () -> tickets.finish(ticket, finish, call.context()), "ticket-finished");
    }

    /** Opens a group. */
    @POST
    @Path("/groups")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        OpenQueue open = new OpenQueue(form.text("code"), form.text("name"), HallPages.words(form.text("windows")));
        try {
            queues.open(open, call.context());
            return call.redirect(TicketPages.ROOT, "queue-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, TicketPages.groups(call, queues));
        }
    }

    private static At at(PageCall call) {
        return new At(call.form().text("window"));
    }

    private static Optional<String> said(Form form, String name) {
        return Optional.of(form.text(name)).filter(text -> !text.isEmpty());
    }

    private Response step(PageCall call, Supplier<TicketView> step, String done) {
        String window = call.form().text("window");
        try {
            step.get();
            return call.redirect(ROOT + "?window=" + window, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, window));
        }
    }
}
