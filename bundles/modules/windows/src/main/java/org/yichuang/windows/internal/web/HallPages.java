package org.yichuang.windows.internal.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Tab;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.Hall;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.Member;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.StationingView;
import org.yichuang.windows.internal.WindowsViews.WindowView;

/** The windows, and the departments that work at the centre. */
@Path("/{tenant}/windows/windows")
public class HallPages {
    static final String ROOT = "/windows/windows";
    private static final int ROWS = 100;

    private final Hall hall;

    HallPages(Hall hall) {
        this.hall = hall;
    }

    /** What staff look at. */
    static List<Tab> tabs(PageCall call, String current) {
        return Stream.of(StaffPages.ROOT, LetterPages.ROOT, ROOT, StationingPages.ROOT, PlacePages.ROOT)
                .map(path -> new Tab(call.ui().t(title(path)), path, path.equals(current)))
                .toList();
    }

    private static String title(String path) {
        return path.substring(path.lastIndexOf('/') + 1) + ".title";
    }

    /** By their numbers. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        CallContext context = call.context().withoutKey();
        Page<WindowView> windows = hall.windows(PageRequest.of(ROWS, call.query("cursor")), context);
        List<StationingView> departments =
                hall.stationings(PageRequest.of(ROWS, ""), context).items();
        List<Option> points = hall.points(PageRequest.of(ROWS, ""), context).items().stream()
                .map(each -> new Option(each.id(), each.name()))
                .toList();
        return Screen.working(
                call.ui().t("windows.title"),
                WindowsPageModule.TEMPLATES.windows(
                        call.ui(),
                        tabs(call, ROOT),
                        windows.items(),
                        windows.next(),
                        departments,
                        context.actor().isPermitted(WindowsPermission.MANAGE) ? points : List.of()));
    }

    /** Opens a window; each line names a department, and its consent behind a space. */
    @POST
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response open(@Context PageCall call) {
        Form form = call.form();
        List<Member> members = form.text("departments")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new Member(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
        OpenWindow open = new OpenWindow(
                form.text("number"),
                form.text("name"),
                form.text("point"),
                StaffPages.choice(WindowKind.class, form.text("kind")),
                members,
                null,
                words(form.text("predecessors")),
                form.text("reason"));
        try {
            hall.openWindow(open, call.context());
            return call.redirect(ROOT, "window-opened");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Closes a window. */
    @POST
    @Path("/closure")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response close(@Context PageCall call) {
        Form form = call.form();
        try {
            hall.closeWindow(form.text("closing"), new Reason(form.text("why")), call.context());
            return call.redirect(ROOT, "window-closed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Items of a department enter the hall, by their codes. */
    @POST
    @Path("/items")
    @RequiresPermission(WindowsPermission.MANAGE)
    public Response enter(@Context PageCall call) {
        Form form = call.form();
        try {
            hall.enter(form.text("stationing"), new Enter(words(form.text("items"))), call.context());
            return call.redirect(ROOT, "items-entered");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Words that stand apart by spaces, lines or commas. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,\uff0c\u3001]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
