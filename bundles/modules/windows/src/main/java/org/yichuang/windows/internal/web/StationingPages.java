package org.yichuang.windows.internal.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Section;
import org.yichuang.windows.internal.WindowsCommands.Statement;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Withdraw;
import org.yichuang.windows.internal.WindowsViews.StationingView;

/** The departments that work at the centre: how they come, with which items, and how they go. */
@Path("/{tenant}/windows/stationings")
public class StationingPages {
    static final String ROOT = "/windows/stationings";
    private static final int ROWS = 50;

    private final Hall hall;

    StationingPages(Hall hall) {
        this.hall = hall;
    }

    /** In the order in which they have come. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        return Screen.working(
                call.ui().t("stationings.title"),
                WindowsPageModule.TEMPLATES.stationings(
                        call.ui(),
                        HallPages.tabs(call, ROOT),
                        hall.stationings(PageRequest.of(ROWS, call.query("cursor")), context),
                        context.actor().isPermitted(WindowsPermission.MANAGE)));
    }

    /** A department begins to work at the centre. */
    @POST
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response station(@Context PageCall call) {
        Form form = call.form();
        try {
            Station station = new Station(
                    form.text("department"),
                    StaffPages.choice(StationingKind.class, form.text("kind")),
                    FormNumbers.day(form, "since"),
                    section(form),
                    statement(form));
            return call.redirect(
                    ROOT + "/" + hall.station(station, call.context()).id(), "department-stationed");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    /** Nothing where none of it is said; what is said of it in part is refused where it is checked. */
    private static Section section(Form form) {
        return isEmpty(form, "section.name", "section.setUpOn", "section.staff", "section.items")
                ? null
                : new Section(
                        form.text("section.name"),
                        FormNumbers.day(form, "section.setUpOn"),
                        form.has("section.wholeBody"),
                        FormNumbers.optional(form, "section.staff"),
                        FormNumbers.optional(form, "section.items"));
    }

    private static Statement statement(Form form) {
        return isEmpty(form, "statement.head", "statement.windowHead", "statement.signedOn", "statement.items")
                ? null
                : new Statement(
                        form.text("statement.head"),
                        form.text("statement.windowHead"),
                        FormNumbers.day(form, "statement.signedOn"),
                        FormNumbers.optional(form, "statement.items"));
    }

    private static boolean isEmpty(Form form, String... names) {
        return Stream.of(names).allMatch(name -> form.text(name).isEmpty());
    }

    /** One, with its items. */
    @GET
    @Path("/{stationing}")
    @RequiresPermission(WindowsPermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("stationing") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        StationingView view = hall.findStationing(id, context);
        return Screen.working(
                        view.department(),
                        WindowsPageModule.TEMPLATES.stationing(
                                call.ui(),
                                view,
                                hall.itemsOf(view.department(), PageRequest.of(ROWS, call.query("cursor")), context),
                                view.present() && context.actor().isPermitted(WindowsPermission.MANAGE)))
                .under(call.ui().t("stationings.title"), ROOT);
    }

    /** Items of it enter the hall. */
    @POST
    @Path("/{stationing}/items")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response enter(@Context PageCall call, @PathParam("stationing") String id) {
        List<String> codes = HallPages.words(call.form().text("items"));
        return step(call, id, "items-entered", () -> hall.enter(id, new Enter(codes), call.context()));
    }

    /** An item of it leaves the hall. */
    @POST
    @Path("/{stationing}/leaving")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response leave(@Context PageCall call, @PathParam("stationing") String id) {
        Form form = call.form();
        Reason reason = new Reason(form.text("reason"));
        return step(call, id, "item-left", () -> hall.leave(form.text("item"), reason, call.context()));
    }

    /** It works at the centre no more. */
    @POST
    @Path("/{stationing}/withdrawal")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response withdraw(@Context PageCall call, @PathParam("stationing") String id) {
        Form form = call.form();
        return step(
                call,
                id,
                "department-withdrawn",
                () -> hall.withdraw(
                        id, new Withdraw(FormNumbers.day(form, "from"), form.text("approval")), call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<Object> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
